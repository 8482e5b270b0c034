import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { problemsOf } from '@/lib/platform/form-state'
import { amira, whoMay } from '@/tests/factories/actors'
import { specialistPolicy } from './policy'
import { dayProblems, type InvolvementDays, involvementState } from './rules'
import { specialistForm } from './schema'

const days = (over: Partial<Record<keyof InvolvementDays, string | null>> = {}): InvolvementDays => {
  const all = {
    parentsInvolvedOn: '2026-11-02',
    requestedOn: '2026-11-03',
    firstSeenOn: null,
    reportReceivedOn: null,
    sharedWithParentsOn: null,
    sharedWithStaffOn: null,
    ...over,
  }
  const day = (text: string | null) => (text === null ? null : isoDate(text))
  return {
    parentsInvolvedOn: isoDate(all.parentsInvolvedOn ?? ''),
    requestedOn: isoDate(all.requestedOn ?? ''),
    firstSeenOn: day(all.firstSeenOn),
    reportReceivedOn: day(all.reportReceivedOn),
    sharedWithParentsOn: day(all.sharedWithParentsOn),
    sharedWithStaffOn: day(all.sharedWithStaffOn),
  }
}
const today = isoDate('2026-12-04')

describe('dayProblems (6.47, 6.59)', () => {
  it.each([
    ['asked, and no more yet', {}, []],
    ['decided and asked on one day', { parentsInvolvedOn: '2026-11-03' }, []],
    ['asked before the parents took part', { parentsInvolvedOn: '2026-11-04' }, ['parentsInvolvedOn']],
    ['asked tomorrow', { requestedOn: '2026-12-05' }, ['requestedOn']],
    ['seen before it was asked', { firstSeenOn: '2026-11-02' }, ['firstSeenOn']],
    ['reported without a first visit on record', { reportReceivedOn: '2026-11-20' }, []],
    ['shared without a report', { sharedWithParentsOn: '2026-11-20' }, ['reportReceivedOn']],
    [
      'shared before it came',
      { reportReceivedOn: '2026-11-20', sharedWithStaffOn: '2026-11-19' },
      ['sharedWithStaffOn'],
    ],
    [
      'shared the day it came',
      { reportReceivedOn: '2026-11-20', sharedWithParentsOn: '2026-11-20', sharedWithStaffOn: '2026-11-23' },
      [],
    ],
  ])('%s', (_what, over, fields) => {
    expect(dayProblems(days(over), today).map(({ field }) => field)).toEqual(fields)
  })
})

it.each([
  ['waiting', {}],
  ['seen', { firstSeenOn: '2026-11-10' }],
  ['to-share', { reportReceivedOn: '2026-11-20' }],
  ['to-share', { reportReceivedOn: '2026-11-20', sharedWithParentsOn: '2026-11-20' }],
  [
    'shared',
    { reportReceivedOn: '2026-11-20', sharedWithParentsOn: '2026-11-20', sharedWithStaffOn: '2026-11-20' },
  ],
])('stands at %s with %j', (state, over) => {
  expect(involvementState(days(over))).toBe(state)
})

describe('specialistForm', () => {
  const on = { day: '2', month: '11', year: '2026' }
  const none = { day: '', month: '', year: '' }
  const form = {
    service: 'speech-and-language',
    askedFor: 'How to help with word finding',
    parentsInvolvedOn: on,
    parentsSaid: 'Please do',
    requestedOn: on,
  }
  const problems = (over: object) => {
    const parsed = specialistForm.safeParse({ ...form, ...over })
    return parsed.success ? [] : problemsOf(parsed.error)
  }
  it.each([
    [{}, []],
    [{ service: '' }, ['Select which service was asked']],
    [{ parentsInvolvedOn: none }, ['Enter the day the parents took part in the decision']],
    [{ parentsSaid: ' ' }, ['Enter what the parents said']],
    [{ service: 'other' }, ['Enter which service, and who it is']],
  ])('%j', (over, messages) => {
    expect(problems(over).map(({ message }) => message)).toEqual(messages)
  })
})

it('is recorded by those who teach the pupil, and read by those who support them', () => {
  const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']
  expect(whoMay((actor) => specialistPolicy.record(actor, amira))).toEqual(teachers)
  expect(whoMay((actor) => specialistPolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})
