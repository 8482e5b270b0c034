import type { IsoDate } from '@/lib/calendar/iso-date'
import { plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import type { Delivered } from '@/lib/do-note/rules'

/** What was noted of one session today. */
export type NotedSession = {
  readonly id: string
  readonly version: number
  readonly byId: string
  /** The one line of what was seen. */
  readonly line: string | null
  /** The score that was taken with it. */
  readonly score: {
    readonly value: string
    readonly byId: string
    /** Taken with a tap, and so changed with a tap; one written in the Do note is changed there. */
    readonly byItself: boolean
  } | null
  readonly delivered: Delivered
  readonly reason: string | null
  /** When it was written, on the school's clock. */
  readonly at: string
  readonly by: string
  /** The key of the form that wrote it. */
  readonly formKey: string
}

/** One provision of a plan in force today, with what was noted of it today and this week (6.52). */
export type SheetProvision = {
  readonly id: string
  readonly what: string
  readonly minutes: number | null
  readonly perWeek: number | null
  readonly groupSize: number | null
  readonly place: string | null
  readonly deliverer: string | null
  readonly deliveredById: string | null
  /** What it is for: the first of its outcomes. */
  readonly outcome: string | null
  /** How to run it today, from the school’s catalogue. */
  readonly steps: string | null
  /** The same as it is measured. */
  readonly aim: {
    readonly id: string
    readonly baseline: string | null
    readonly target: string | null
    readonly unit: string | null
  } | null
  readonly notedToday: readonly NotedSession[]
  /** Sessions given this week, in full or in part, those of today among them. */
  readonly givenThisWeek: number
}

/** A pupil on the register as the people of the class need to know them (6.49). */
export type SheetPupil = {
  readonly pupilId: string
  readonly name: string
  readonly givenName: string
  readonly classId: string | null
  readonly className: string | null
  /** Written down as away today: nothing of theirs waits to be noted. */
  readonly isAway: boolean
  /** The open cycle whose plan is in force; null between two plans. */
  readonly cycleId: string | null
  /** What the pupil needs in every lesson, from the latest plan (6.37). */
  readonly inEveryLesson: string | null
  readonly outcomes: readonly { readonly id: string; readonly willDo: string }[]
  readonly provisions: readonly SheetProvision[]
}

/** One pupil's line under a provision. */
export type SheetLine = SheetProvision &
  Pick<SheetPupil, 'pupilId' | 'name' | 'className'> & { readonly cycleId: string }

/** A provision by its name, with everyone who has it. */
export type ProvisionGroup = { readonly what: string; readonly lines: readonly SheetLine[] }

/** Monday of the week this day is in. */
export const mondayOf = (day: IsoDate): IsoDate => plusDays(day, 1 - weekdayOf(day))

const folded = (what: string) => what.trim().replace(/\s+/g, ' ').toLowerCase()

const alike = ({ what, deliverer, minutes, perWeek }: SheetProvision) =>
  [folded(what), folded(deliverer ?? ''), minutes, perWeek].join('|')

/**
 * Provisions of several plans that have the same words, the same person to give them and the same times are one group:
 * they are given together (6.52).
 */
export function provisionGroups(pupils: readonly SheetPupil[]): ProvisionGroup[] {
  const groups = new Map<string, SheetLine[]>()
  for (const { pupilId, name, className, cycleId, provisions } of pupils)
    for (const provision of cycleId === null ? [] : provisions) {
      const line = { ...provision, pupilId, name, className, cycleId: cycleId as string }
      groups.set(alike(provision), [...(groups.get(alike(provision)) ?? []), line])
    }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, lines]) => ({ what: lines[0]?.what ?? '', lines }))
}

/** One's own groups first: what a person gives themselves is what they came to note. */
export const ownFirst = (groups: readonly ProvisionGroup[], membershipId: string): ProvisionGroup[] => {
  const isOwn = ({ lines }: ProvisionGroup) =>
    lines.some(({ deliveredById }) => deliveredById === membershipId)
  return [...groups.filter(isOwn), ...groups.filter((group) => !isOwn(group))]
}

const SCHOOL_WEEK = 5

/** Whether every session of today was noted: one a day, or more where the week has more than one for each day. */
export const isNoted = ({ notedToday, perWeek }: Pick<SheetProvision, 'notedToday' | 'perWeek'>) =>
  notedToday.length >= Math.max(1, Math.ceil((perWeek ?? 1) / SCHOOL_WEEK))

/**
 * Whether somebody else noted a session since this form was opened: then the tap is not written, and the person is
 * told. A second tap on the same form is no one else.
 */
export const isOvertaken = (
  { notedToday }: Pick<SheetProvision, 'notedToday'>,
  tap: { formKey: string; seen: number },
) => notedToday.filter(({ formKey }) => formKey !== tap.formKey).length > tap.seen

/** Whether this week's sessions have all been given; without a number a week nobody can say. */
export const isWeekFull = ({ perWeek, givenThisWeek }: Pick<SheetProvision, 'perWeek' | 'givenThisWeek'>) =>
  perWeek !== null && givenThisWeek >= perWeek

/**
 * Those who may be marked as given together: the rest of every group that has met today. One to one is no group. A group nobody has been
 * noted in may not have met, and a week that is full has no session left; they are noted one by one.
 */
export const restOfTheGroups = (groups: readonly ProvisionGroup[]): SheetLine[] =>
  groups
    .map(({ lines }) => lines.filter(({ groupSize }) => groupSize !== 1))
    .filter((lines) => lines.some(hasMet))
    .flatMap((lines) => lines.filter((line) => !isNoted(line) && !isWeekFull(line)))

/** Those of a group who can be marked in one tap: nobody has noted them today, and a session of the week is left. */
export function wholeGroup({ lines }: ProvisionGroup): SheetLine[] {
  const open = lines.filter((line) => line.groupSize !== 1 && !isNoted(line) && !isWeekFull(line))
  return open.length > 1 ? open : []
}

const hasMet = ({ notedToday }: SheetLine) => notedToday.some(({ delivered }) => delivered !== 'not-given')

/** How many groups have every pupil noted today, of how many there are. */
export const groupsNoted = (groups: readonly ProvisionGroup[]) => ({
  noted: groups.filter(({ lines }) => lines.every(isNoted)).length,
  all: groups.length,
})
