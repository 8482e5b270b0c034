import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type Register, readRegister } from './read.rules'

const today = isoDate('2026-11-20')
const demo = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../prisma/demo/${name}`, import.meta.url))))

function registerOf(file: Uint8Array | string): Register {
  const reading = readRegister(file, { today })
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.register
}

/** Lines and their cells by another method than the reader's: neither sample has a line end or a doubled quote in a cell. */
function plainLines(file: Uint8Array): string[][] {
  const [, ...lines] = new TextDecoder().decode(file).trim().split('\r\n')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ''),
  )
}

const countOf = <T>(among: readonly T[], wanted: (each: T) => boolean) => among.filter(wanted).length

describe('the primary school’s whole roll', () => {
  const file = demo('oakfield-primary-register.csv')
  const lines = plainLines(file)
  const { pupils, problems, ignored, rows, columns } = registerOf(file)

  it('has no problem row and no row left aside', () =>
    expect({ problems, ignored }).toEqual({ problems: [], ignored: [] }))
  it('uses every column', () => expect(columns.filter(({ concept }) => concept === null)).toEqual([]))
  it('is one pupil a row', () => {
    expect(rows).toBe(275)
    expect(pupils.map(({ upn }) => upn)).toEqual(lines.map(([upn]) => upn))
  })
  it('has the statuses, needs and parents that stand in it', () => {
    const said = (words: string) => countOf(lines, (cells) => cells[8] === words)
    expect({
      none: countOf(pupils, ({ status }) => status === 'none'),
      support: countOf(pupils, ({ status }) => status === 'sen-support'),
      plan: countOf(pupils, ({ status }) => status === 'ehc-plan'),
      secondNeeds: countOf(pupils, ({ needs }) => needs.length === 2),
      parents: pupils.flatMap(({ parents }) => parents).length,
    }).toEqual({
      none: said('No Special Educational Need'),
      support: said('SEN Support'),
      plan: said('Education, Health and Care Plan'),
      secondNeeds: countOf(lines, (cells) => cells[10] !== ''),
      parents: countOf(lines, (cells) => cells[12] !== '') + countOf(lines, (cells) => cells[15] !== ''),
    })
    expect([
      said('No Special Educational Need'),
      said('SEN Support'),
      said('Education, Health and Care Plan'),
    ]).toEqual([225, 39, 11])
  })
  it('reads one pupil whole', () => {
    expect(pupils.find(({ upn }) => upn === 'F999000121002')).toEqual({
      row: 5,
      rows: [5],
      upn: 'F999000121002',
      familyName: 'Okafor',
      givenName: 'Kwame',
      preferredName: null,
      dateOfBirth: '2016-05-28',
      sex: 'M',
      yearGroup: 6,
      className: '6Birch',
      homeLanguage: null,
      status: 'sen-support',
      statusFrom: '2024-10-08',
      statusUntil: null,
      needs: ['SLCN', 'SEMH'],
      reviewDue: null,
      parents: [
        {
          name: 'Chidi Okafor',
          relationship: 'Mother',
          email: 'chidi.okafor70@parents.example',
          hasParentalResponsibility: null,
        },
      ],
    })
  })
})

describe('the secondary school’s SEN register, one row a need', () => {
  const file = demo('seaview-academy-sen-needs.csv')
  const lines = plainLines(file)
  const { pupils, problems, ignored, rows } = registerOf(file)

  it('has no problem row and no row left aside', () =>
    expect({ problems, ignored }).toEqual({ problems: [], ignored: [] }))
  it('is 320 rows about 251 pupils', () => {
    expect(rows).toBe(320)
    expect(pupils.map(({ upn }) => upn)).toEqual([...new Set(lines.map(([upn]) => upn))])
    expect(pupils).toHaveLength(251)
  })
  it('has the statuses that stand in it, and Monitoring is none', () => {
    const said = (words: string) =>
      new Set(lines.filter((cells) => cells[6] === words).map(([upn]) => upn)).size
    expect([said('Monitoring'), said('K'), said('E')]).toEqual([61, 154, 36])
    expect(
      (['none', 'sen-support', 'ehc-plan'] as const).map((each) =>
        countOf(pupils, ({ status }) => status === each),
      ),
    ).toEqual([61, 154, 36])
  })
  it('keeps each need in its rank', () => {
    const ranked = (upn: string | null) =>
      lines
        .filter((cells) => cells[0] === upn && cells[9] !== '')
        .toSorted((one, other) => Number(one[9]) - Number(other[9]))
    expect(pupils.map(({ needs }) => needs)).toEqual(
      pupils.map(({ upn }) => ranked(upn).map((cells) => cells[8]?.split(' - ')[0])),
    )
  })
})

it('2,000 rows are read in well under a second', () => {
  const [head = '', ...rows] = new TextDecoder()
    .decode(demo('seaview-academy-sen-needs.csv'))
    .trim()
    .split('\r\n')
  const many = Array.from(
    { length: 2000 },
    (_, at) => (rows[at % rows.length] ?? '') + ' '.repeat(Math.floor(at / rows.length)),
  )
  const before = performance.now()
  expect(registerOf([head, ...many].join('\n')).rows).toBe(2000)
  expect(performance.now() - before).toBeLessThan(1000)
})
