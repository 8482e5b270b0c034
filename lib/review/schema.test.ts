import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { reviewForm } from './schema'

const id = '0190a8c4-0000-7000-8000-000000000001'
const on = (day: string, month = '12') => ({ day, month, year: '2026' })
const noDay = { day: '', month: '', year: '' }
const review = {
  heldOn: on('4'),
  ratings: { [id]: { rating: '-1', attained: '31 words', evidence: 'Dictation on Friday' } },
  parentViews: 'He reads to his sister.',
  pupilViews: 'I like it.',
  support: 'Given as planned.',
  decision: 'change-support',
  decisionReason: 'Slower than hoped.',
  nextStartsOn: on('7'),
  nextReviewDue: { day: '12', month: '3', year: '2027' },
}
const messagesOf = (over: object) => {
  const parsed = reviewForm.safeParse({ ...review, ...over })
  return parsed.success ? [] : problemsOf(parsed.error)
}

it('reads a whole review', () => {
  expect(reviewForm.parse(review)).toMatchObject({
    ratings: { [id]: { rating: -1, attained: '31 words' } },
    heldOn: '2026-12-04',
    nextStartsOn: '2026-12-07',
    nextReviewDue: '2027-03-12',
    parentViewsMissing: null,
  })
})

it('needs no next cycle where support is no longer needed', () => {
  expect(messagesOf({ decision: 'step-down', nextStartsOn: noDay, nextReviewDue: noDay })).toEqual([])
})

it('says every problem at once, across fields too', () => {
  const fields = messagesOf({
    heldOn: noDay,
    support: '',
    parentViews: '',
    pupilViews: '',
    nextReviewDue: noDay,
  })
  expect(fields.map(({ field }) => field)).toEqual([
    'heldOn',
    'support',
    'parentViews',
    'pupilViews',
    'nextReviewDue',
  ])
  expect(messagesOf({ decision: '', nextReviewDue: noDay }).map(({ field }) => field)).toEqual(['decision'])
})

it('takes the reason instead of views that could not be had (R17)', () => {
  const reasons = {
    ...{ parentViews: '', parentViewsMissing: 'Invited on 1 and 3 December, no answer' },
    ...{ pupilViews: '', pupilViewsMissing: 'Away ill' },
  }
  expect(messagesOf(reasons)).toEqual([])
})

it.each([
  [{ heldOn: noDay }, 'heldOn', 'Enter the date of the review'],
  [
    { ratings: { [id]: { attained: '31', evidence: 'Dictation' } } },
    `ratings.${id}.rating`,
    'Select how this outcome went',
  ],
  [
    { ratings: { [id]: { rating: '3', attained: '31', evidence: 'Dictation' } } },
    `ratings.${id}.rating`,
    'Select how this outcome went',
  ],
  [
    { ratings: { [id]: { rating: '0', attained: '', evidence: 'Dictation' } } },
    `ratings.${id}.attained`,
    'Enter where the pupil is now',
  ],
  [
    { ratings: { [id]: { rating: '0', attained: '31', evidence: ' ' } } },
    `ratings.${id}.evidence`,
    'Enter what shows it',
  ],
  [{ parentViews: '' }, 'parentViews', 'Enter what the parents say, or why their views could not be had'],
  [{ pupilViews: '' }, 'pupilViews', 'Enter what the pupil says, or why their views could not be had'],
  [{ support: '' }, 'support', 'Enter how the support went'],
  [{ decision: '' }, 'decision', 'Select what happens next'],
  [{ decisionReason: '' }, 'decisionReason', 'Enter the reason for the decision'],
  [{ nextStartsOn: noDay }, 'nextStartsOn', 'Enter the first day of the next cycle'],
  [{ nextReviewDue: noDay }, 'nextReviewDue', 'Enter the next review date'],
  [{ nextReviewDue: on('31', '2') }, 'nextReviewDue', 'The next review date must be a real date'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf(over)).toEqual([{ field, message }])
})
