import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { DeliveredSoFar } from './delivered.rules'
import { deliveryFlagWords, givenWords, missedWords, othersWords } from './delivered.words'

const soFar = (over: Partial<DeliveredSoFar> = {}): DeliveredSoFar => ({
  ...{ planned: 20, plannedMinutes: 200, given: 15, partly: 2, notGiven: 3, minutes: 160, share: 0.8 },
  ...{ reasons: [], byOthers: [] },
  ...over,
})

it.each([
  [{}, 'Given 17 of 20 sessions so far, 160 of 200 minutes'],
  [
    { planned: 1, plannedMinutes: 1, given: 0, partly: 0, minutes: 0 },
    'Given 0 of 1 session so far, 0 of 1 minute',
  ],
  [{ planned: null, plannedMinutes: null, partly: 0, given: 1, minutes: 10 }, 'Given 1 session, 10 minutes'],
  [{ plannedMinutes: null, minutes: 0 }, 'Given 17 of 20 sessions so far'],
])('%o', (over, words) => {
  expect(givenWords(soFar(over))).toBe(words)
})

it('says why not, and who else', () => {
  const reasons = [
    { reason: 'Away', count: 3 },
    { reason: 'Began late', count: 2 },
  ]
  expect(missedWords(soFar({ reasons }))).toBe('2 in part, 3 not given: Away (3), Began late (2)')
  expect(missedWords(soFar())).toBe('2 in part, 3 not given')
  expect(missedWords(soFar({ partly: 0, notGiven: 0 }))).toBeNull()
  expect(othersWords(soFar({ byOthers: [{ who: 'Supply', count: 1 }] }))).toBe(
    'Given by somebody else: Supply (1)',
  )
  expect(othersWords(soFar())).toBeNull()
})

it('says since when something is asked, and what clears it', () => {
  const since = isoDate('2026-11-05')
  expect(deliveryFlagWords({ ruleId: 'R12', since, schoolDays: 10 })).toBe(
    'Not noted for 10 school days, since 5 November 2026 (6.52). A Do note, given or not, clears this',
  )
  expect(deliveryFlagWords({ ruleId: 'R13', since, share: 0.596 })).toBe(
    '59% of what was planned was given, half-way or further since 5 November 2026 (6.52). It clears at 60%, or when the plan says less often',
  )
})
