import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import type { Answers } from './draft.rules'
import { draftAnchor, reviewParts } from './open.rules'
import { reviewForm } from './schema'

const [one, group] = ['0190a8c4-0000-7000-8000-000000000001', '0190a8c4-0000-7000-8000-000000000002']
const plan = {
  givenName: 'Amira',
  outcomes: [{ id: one, sentence: 'Reads 40 words' }],
  provisions: [{ id: group, what: 'Precision teaching' }],
}
const whole: Answers = {
  ...{ 'heldOn.day': '4', 'heldOn.month': '12', 'heldOn.year': '2026' },
  ...{
    [`ratings.${one}.rating`]: '1',
    [`ratings.${one}.attained`]: '41',
    [`ratings.${one}.evidence`]: 'Dictation',
  },
  ...{ [`ratings.${one}.trend`]: 'improving', [`ratings.${one}.lifecycle`]: 'achieved' },
  ...{ [`provisions.${group}.works`]: 'much', [`provisions.${group}.givenBy`]: 'as-planned' },
  ...{ [`provisions.${group}.trained`]: 'trained', [`provisions.${group}.quality`]: 'good' },
  ...{ [`provisions.${group}.decision`]: 'continue', [`provisions.${group}.reason`]: 'It works' },
  ...{ pupilViews: 'I like it', pupilSaysNext: 'More', parentViews: 'Calmer', parentsSayNext: 'Go on' },
  ...{ decision: 'continue', decisionReason: 'It works' },
  ...{ 'nextStartsOn.day': '7', 'nextStartsOn.month': '12', 'nextStartsOn.year': '2026' },
  ...{ 'nextReviewDue.day': '12', 'nextReviewDue.month': '3', 'nextReviewDue.year': '2027' },
  ...{ teacherId: '0190a8c4-0000-7000-8000-000000000003', sencoId: '0190a8c4-0000-7000-8000-000000000004' },
}
const open = (over: Answers = {}) =>
  Object.fromEntries(
    reviewParts({ ...whole, ...over }, plan).flatMap(({ id, lacks }) => (lacks.length ? [[id, lacks]] : [])),
  )

/** The boxes as the action reads them: "a.b.c" within one another. */
function asInput(answers: Answers): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, answer] of Object.entries(answers)) {
    const parts = name.split('.')
    const last = parts.pop() as string
    const inner = parts.reduce<Record<string, unknown>>(
      (at, part) => (at[part] ??= {}) as Record<string, unknown>,
      input,
    )
    inner[last] = answer
  }
  return input
}

describe('what is still open in a review', () => {
  it('is nothing where it is whole', () => {
    expect(open()).toEqual({})
    expect(reviewForm.safeParse(asInput(whole)).success).toBe(true)
  })

  it('names each part in the order of the form, with what it lacks', () => {
    const parts = reviewParts({ [`ratings.${one}.attained`]: '31' }, plan)
    expect(parts.map(({ id, label, isBegun }) => [id, label, isBegun])).toEqual([
      [`outcome-${one}`, '1. Reads 40 words', false],
      [`provision-${group}`, 'Support 1: Precision teaching', false],
      ['views', 'What they say', false],
      ['next', 'What happens next', false],
      ['signed', 'Signed off by', false],
    ])
    expect(parts[0]?.lacks).toEqual([
      'how it went',
      'what shows it',
      'whether it is improving',
      'what becomes of it',
    ])
  })

  // Each row takes one answer away: the list says so exactly when the form would refuse it.
  it.each<[string, Answers]>([
    ['how it went', { [`ratings.${one}.rating`]: '' }],
    ['where the pupil is', { [`ratings.${one}.attained`]: ' ' }],
    ['what shows it', { [`ratings.${one}.evidence`]: '' }],
    ['improving', { [`ratings.${one}.trend`]: '' }],
    ['what becomes of it', { [`ratings.${one}.lifecycle`]: '' }],
    ['below, and not why', { [`ratings.${one}.rating`]: '-1' }],
    ['below, and why', { [`ratings.${one}.rating`]: '-1', [`ratings.${one}.why`]: 'Away' }],
    ['below, not known', { [`ratings.${one}.rating`]: '-2', [`ratings.${one}.whyNotKnown`]: 'yes' }],
    ['difference', { [`provisions.${group}.works`]: '' }],
    ['who', { [`provisions.${group}.givenBy`]: '' }],
    ['who else', { [`provisions.${group}.givenBy`]: 'others' }],
    [
      'who else, said',
      { [`provisions.${group}.givenBy`]: 'others', [`provisions.${group}.givenByNote`]: 'Mo' },
    ],
    ['trained', { [`provisions.${group}.trained`]: '' }],
    ['how well', { [`provisions.${group}.quality`]: '' }],
    ['becomes of the support', { [`provisions.${group}.decision`]: '' }],
    ['why', { [`provisions.${group}.reason`]: '' }],
    ['pupil', { pupilViews: '', pupilSaysNext: '' }],
    ['pupil, why not', { pupilViews: '', pupilSaysNext: '', pupilViewsMissing: 'Away' }],
    ['parents', { parentViews: '', parentsSayNext: '' }],
    ['parents, why not', { parentViews: '', parentsSayNext: '', parentViewsMissing: 'No answer' }],
    ['pupil next', { pupilSaysNext: '' }],
    ['parents next', { parentsSayNext: '' }],
    ['decision', { decision: '' }],
    ['reason', { decisionReason: '' }],
    ['first day', { 'nextStartsOn.month': '' }],
    ['next date', { 'nextReviewDue.year': '' }],
    [
      'no next date where support ends',
      { decision: 'step-down', 'nextReviewDue.day': '', 'nextReviewDue.month': '', 'nextReviewDue.year': '' },
    ],
    ['teacher', { teacherId: '' }],
    ['SENCO', { sencoId: '' }],
  ])('and no more than sign-off asks: %s', (_what, over) => {
    const parsed = reviewForm.safeParse(asInput({ ...whole, ...over }))
    const refused = parsed.success ? 0 : problemsOf(parsed.error).length
    expect(Object.values(open(over)).flat().length > 0).toBe(refused > 0)
  })
})

it.each([
  ['draft', ''],
  ['draft:views', 'views'],
  [`draft:outcome-${one}`, `outcome-${one}`],
  [`draft:provision-${group}`, `provision-${group}`],
  ['record', null],
  ['draft:#x', null],
  ['draft://elsewhere', null],
  [null, null],
])('the button %s saves a draft and comes back to %s', (intent, anchor) => {
  expect(draftAnchor(intent)).toBe(anchor)
})
