import type { IsoDate } from '@/lib/calendar/iso-date'

/** What a parent can bring to a meeting, in the order the guides ask it (P78 to P80). */
export const POINT_KINDS = ['hope', 'good-news', 'concern', 'what-helps', 'child-wish', 'question'] as const

export type PointKind = (typeof POINT_KINDS)[number]

/** How a parent gave it to somebody at school, who typed it in for them. */
export const WAYS_TOLD = ['phone', 'in-person', 'letter', 'email'] as const

export type WayTold = (typeof WAYS_TOLD)[number]

/** How it was given: by the parent themselves, through a link or the service, or told to the school. */
export type WayGiven = 'link' | 'service' | WayTold

/** One thing a parent brings, in their own words; nobody alters them (P86). */
export type ParentPoint = {
  readonly id: string
  /** The meeting it is brought to, none while none is booked. */
  readonly meetingId: string | null
  readonly contactId: string
  /** Whose words they are. */
  readonly parentName: string
  readonly kind: PointKind
  readonly words: string
  readonly how: WayGiven
  readonly addedOn: IsoDate
  /** Who at school typed it in, where somebody did. */
  readonly typedBy: string | null
}

/** The boxes of the form that say something, each becoming one point. */
export const pointsIn = (
  form: Readonly<Partial<Record<PointKind, string | null>>>,
): { kind: PointKind; words: string }[] =>
  POINT_KINDS.flatMap((kind) => {
    const words = form[kind] ?? null
    return words === null ? [] : [{ kind, words }]
  })
