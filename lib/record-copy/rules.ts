import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { instantAt } from '@/lib/calendar/instant'
import { type FamilyTie, isEntitled } from '@/lib/parent-meeting/family.rules'

// Product defaults, none of them the Code's (marked † in domain.md).
/** How long a link to a record opens it. */
export const LINK_DAYS = 30
/** How long a record stays open after the date of birth was given. */
export const OPEN_MINUTES = 30

/** A link sent on this day opens nothing after these days. */
export const recordLinkExpires = (sentOn: IsoDate): Date => instantAt(plusDays(sentOn, LINK_DAYS), '00:00')

/**
 * Whether a link still opens a record: not past its day, the version it was sent for still there, and whoever it is for not
 * shut out since.
 */
export const opensRecord = (
  link: { readonly expiresAt: Date | null; readonly tie: FamilyTie | null },
  now: Date,
  today: IsoDate,
): boolean =>
  link.expiresAt !== null && link.expiresAt > now && link.tie !== null && isEntitled(link.tie, today)
