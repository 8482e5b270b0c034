import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { problemsOf } from '@/lib/platform/form-state'
import { amira, whoMay } from '@/tests/factories/actors'
import { participationPolicy } from './policy'
import {
  type Activity,
  happenedOnProblem,
  type Joined,
  participationCounts,
  type ParticipationNote,
} from './rules'
import { participationForm } from './schema'
import { joinedCountWords, missedWords, noteWords } from './words'

const note = (activity: Activity, joined: Joined, minutes: number | null = null) => ({
  activity,
  joined,
  minutes,
})

describe('what is counted of joining in (P57)', () => {
  it('is what help cost, by what it was, and what was changed', () => {
    const counts = participationCounts([
      note('playtime', 'missed-for-support'),
      note('lesson', 'missed-for-support', 20),
      note('lesson', 'missed-for-support', 40),
      note('lesson', 'joined', 30),
      note('club', 'joined'),
      note('trip', 'could-not-join', 300),
    ])
    expect(counts).toEqual({
      missed: [
        { activity: 'lesson', times: 2, minutes: 60 },
        { activity: 'playtime', times: 1, minutes: 0 },
      ],
      missedTimes: 3,
      couldNotJoin: 1,
      joined: 2,
    })
    expect(missedWords(counts)).toBe('Missed for help: 2 lessons (60 minutes) and 1 playtime')
    expect(joinedCountWords(counts)).toBe('Joined in with something changed twice. Could not join in once')
  })

  it('says so where nothing was written', () => {
    const none = participationCounts([])
    expect([missedWords(none), joinedCountWords(none)]).toEqual([
      'Nothing was missed for help',
      'Nothing is written down yet of what was changed',
    ])
  })
})

it.each([
  [
    { joined: 'missed-for-support', minutes: 20, why: 'Reading group' },
    'Missed for help: art, 20 minutes. Reading group',
  ],
  [{ joined: 'joined', changed: 'A quieter table' }, 'Joined in: art. A quieter table'],
] as const)('%#: a note in words', (over, words) => {
  const whole: ParticipationNote = {
    ...{ id: 'n', on: isoDate('2026-11-20'), activity: 'lesson', what: 'art', by: 'Tom' },
    ...{ minutes: null, why: null, changed: null },
    ...over,
  }
  expect(noteWords(whole)).toBe(words)
})

it.each([
  ['2026-11-20', null],
  ['2026-11-21', 'The day must be today or in the past'],
])('on 20 November the day %s: %s', (on, problem) => {
  expect(happenedOnProblem(isoDate(on), isoDate('2026-11-20'))).toBe(problem)
})

const typed = {
  formKey: '0190a8c4-0000-7000-8000-000000000001',
  happenedOn: { day: '19', month: '11', year: '2026' },
  activity: 'lesson',
  what: 'Art',
  joined: 'joined',
  changed: 'A quieter table',
}

it.each([
  [{}, []],
  [{ changed: '' }, [{ field: 'changed', message: 'Enter what was changed so that they could join in' }]],
  [
    { joined: 'could-not-join', changed: '' },
    [{ field: 'why', message: 'Enter why they could not join in' }],
  ],
  [{ joined: 'missed-for-support' }, [{ field: 'why', message: 'Enter which help was given then' }]],
  [{ activity: 'sleep' }, [{ field: 'activity', message: 'Select what it was' }]],
  [{ what: '' }, [{ field: 'what', message: 'Enter which one it was' }]],
  [{ minutes: '0' }, [{ field: 'minutes', message: 'Minutes must be between 1 and 600' }]],
])('%#: says what to do about %j', (over, problems) => {
  const parsed = participationForm.safeParse({ ...typed, ...over })
  expect(parsed.success ? [] : problemsOf(parsed.error)).toEqual(problems)
})

it('is written by whoever teaches or supports the pupil', () => {
  const staff = ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']
  expect(whoMay((actor) => participationPolicy.write(actor, amira))).toEqual(staff)
  expect(whoMay((actor) => participationPolicy.read(actor, amira))).toEqual(staff)
})
