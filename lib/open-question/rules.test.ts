import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { amira, whoMay } from '@/tests/factories/actors'
import { openQuestionPolicy } from './policy'
import { dueOnProblem, foundOnProblem, isQuestionDue } from './rules'

const [before, day, after] = [isoDate('2026-11-19'), isoDate('2026-11-20'), isoDate('2026-11-21')]

it.each([
  [after, null, false],
  [day, null, true],
  [before, null, true],
  [before, 'Her hearing is fine', false],
])('due by %s, found %s: time %s', (dueOn, found, isDue) => {
  expect(isQuestionDue({ dueOn, found }, day)).toBe(isDue)
})

it('is asked for today or later, and answered between then and today', () => {
  expect([before, day, after].map((on) => dueOnProblem(on, day) === null)).toEqual([false, true, true])
  expect(foundOnProblem(before, day, day)).toBe(
    'The day must be on or after 20 November 2026, when it was asked',
  )
  expect(foundOnProblem(after, day, day)).toBe('The day must be today or in the past')
  expect(foundOnProblem(day, before, day)).toBeNull()
})

it.each([
  ['ask', ['the SENCO', 'the headteacher', 'a teacher of the pupil']],
  ['find', ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']],
  ['read', ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']],
] as const)('%s', (act, who) => {
  expect(whoMay((actor) => openQuestionPolicy[act](actor, amira))).toEqual(who)
})

it('an assistant answers what they were asked, and nothing else', () => {
  const answers = (ownerId: string) =>
    whoMay((actor) => openQuestionPolicy.answer(actor, amira, { ownerId })).includes(
      'an assistant of the pupil',
    )
  expect([answers('m1'), answers('somebody else')]).toEqual([true, false])
})
