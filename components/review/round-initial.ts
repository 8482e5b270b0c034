import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'
import { asRound, writtenParts } from '@/lib/review/draft.rules'
import type { RoundPupil } from '@/lib/review/round.rules'
import { daysLate } from '@/lib/review/rules'
import { attainedValues, outcomeFacts } from './initial'

/** One pupil of a round, as the page shows it. */
export type RoundPupilShown = {
  cycleId: string
  givenName: string
  name: string
  className: string | null
  due: string
  isLate: boolean
  written: string
  path: string
  outcomes: { id: string; sentence: string; facts: string }[]
}

const dueWords = (reviewDue: IsoDate, today: IsoDate) => {
  const late = daysLate(reviewDue, today)
  if (late > 0) return `Agreed for ${longDate(reviewDue)}, ${late} ${late === 1 ? 'day' : 'days'} overdue`
  return reviewDue === today ? 'Due today' : `Agreed for ${longDate(reviewDue)}`
}

/** The pupils of a round with their outcomes, when each is due, and how much is written. */
export const roundPupils = (pupils: readonly RoundPupil[], today: IsoDate): RoundPupilShown[] =>
  pupils.map((pupil) => {
    const ids = pupil.outcomes.map(({ id }) => id)
    const { done, of } = writtenParts(pupil.answers, ids)
    const by = pupil.savedBy === null ? '' : `, last saved by ${pupil.savedBy}`
    return {
      cycleId: pupil.cycleId,
      givenName: pupil.givenName,
      name: pupil.name,
      className: pupil.className,
      due: dueWords(pupil.reviewDue, today),
      isLate: daysLate(pupil.reviewDue, today) > 0,
      written: `${done} of ${of} parts written${by}`,
      path: `pupils/${pupil.pupilId}/cycles/${pupil.cycleId}/review`,
      outcomes: pupil.outcomes.map((outcome) => ({
        id: outcome.id,
        sentence: outcome.willDo,
        facts: outcomeFacts(outcome),
      })),
    }
  })

/** What the boxes of a round begin with: each pupil's draft, and the version it was opened at. */
export const roundValues = (pupils: readonly RoundPupil[]): FormValues =>
  Object.assign(
    {},
    ...pupils.map(({ cycleId, answers, version, outcomes }) => ({
      ...asRound({ ...attainedValues(outcomes), ...answers }, cycleId),
      [`drafts.${cycleId}.version`]: String(version),
    })),
  ) as FormValues
