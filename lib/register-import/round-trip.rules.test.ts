import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate, plusDays } from '@/lib/calendar/iso-date'
import { csvText } from '@/lib/platform/csv'
import { upnProblem } from '@/lib/pupil/upn'
import type { KnownPupil, PupilWrites } from './changes.rules'
import { importJson } from './json.rules'
import { planImport } from './match.rules'
import type { NeedCode } from './need-words.rules'
import { readRegister } from './read.rules'

const today = isoDate('2026-11-20')

const LETTERS = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ')
const upn = fc
  .stringMatching(/^999\d{9}$/)
  .map((body) => LETTERS.map((letter) => letter + body).find((each) => upnProblem(each) === null) ?? '')
const letters = fc.constantFrom(
  'a',
  'b',
  'Z',
  'é',
  'ł',
  'ש',
  '李',
  '😀',
  '-',
  ' ',
  "'",
  '’',
  ',',
  ';',
  '"',
  '=',
  '+',
  '\t',
  '<',
)
// A letter at each end: white space is tidied away, and a name of signs alone is no name.
const name = fc
  .tuple(
    fc.constantFrom('A', 'Ö', 'م', '=', '@'),
    fc.string({ unit: letters, maxLength: 8 }),
    fc.constantFrom('n', 'é'),
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' '))
const need = fc.constantFrom<NeedCode>('SLCN', 'SEMH', 'MLD', 'ASD', 'PD')
const dayBack = (most: number) => fc.integer({ min: 1, max: most }).map((days) => plusDays(today, -days))
const ukDay = (day: IsoDate) => day.split('-').reverse().join('/')

const pupil = fc.record({
  upn,
  familyName: name,
  givenName: name,
  dateOfBirth: fc.integer({ min: 1200, max: 6000 }).map((days) => plusDays(today, -days)),
  yearGroup: fc.integer({ min: -2, max: 14 }),
  className: name,
  status: fc.constantFrom('none' as const, 'sen-support' as const, 'ehc-plan' as const),
  statusFrom: fc.option(dayBack(1000), { nil: null }),
  needs: fc.uniqueArray(need, { maxLength: 3 }),
  parent: name,
})
const roll = fc.uniqueArray(pupil, { minLength: 1, maxLength: 12, selector: (each) => each.upn })

type Pupil = typeof pupil extends fc.Arbitrary<infer T> ? T : never
const STATUS = { none: 'Monitoring', 'sen-support': 'K - SEN Support', 'ehc-plan': 'EHCP' }

function printed(pupils: readonly Pupil[]): string {
  const headings =
    'UPN,Surname,Forename,DOB,Year,Class,SEN status,SEN start date,SEN need,Rank,Parent 1 Name'.split(',')
  const rows = pupils.flatMap((each) => {
    const needs = each.needs.length === 0 ? [''] : each.needs
    return needs.map((code, at) => [
      each.upn,
      each.familyName,
      each.givenName,
      ukDay(each.dateOfBirth),
      String(each.yearGroup),
      each.className,
      STATUS[each.status],
      each.statusFrom ? ukDay(each.statusFrom) : '',
      code,
      code && String(at + 1),
      each.parent,
    ])
  })
  return csvText([headings, ...rows])
}

function applied(pupilId: string, before: KnownPupil | null, writes: PupilWrites): KnownPupil {
  const base = before ?? {
    id: pupilId,
    periods: [],
    needs: [],
    parents: [],
    upn: null,
    familyName: '',
    givenName: '',
    preferredName: null,
    dateOfBirth: today,
    sex: null,
    yearGroup: null,
    className: null,
    homeLanguage: null,
  }
  let { periods, parents } = base
  for (const step of writes.statusSteps) {
    if (step.act === 'open')
      periods = [
        ...periods,
        { id: `${periods.length}`, status: step.status, from: step.from, until: step.until },
      ]
    else if (step.act === 'end')
      periods = periods.map((each) => (each.id === step.periodId ? { ...each, until: step.until } : each))
    else
      periods = periods.map((each) =>
        each.id === step.periodId
          ? { id: each.id, status: step.status, from: step.from, until: step.until }
          : each,
      )
  }
  for (const step of writes.parents) {
    if (step.act === 'add') parents = [...parents, { id: `${parents.length}`, ...step.parent }]
    else parents = parents.map((each) => (each.id === step.parentId ? { id: each.id, ...step.parent } : each))
  }
  return { ...base, ...writes.details, needs: writes.needs ?? base.needs, periods, parents }
}

describe('a register that we print', () => {
  it('is read back whole, and importing it twice changes nothing', () => {
    fc.assert(
      fc.property(roll, fc.boolean(), (pupils, asBytes) => {
        const text = printed(pupils)
        const reading = readRegister(asBytes ? new TextEncoder().encode(text) : text, { today })
        if (!reading.ok) throw new Error(reading.sentence)
        const { register } = reading
        expect(register.problems).toEqual([])
        expect(register.pupils).toMatchObject(
          pupils.map((each) => ({
            upn: each.upn,
            familyName: each.familyName.normalize('NFC'),
            givenName: each.givenName.normalize('NFC'),
            dateOfBirth: each.dateOfBirth,
            yearGroup: each.yearGroup,
            className: each.className,
            status: each.status,
            statusFrom: each.statusFrom,
            needs: each.status === 'none' ? [] : each.needs,
            parents: [{ name: each.parent }],
          })),
        )
        const first = planImport([], register.pupils, { today, columns: register.columns })
        expect([first.new.length, first.problems, first.asks]).toEqual([pupils.length, [], []])
        const known = first.new.map(({ row, writes }) => applied(String(row), null, writes))
        const second = planImport(known, register.pupils, { today, columns: register.columns })
        expect(importJson(register, second, true)).toEqual({
          rows: register.rows,
          pupils: { new: 0, changed: 0, unchanged: pupils.length },
          problems: [],
          ignored: [],
          applied: true,
        })
      }),
      { numRuns: 150 },
    )
  })

  it('changes into any later one, and then importing that twice changes nothing', () => {
    const twoRolls = fc
      .tuple(roll, roll)
      .map(
        ([before, after]) =>
          [before, after.map((each, at) => ({ ...each, upn: before[at]?.upn ?? each.upn }))] as const,
      )
    fc.assert(
      fc.property(twoRolls, ([before, after]) => {
        let known: KnownPupil[] = []
        for (const text of [printed(before), printed(after)]) {
          const reading = readRegister(text, { today })
          if (!reading.ok) throw new Error(reading.sentence)
          const { pupils, columns } = reading.register
          const plan = planImport(known, pupils, { today, columns })
          const changed = new Map(plan.changed.map(({ pupilId, writes }) => [pupilId, writes]))
          known = known.map((each) =>
            applied(
              each.id,
              each,
              changed.get(each.id) ?? { details: {}, statusSteps: [], needs: null, parents: [] },
            ),
          )
          known.push(...plan.new.map(({ pupil: { upn: id }, writes }) => applied(id ?? '', null, writes)))
          const again = planImport(known, pupils, { today, columns })
          expect([again.new, again.changed, again.problems]).toEqual([[], [], plan.problems])
        }
      }),
      { numRuns: 150 },
    )
  })
})
