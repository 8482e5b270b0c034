import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type Register, readRegister } from './read.rules'

const today = isoDate('2026-11-20')

function registerOf(text: string): Register {
  const reading = readRegister(text, { today })
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.register
}

const HEADINGS = 'UPN,Surname,Forename,DOB,Year,Class,SEN Status,SEN Start Date,Need,Rank'
const AMELIA = 'Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,K,09/10/2025,SLCN,1'
const HARRY = 'R999000121001,Kowalski,Harry,27/06/2016,6,6A,N,,,'

const like = (pattern: RegExp) => expect.stringMatching(pattern) as string
const file = (...rows: string[]) => registerOf([HEADINGS, ...rows].join('\n'))
const names = (register: Register) => register.pupils.map(({ givenName }) => givenName)

describe('problem rows', () => {
  it.each([
    ['Z999000124002,Mitchell,Amelia,14/06/2019,3,3B,K,,SLCN,1', 'UPN', /check letter .*\bN\b/],
    ['Z99900012400,Mitchell,Amelia,14/06/2019,3,3B,K,,SLCN,1', 'UPN', /13 characters/],
    ['Z999000124001,Mitchell,Amelia,01/13/2015,3,3B,K,,SLCN,1', 'DOB', /day first/],
    ['Z999000124001,Mitchell,Amelia,14/06/2036,3,3B,K,,SLCN,1', 'DOB', /in the past/],
    ['Z999000124001,Mitchell,Amelia,14/06/2019,33,3B,K,,SLCN,1', 'Year', /Year must be/],
    ['Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,A,,SLCN,1', 'SEN Status', /SEN support \(K\) replaced/],
    [
      'Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,K,13/06/2019,SLCN,1',
      'SEN Start Date',
      /after the date of birth/,
    ],
    ['Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,E,,NSA,1', 'Need', /only with SEN support/],
    ['Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,K,,Chatty,1', 'Need', /must be one of the SEN types/],
    ['Z999000124001,Mitchell,Amelia,14/06/2019,3,3B,K,,SLCN,last', 'Rank', /1 to 99/],
    [
      `Z999000124001,${'x'.repeat(101)},Amelia,14/06/2019,3,3B,K,,SLCN,1`,
      'Surname',
      /100 characters or fewer/,
    ],
    ['Z999000124001,Mit\u0000chell,Amelia,14/06/2019,3,3B,K,,SLCN,1', 'Surname', /cannot be seen/],
    [',Mitchell,Amelia,,3,3B,K,,SLCN,1', 'DOB', /where there is no UPN/],
    [',,Amelia,14/06/2019,3,3B,K,,SLCN,1', 'Surname', /where there is no UPN/],
    [
      'Z999000124001,Mitchell, Amelia, Anne,14/06/2019,3,3B,K,,SLCN,1',
      '',
      /more cells than there are headings/,
    ],
  ])('%s', (row, column, message) => {
    const register = file(HARRY, row)
    expect(register.problems).toContainEqual({ row: 2, column, message: like(message) })
    expect(names(register)).toEqual(['Harry'])
  })

  it('name everything that is wrong with them', () => {
    const { problems } = file('Z999000124002,Mitchell,Amelia,1/13/2015,44,3B,S,,SLCN,1')
    expect(problems.map(({ column }) => column).toSorted()).toEqual(['DOB', 'SEN Status', 'UPN', 'Year'])
  })

  it('say so when a quotation mark swallows the rest of the file', () => {
    const register = file(HARRY, 'Z999000124001,"Mitchell,Amelia,14/06/2019,3', AMELIA)
    expect(register.problems).toContainEqual({ row: 2, column: '', message: like(/never closes/) })
    expect(names(register)).toEqual(['Harry'])
  })
})
