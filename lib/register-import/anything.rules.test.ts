import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { importJson } from './json.rules'
import { planImport } from './match.rules'
import { problemFile } from './problem-file.rules'
import { readRegister } from './read.rules'

const today = isoDate('2026-11-20')

describe('whatever is in the file', () => {
  const anything = (file: string | Uint8Array) => {
    const reading = readRegister(file, { today })
    if (!reading.ok) {
      expect(reading.sentence).toMatch(/\.$/)
      return
    }
    const { register } = reading
    const plan = planImport([], register.pupils, { today, columns: register.columns })
    const { problems, ignored, pupils } = importJson(register, plan, false)
    expect(problems.every(({ row, message }) => row >= 1 && message !== '')).toBe(true)
    expect(typeof problemFile(register, plan)).toBe('string')
    // Every row is a pupil's, a problem's or left aside: none is lost.
    const accounted = new Set([...problems, ...ignored].map(({ row }) => row))
    for (const each of plan.new) each.pupil.rows.forEach((row) => accounted.add(row))
    expect(pupils.new).toBe(plan.new.length)
    expect(register.lines.filter(({ row }) => !accounted.has(row))).toEqual([])
  }
  it('nothing is thrown for any bytes', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), anything), { numRuns: 500 }))
  it('nothing is thrown for any text', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), anything), { numRuns: 500 }))
  it('nothing is thrown and no row lost for any rows under headings', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'K',
        'N',
        'E',
        'S',
        'SLCN',
        '1',
        '14/06/2019',
        '06/14/2019',
        'Z999000124001',
        'Total',
        'Mitchell',
        '"',
        '=1',
        '="01"',
        '\u0000',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    const text = fc
      .array(fc.array(cell, { maxLength: 9 }))
      .map((rows) =>
        [
          'UPN,Surname,Forename,DOB,SEN Status,SEN Start Date,Need,Rank',
          ...rows.map((cells) => cells.join(',')),
        ].join('\n'),
      )
    fc.assert(fc.property(text, anything), { numRuns: 1000 })
  })
})
