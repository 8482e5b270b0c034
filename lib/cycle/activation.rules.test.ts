import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Party } from '@/lib/plan/agreement.rules'
import { missingBeforeActivation, type PlanToActivate } from './activation.rules'

const outcome: PlanToActivate['outcomes'][number] = {
  id: 'words',
  willDo: 'Read 40 of the 50 words on the list aloud without help',
  measure: 'Words read right, each Friday',
  baseline: '16',
  target: '40',
  by: isoDate('2027-03-25'),
  expectedImpact: 'Reads the class book with the others',
}

const provision: PlanToActivate['provisions'][number] = {
  id: 'precision',
  what: 'Precision teaching, 10 minutes, 4 times a week',
  outcomeIds: ['words'],
}

const answered: Party['latest'] = {
  ...{ answer: 'agreed' as const, method: 'in-person' as const },
  ...{ said: null, on: isoDate('2027-01-07'), changeId: null },
}
const mother: Party = {
  ...{ contactId: 'farah', name: 'Farah Khan', relationship: 'Mother' },
  ...{ mustBeAsked: true, latest: answered, attempts: [] },
}
const pupil: Party = { ...mother, contactId: null, name: 'Amira', relationship: null }
const agreement = (...parties: Party[]) => ({
  ...{ parties, earlier: { parents: null, pupil: null }, isYoungPerson: false },
})

/** A plan that lacks nothing. */
const plan = (over: Partial<PlanToActivate> = {}): PlanToActivate => ({
  outcomes: [outcome],
  provisions: [provision],
  reviewDue: isoDate('2027-03-16'),
  responsibleTeacher: true,
  agreement: { parties: [mother, pupil], earlier: { parents: null, pupil: null }, isYoungPerson: false },
  ...over,
})

describe('missingBeforeActivation (6.48)', () => {
  it('lets a complete plan begin', () => {
    expect(missingBeforeActivation(plan())).toEqual([])
  })

  it.each<[string, string, string, Partial<PlanToActivate>]>([
    ['6.48', 'outcomes', 'Add at least one outcome', { outcomes: [], provisions: [] }],
    [
      '6.48',
      'outcomes.words.willDo',
      'Outcome 1: enter what the pupil will do',
      { outcomes: [{ ...outcome, willDo: ' ' }] },
    ],
    [
      '9.66',
      'outcomes.words.measure',
      'Outcome 1: enter how it will be measured',
      { outcomes: [{ ...outcome, measure: '' }] },
    ],
    [
      '9.66',
      'outcomes.words.baseline',
      'Outcome 1: enter where the pupil is now',
      { outcomes: [{ ...outcome, baseline: null }] },
    ],
    [
      '9.66',
      'outcomes.words.target',
      'Outcome 1: enter what the pupil is aiming for',
      { outcomes: [{ ...outcome, target: null }] },
    ],
    [
      '9.66',
      'outcomes.words.by',
      'Outcome 1: enter the date it should be reached by',
      { outcomes: [{ ...outcome, by: null }] },
    ],
    [
      '6.48',
      'outcomes.words.expectedImpact',
      'Outcome 1: enter the impact expected on progress, development or behaviour',
      { outcomes: [{ ...outcome, expectedImpact: null }] },
    ],
    ['6.48', 'provisions', 'Add at least one provision: the support that will be given', { provisions: [] }],
    [
      '6.48',
      'provisions.precision.what',
      'Provision 1: enter what will be done',
      { provisions: [{ ...provision, what: '\n' }] },
    ],
    [
      '6.40',
      'provisions.precision.outcomeIds',
      'Provision 1: select at least one outcome it is for',
      { provisions: [{ ...provision, outcomeIds: [] }] },
    ],
    [
      '6.40',
      'provisions.precision.outcomeIds',
      'Provision 1: select at least one outcome it is for',
      { provisions: [{ ...provision, outcomeIds: ['of-another-cycle'] }] },
    ],
    [
      '6.36',
      'responsibleTeacher',
      'Select the teacher who is responsible for this plan',
      { responsibleTeacher: false },
    ],
    ['6.48', 'reviewDue', 'Enter the date the plan will be reviewed', { reviewDue: null }],
    [
      '6.48',
      'agreement.farah',
      'Write down what Farah Khan says of the plan, or that they were invited and did not answer',
      { agreement: agreement({ ...mother, latest: null }, pupil) },
    ],
    [
      '6.48',
      'agreement.pupil',
      'Write down what Amira says of the plan, or that they were invited and did not answer',
      { agreement: agreement(mother, { ...pupil, latest: null }) },
    ],
  ])('asks, by %s, for %s: "%s"', (paragraph, item, message, lacking) => {
    expect(missingBeforeActivation(plan(lacking))[0]).toEqual({ item, paragraph, message })
    expect(missingBeforeActivation(plan(lacking))).toHaveLength(item === 'outcomes' ? 2 : 1)
  })

  it('names each outcome and provision by its place, and lists everything in the order of the form', () => {
    const empty = {
      outcomes: [outcome, { ...outcome, id: 'story', target: null, by: null }],
      provisions: [provision, { id: 'talk', what: null, outcomeIds: [] }],
      reviewDue: null,
      responsibleTeacher: false,
      agreement: agreement({ ...mother, latest: null }, { ...pupil, latest: null }),
    }
    expect(missingBeforeActivation(plan(empty)).map(({ item }) => item)).toEqual([
      'outcomes.story.target',
      'outcomes.story.by',
      'provisions.talk.what',
      'provisions.talk.outcomeIds',
      'responsibleTeacher',
      'reviewDue',
      'agreement.farah',
      'agreement.pupil',
    ])
    expect(missingBeforeActivation(plan(empty))[0]?.message).toMatch(/^Outcome 2: /)
  })
  it('lets one provision serve several outcomes', () => {
    const both = plan({
      outcomes: [outcome, { ...outcome, id: 'story' }],
      provisions: [{ ...provision, outcomeIds: ['words', 'story'] }],
    })
    expect(missingBeforeActivation(both)).toEqual([])
  })
})
