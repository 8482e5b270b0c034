import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { laterViewsForm, reviewForm } from './schema'

const id = '0190a8c4-0000-7000-8000-000000000001'
const [teacherId, sencoId] = ['0190a8c4-0000-7000-8000-000000000002', '0190a8c4-0000-7000-8000-000000000003']
const on = (day: string, month = '12') => ({ day, month, year: '2026' })
const noDay = { day: '', month: '', year: '' }
const rating = {
  rating: '-1',
  attained: '31 words',
  evidence: 'Dictation on Friday',
  trend: 'improving',
  why: 'Away for two weeks',
  lifecycle: 'continuing',
}
const verdict = {
  ...{ givenBy: 'as-planned', trained: 'trained', works: 'some', quality: 'good' },
  ...{ decision: 'adjust', reason: 'Shorter, and more often' },
}
const review = {
  heldOn: on('4'),
  ratings: { [id]: rating },
  provisions: { [id]: verdict },
  parentsSayNext: 'A quieter place.',
  pupilSaysNext: 'More comics.',
  teacherId,
  sencoId,
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
    ratings: { [id]: { rating: -1, attained: '31 words', whyNotKnown: false } },
    provisions: { [id]: { decision: 'adjust', reaction: null } },
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
    decisionReason: '',
    parentViews: '',
    pupilViews: '',
    nextReviewDue: noDay,
  })
  expect(fields.map(({ field }) => field)).toEqual([
    'heldOn',
    'decisionReason',
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

it('asks why only where an outcome is below expected, and takes that nobody knows yet (P70)', () => {
  expect(messagesOf({ ratings: { [id]: { ...rating, rating: '0', why: '' } } })).toEqual([])
  expect(messagesOf({ ratings: { [id]: { ...rating, why: '', whyNotKnown: 'yes' } } })).toEqual([])
})

it.each([
  [{ heldOn: noDay }, 'heldOn', 'Enter the date of the review'],
  [{ ratings: { [id]: { ...rating, rating: '' } } }, `ratings.${id}.rating`, 'Select how this outcome went'],
  [{ ratings: { [id]: { ...rating, rating: '3' } } }, `ratings.${id}.rating`, 'Select how this outcome went'],
  [
    { ratings: { [id]: { ...rating, rating: '0', attained: '' } } },
    `ratings.${id}.attained`,
    'Enter where the pupil is now',
  ],
  [
    { ratings: { [id]: { ...rating, rating: '0', evidence: ' ' } } },
    `ratings.${id}.evidence`,
    'Enter what shows it',
  ],
  [{ parentViews: '' }, 'parentViews', 'Enter what the parents say, or why their views could not be had'],
  [{ pupilViews: '' }, 'pupilViews', 'Enter what the pupil says, or why their views could not be had'],
  [
    { ratings: { [id]: { ...rating, why: '' } } },
    `ratings.${id}.why`,
    'Enter why it is below expected, or tick that it is not known yet',
  ],
  [{ ratings: { [id]: { ...rating, trend: '' } } }, `ratings.${id}.trend`, 'Select whether it is improving'],
  [
    { ratings: { [id]: { ...rating, lifecycle: '' } } },
    `ratings.${id}.lifecycle`,
    'Select what becomes of this outcome',
  ],
  [
    { provisions: { [id]: { ...verdict, decision: '' } } },
    `provisions.${id}.decision`,
    'Select whether it continues',
  ],
  [{ provisions: { [id]: { ...verdict, reason: '' } } }, `provisions.${id}.reason`, 'Enter why'],
  [
    { provisions: { [id]: { ...verdict, givenBy: 'others' } } },
    `provisions.${id}.givenByNote`,
    'Enter who else gave it',
  ],
  [{ parentsSayNext: '' }, 'parentsSayNext', 'Enter what the parents say about what comes next'],
  [{ pupilSaysNext: '' }, 'pupilSaysNext', 'Enter what the pupil says about what comes next'],
  [{ teacherId: '' }, 'teacherId', 'Select the teacher'],
  [{ sencoId: undefined }, 'sencoId', 'Select the SENCO'],
  [{ decision: '' }, 'decision', 'Select what happens next'],
  [{ decisionReason: '' }, 'decisionReason', 'Enter the reason for the decision'],
  [{ nextStartsOn: noDay }, 'nextStartsOn', 'Enter the first day of the next cycle'],
  [{ nextReviewDue: noDay }, 'nextReviewDue', 'Enter the next review date'],
  [{ nextReviewDue: on('31', '2') }, 'nextReviewDue', 'The next review date must be a real date'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf(over)).toEqual([{ field, message }])
})

it('takes what came later in words, and a parent’s silence as an invitation; a pupil’s needs words (R17)', () => {
  const later = { whose: 'parent', onDay: on('9'), words: '' }
  expect(laterViewsForm.safeParse(later).success).toBe(true)
  const pupils = laterViewsForm.safeParse({ ...later, whose: 'pupil' })
  expect(pupils.success ? [] : problemsOf(pupils.error)).toEqual([
    { field: 'words', message: 'Enter what the pupil said' },
  ])
})
