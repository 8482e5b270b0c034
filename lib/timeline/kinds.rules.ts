import type { IsoDate } from '@/lib/calendar/iso-date'

/**
 * What can stand on a pupil's timeline, in the order of the story. A new kind is a word here, its words in KINDS
 * (kinds.words.ts) and its SELECT in SELECTS (selects.reads.ts); nothing else needs to know of it.
 */
export const TIMELINE_KINDS = [
  'concern',
  'progress-check',
  'early-discussion',
  'status',
  'need',
  'notification',
  'cycle',
  'source',
  'plan',
  'do-note',
  'measurement',
  'observation',
  'joining-in',
  'away',
  'review',
  'specialist',
  'watch',
  'meeting',
  'file',
  'people',
] as const

export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** What a kind's SELECT tells of one thing that happened, as its words need it. */
export type Told = { what: string; id: string; facts: Readonly<Record<string, unknown>> }

/** One thing that happened, by its day. */
export type TimelineRow = Told & { kind: TimelineKind; on: IsoDate; by: string | null }

/** The part of a timeline that is asked for: a school year, and kinds; no kind means all. */
export type TimelineFilter = { year: number | null; kinds: readonly TimelineKind[]; since: Date | null }

/** How many things of a kind happened in the school year that is shown. */
export type KindCount = { kind: TimelineKind; entries: number }

/** How much there is of each kind, in the order of the story. */
export const countsOf = (rows: readonly TimelineRow[]): KindCount[] =>
  TIMELINE_KINDS.map((kind) => ({ kind, entries: rows.filter((row) => row.kind === kind).length })).filter(
    ({ entries }) => entries > 0,
  )

/** The school years of a story, the latest first, this year among them. */
export const yearsOf = (first: number, last: number, thisYear: number): number[] => {
  const [from, until] = [Math.min(first, thisYear), Math.max(last, thisYear)]
  return Array.from({ length: until - from + 1 }, (_, place) => until - place)
}

/** What somebody did since the person asking last looked. */
export type Change = { at: Date; action: string; by: string | null }

/** What others have done since a person last looked; null where they have not looked before. */
export type ChangesSince = { since: Date; changes: readonly Change[] } | null

// Who goes from the pupil's page to the timeline and back is still looking: what was new a moment ago is not gone.
const STILL_LOOKING = 30 * 60 * 1000

/** Openings after this instant belong to the looking that goes on now. */
export const stillLookingSince = (now: Date): Date => new Date(now.getTime() - STILL_LOOKING)
