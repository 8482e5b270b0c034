import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ParentPoint, PointKind } from './rules'

/** What becomes of a thing a parent brought: talked about, answered, or carried forward to somebody by name (P86). */
export const POINT_OUTCOMES = ['talked', 'answered', 'carried'] as const

export type PointOutcome = (typeof POINT_OUTCOMES)[number]

export type PointAnswer = {
  readonly pointId: string
  readonly meetingId: string
  readonly outcome: PointOutcome
  readonly words: string | null
  readonly carriedTo: string | null
  readonly recordedOn: IsoDate
}

/** A point on the list of one meeting, with what became of it so far. */
export type ListedPoint = ParentPoint & {
  /** The day of the earlier meeting it comes from, where it was carried forward or left open there. */
  readonly broughtOn: IsoDate | null
  /** The last thing said of it at this meeting, and at one before. */
  readonly answer: PointAnswer | null
  readonly earlier: PointAnswer | null
}

/** What asks for an answer: a concern or a question. What else is brought is there to be read (P86). */
export const asksForAnswer = (kind: PointKind): boolean => kind === 'concern' || kind === 'question'

type Meeting = { readonly id: string; readonly on: IsoDate; readonly status: string }

/**
 * What the parents of a meeting have on their list there: what they brought to it, and what was carried forward from a
 * meeting before it or left open there. Nothing on it is ever dropped (P86).
 */
export function listForMeeting(
  meeting: Meeting & { readonly contactIds: readonly string[] },
  points: readonly ParentPoint[],
  answers: readonly PointAnswer[],
  meetings: readonly Meeting[],
): ListedPoint[] {
  const last = (pointId: string, fits: (answer: PointAnswer) => boolean) =>
    answers.filter((answer) => answer.pointId === pointId && fits(answer)).at(-1) ?? null
  const isBefore = (other: Meeting) => other.id !== meeting.id && other.on <= meeting.on
  return points.flatMap((point) => {
    if (!meeting.contactIds.includes(point.contactId)) return []
    const answer = last(point.id, ({ meetingId }) => meetingId === meeting.id)
    const earlier = last(point.id, ({ meetingId }) =>
      meetings.some((other) => other.id === meetingId && isBefore(other)),
    )
    if (point.meetingId === meeting.id) return [{ ...point, broughtOn: null, answer, earlier }]
    if (!asksForAnswer(point.kind)) return []
    const from = meetings.find(({ id }) => id === point.meetingId)
    if (point.meetingId !== null && !(from && from.status === 'held' && isBefore(from))) return []
    const isOpen = earlier === null || earlier.outcome === 'carried'
    return isOpen || answer ? [{ ...point, broughtOn: from?.on ?? null, answer, earlier }] : []
  })
}

/** What on the list still waits for a word: a concern or a question of which nothing was said at this meeting. */
export const unanswered = (points: readonly ListedPoint[]): ListedPoint[] =>
  points.filter(({ kind, answer }) => asksForAnswer(kind) && answer === null)
