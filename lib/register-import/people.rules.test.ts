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

describe('rows of one pupil', () => {
  const OTHER_NEED = AMELIA.replace('SLCN,1', 'MLD,2')

  it('are one where they are the same, and needs where they are not', () => {
    const register = file(OTHER_NEED, AMELIA, HARRY, HARRY)
    expect(register).toMatchObject({
      rows: 4,
      problems: [],
      ignored: [{ row: 4, reason: 'The same as row 3.' }],
    })
    expect(register.pupils).toMatchObject([
      { rows: [1, 2], needs: ['SLCN', 'MLD'] },
      { rows: [3], needs: [] },
    ])
  })
  it('keep the order of the file where no rank is given', () => {
    const rows = ['MLD', 'SLCN'].map((need) => AMELIA.replace('SLCN,1', `${need},`))
    expect(file(...rows).pupils).toMatchObject([{ needs: ['MLD', 'SLCN'] }])
  })
  it.each([
    ['name', AMELIA.replace('Amelia', 'Sophie'), 'Surname', /different names/],
    ['birthday', AMELIA.replace('2019', '2018'), 'DOB', /different dates of birth/],
    ['status', AMELIA.replace(',K,', ',E,'), 'SEN Status', /different SEN statuses/],
    ['class', AMELIA.replace('3B', '3A'), 'Class', /different classes/],
  ])('with another %s are both problems', (_, other, column, message) => {
    const register = file(AMELIA, HARRY, other)
    expect(register.problems).toEqual([1, 3].map((row) => ({ row, column, message: like(message) })))
    expect(names(register)).toEqual(['Harry'])
  })
  it('are left out together, because half of the needs would replace all of them', () => {
    const register = file(AMELIA, HARRY, AMELIA.replace('SLCN,1', 'Chatty,2'))
    expect(register.problems).toMatchObject([{ row: 3, column: 'Need' }])
    expect(register.ignored).toEqual([{ row: 1, reason: like(/row 3/), problemRow: 3 }])
    expect(names(register)).toEqual(['Harry'])
  })
  it('about a status that has ended give way to the status of today', () => {
    const register = registerOf(
      [
        'UPN,Surname,Forename,DOB,SEN Status,SEN Start Date,SEN End Date,Need',
        'Z999000124001,Mitchell,Amelia,14/06/2019,K,09/10/2023,01/09/2025,MLD',
        'Z999000124001,Mitchell,Amelia,14/06/2019,E,02/09/2025,,SLCN',
      ].join('\n'),
    )
    expect(register).toMatchObject({
      problems: [],
      pupils: [{ status: 'ehc-plan', statusFrom: '2025-09-02', statusUntil: null, needs: ['SLCN'] }],
    })
  })
  it('need the UPN in each, if it stands in one', () => {
    const register = file(AMELIA, OTHER_NEED.replace('Z999000124001', ''))
    expect(register.problems).toEqual([{ row: 2, column: 'UPN', message: like(/row 1/) }])
  })
  it('without a UPN are one pupil by name and date of birth', () => {
    const rows = [AMELIA, OTHER_NEED].map((row) => row.replace('Z999000124001', ''))
    expect(file(...rows).pupils).toMatchObject([{ upn: null, rows: [1, 2], needs: ['SLCN', 'MLD'] }])
  })
  it('of one row a contact are one pupil with several parents', () => {
    const register = registerOf(
      [
        'UPN,Surname,Forename,DOB,Contact Name,Relationship,Parental Responsibility',
        'Z999000124001,Mitchell,Amelia,14/06/2019,Ann Mitchell,Mother,Y',
        'Z999000124001,Mitchell,Amelia,14/06/2019,Max Mitchell,Father,N',
      ].join('\n'),
    )
    const [ann, max] = register.pupils[0]?.parents ?? []
    expect([ann?.name, ann?.hasParentalResponsibility]).toEqual(['Ann Mitchell', true])
    expect([max?.name, max?.hasParentalResponsibility]).toEqual(['Max Mitchell', false])
  })
})
