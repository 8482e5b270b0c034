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
const PLAIN = [HEADINGS, AMELIA, HARRY].join('\n')
const SEMICOLONS = PLAIN.replaceAll(',', ';')

const like = (pattern: RegExp) => expect.stringMatching(pattern) as string
const file = (...rows: string[]) => registerOf([HEADINGS, ...rows].join('\n'))
const names = (register: Register) => register.pupils.map(({ givenName }) => givenName)

describe('what stands round a register', () => {
  it.each([
    [
      'titles above',
      `Oakfield Primary School\r\nSEN Register as at 20/11/2026,,\r\n\r\n${PLAIN.replaceAll('\n', '\r\n')}\r\n`,
    ],
    ['semicolons', SEMICOLONS],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    [
      'a title with commas in it over semicolons',
      `Pupils, needs, dates, and status, all of them\n${SEMICOLONS}`,
    ],
    ['Excel’s own first line', `sep=;\n${SEMICOLONS}`],
    [
      'Excel guards',
      `${HEADINGS}\n="Z999000124001",="Mitchell",Amelia,="14/06/2019","=""3""",3B,K,09/10/2025,SLCN,="1"\n${HARRY}`,
    ],
    ['old line ends', PLAIN.replaceAll('\n', '\r')],
    ['blank lines below', `${PLAIN}\n\n,,,,,,,,,\n`],
    ['blank columns to the right', PLAIN.replaceAll('\n', ',,\n')],
    ['a byte order mark', `\uFEFF${PLAIN}`],
  ])('%s', (_, text) => {
    const register = registerOf(text)
    expect(register).toMatchObject({ rows: 2, problems: [], ignored: [] })
    expect(register.pupils).toMatchObject([
      {
        row: 1,
        upn: 'Z999000124001',
        familyName: 'Mitchell',
        yearGroup: 3,
        needs: ['SLCN'],
        statusFrom: '2025-10-09',
      },
      { row: 2, upn: 'R999000121001', givenName: 'Harry', status: 'none' },
    ])
  })

  it('leaves totals, remarks, blank rows and repeated headings aside, with the reason', () => {
    const remarks = [
      'Total,2,,,,,,,,',
      'Total pupils: 2',
      ',,,,,,,2',
      'Report printed on 20/11/2026 by the office',
    ]
    const register = file(AMELIA, '', HEADINGS, HARRY, ...remarks)
    expect(names(register)).toEqual(['Amelia', 'Harry'])
    expect(register).toMatchObject({ rows: 2, problems: [] })
    expect(register.ignored).toEqual([
      { row: 2, reason: 'The row is blank.' },
      { row: 3, reason: 'The headings again.' },
      { row: 5, reason: 'A total, not a pupil.' },
      { row: 6, reason: 'A total, not a pupil.' },
      { row: 7, reason: 'A line with no pupil in it.' },
      { row: 8, reason: 'A line about the report, not a pupil.' },
    ])
  })

  it('keeps a pupil whose name is Total', () => {
    expect(names(registerOf('Surname,Forename,DOB\nTotal,Kwame,28/05/2016\n'))).toEqual(['Kwame'])
  })

  it('reads cells of several lines as one line', () => {
    const { pupils } = file(
      'Z999000124001,"Mitchell\n-Smith",Amelia,14/06/2019,3,"3\r\nBirch",K,,SLCN,',
      HARRY,
    )
    expect(pupils).toMatchObject([
      { row: 1, familyName: 'Mitchell -Smith', className: '3 Birch' },
      { row: 2 },
    ])
  })

  it.each([
    ['a shopping list', 'Milk,2\nBread,1\n', /no row has headings/],
    ['prose', 'Dear all,\nplease find the register attached.\n', /no row has headings/],
    ['headings and nothing else', HEADINGS, /no pupils under them/],
    ['headings and a total', `${HEADINGS}\nTotal,0,,`, /no pupils under them/],
    ['names alone', 'Name,Year\nAmelia Mitchell,3\n', /no column for the UPN or the date of birth/],
    ['nothing', '', /empty/],
  ])('refuses %s in a sentence', (_, text, sentence) => {
    expect(readRegister(text, { today })).toMatchObject({ ok: false, sentence: like(sentence) })
  })

  it('takes the school’s word for what a column means', () => {
    const text = 'Ref,Sur,Fore,Born,Colour\nZ999000124001,Mitchell,Amelia,14/06/2019,blue\n'
    const mapping = { upn: 'Ref', familyName: 'Sur', givenName: 'Fore', dateOfBirth: 'Born' }
    const reading = readRegister(text, { today, mapping })
    expect(reading).toMatchObject({
      ok: true,
      register: { problems: [], pupils: [{ upn: 'Z999000124001', familyName: 'Mitchell' }] },
    })
    expect(readRegister(text, { today }).ok).toBe(false)
  })
})
