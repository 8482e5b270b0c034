import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Who } from './rules'

/** A pupil who could be met in a round, as the register has them today. */
export type Candidate = {
  readonly pupilId: string
  readonly className: string | null
  readonly yearGroup: number | null
  readonly isOnRegister: boolean
  readonly isBehind: boolean
  /** The year still asks for a meeting. */
  readonly needsOne: boolean
  readonly nextDue: IsoDate | null
  readonly reviewDue: IsoDate | null
  /** Days of meetings that are booked already. */
  readonly bookedOn: readonly IsoDate[]
}

export type Wanted = {
  readonly who: Who
  readonly className: string | null
  readonly yearGroup: string | null
}

const isWanted = (pupil: Candidate, { who, className, yearGroup }: Wanted): boolean => {
  switch (who) {
    case 'behind':
      return pupil.isBehind
    case 'needing':
      return pupil.needsOne
    case 'all':
      return true
    case 'class':
      return pupil.className === className
    case 'year':
      return String(pupil.yearGroup) === yearGroup
    default:
      return who satisfies never
  }
}

/** The pupils a round is for; without those who have a meeting booked within its days. */
export const chosen = <One extends Candidate>(
  pupils: readonly One[],
  wanted: Wanted,
  window: { readonly firstOn: IsoDate; readonly lastOn: IsoDate } | null,
): One[] =>
  pupils.filter(
    (pupil) =>
      pupil.isOnRegister &&
      isWanted(pupil, wanted) &&
      !(window && pupil.bookedOn.some((day) => day >= window.firstOn && day <= window.lastOn)),
  )

/**
 * The last day on which this pupil's meeting is in time: when the next of the three is due, or the review, whichever is
 * first (6.53, 6.65). A day before the round begins can no longer be kept: the pupil is behind, and no day binds.
 */
export function dueIn({ nextDue, reviewDue, isBehind }: Candidate, firstOn: IsoDate) {
  const days = [nextDue, reviewDue].filter((day): day is IsoDate => day !== null)
  const isPast = days.some((day) => day < firstOn)
  const [first = null] = days.filter((day) => day >= firstOn).sort()
  return { dueOn: first, isBehind: isBehind || isPast }
}
