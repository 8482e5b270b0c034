import { describe, expect, it } from 'vitest'
import { schoolDay } from '@/lib/calendar/iso-date'
import { schoolYearOf } from '@/lib/calendar/school-year'
import { countedMeetings } from './counting.rules'
import { exampleInput, MIDNIGHT_INSTANTS } from './example.rules'
import { WORKED_EXAMPLES } from './examples.rules'
import { parentMeetingStanding } from './rules'

/** The table of domain.md 8.4, as it stands there: state, H and R on each day. */
const TABLE: readonly [number, ...[state: string, held: number, required: number][]][] = [
  [1, ['on-track', 0, 3]],
  [2, ['on-track', 0, 3], ['at-risk', 0, 3]],
  [3, ['at-risk', 0, 3]],
  [4, ['on-track', 1, 3]],
  [5, ['at-risk', 1, 3]],
  [6, ['not-met', 1, 3]],
  [7, ['on-track', 2, 3]],
  [8, ['not-met', 2, 3]],
  [9, ['met', 3, 3]],
  [10, ['not-met', 2, 3]],
  [11, ['part-year-met', 2, 2]],
  [12, ['not-applicable', 0, 0]],
  [13, ['not-met', 1, 2]],
  [14, ['met', 3, 3]],
  [15, ['not-met', 2, 3]],
  [16, ['not-met', 0, 3]],
  [17, ['not-met', 2, 3]],
  [18],
  [19, ['met', 3, 3], ['not-met', 2, 3]],
  [20, ['met', 3, 3]],
  [21, ['on-track', 2, 3]],
]

describe('the worked examples as they are shown on screen', () => {
  it('are all of them, and each stands where the table says', () => {
    const computed = WORKED_EXAMPLES.map((example) => [
      example.number,
      ...example.looks.map((look) => {
        const { state, held, required } = parentMeetingStanding(exampleInput(example, look))
        return [state, held, required]
      }),
    ])
    expect(computed).toEqual(TABLE)
  })
  it('put the meetings around midnight in the school year of their London day', () => {
    const years = MIDNIGHT_INSTANTS.map((instant) => schoolYearOf(schoolDay(new Date(instant))))
    expect(years).toEqual([2026, 2026, 2027])
  })
  it('say why a meeting of theirs does not count', () => {
    const reasons = WORKED_EXAMPLES.flatMap((example) =>
      example.looks.flatMap((look) =>
        countedMeetings(exampleInput(example, look)).flatMap(({ reason }) => reason ?? []),
      ),
    )
    expect(new Set(reasons)).toEqual(
      new Set(['booked', 'cancelled', 'no-show', 'same-day', 'same-round', 'phone']),
    )
  })
})
