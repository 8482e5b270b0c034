import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat } from './counting.rules'
import type { MeetingAction } from './line.rules'
import type { PupilPart } from './record.rules'

/** Someone who was at a meeting, as what they were there (P81), and whether for all of it. */
export type Came = {
  readonly name: string
  readonly role: string | null
  readonly cameLate: boolean
  readonly leftEarly: boolean
}

/** A record as it is signed off, whole: who came, what was said and agreed, who does what (6.65 to 6.71). */
export type RecordContent = {
  readonly on: IsoDate
  readonly format: ParentMeetingFormat
  readonly minutes: number | null
  readonly leader: string | null
  readonly leaderRole: string | null
  readonly noteTaker: string | null
  readonly parents: readonly Came[]
  readonly staff: readonly Came[]
  readonly pupilPart: PupilPart | null
  readonly pupilPartNote: string | null
  readonly pupilSaid: string | null
  readonly outcomesAgreed: string
  readonly supportAgreed: string
  readonly parentWillDo: string | null
  readonly pupilWillDo: string | null
  readonly schoolWillDo: string | null
  readonly aspirations: string | null
  readonly worries: string | null
  readonly atHome: string | null
  readonly nextMeeting: string | null
  readonly actions: readonly MeetingAction[]
}

/** What somebody said when the record was read back: agreed, saw it otherwise, or did not hear it and why. */
export const HEARD_AS = ['agreed', 'differs', 'not-heard'] as const

export type HeardAs = (typeof HEARD_AS)[number]

/** Who heard the record read back: a parent by their contact, or the pupil. */
export type ReadBack = {
  readonly who: string
  readonly name: string
  readonly heard: HeardAs
  readonly words: string | null
}

/** The pupil among those to whom a record is read back. */
export const PUPIL = 'pupil'

/** Those to whom a record is read back before the end: each parent who came, and the pupil where they were there (P85). */
export function readBackTo(meeting: {
  readonly came: readonly { readonly contactId: string; readonly name: string }[]
  readonly pupilPart: PupilPart | null
  readonly givenName: string
}): { who: string; name: string }[] {
  const parents = meeting.came.map(({ contactId, name }) => ({ who: contactId, name }))
  const isThere = meeting.pupilPart === 'all' || meeting.pupilPart === 'part'
  return [...parents, ...(isThere ? [{ who: PUPIL, name: meeting.givenName }] : [])]
}

/** One version of a record: what it said, who signed it and, after the first, why it was changed. */
export type RecordVersion = {
  readonly number: number
  readonly content: RecordContent
  readonly readBack: readonly ReadBack[]
  readonly reason: string | null
  readonly signedBy: string
  readonly signedOn: IsoDate
}

/** The day from which a version waits to be given: the meeting's for the first, its own for an amendment (6.71). */
export const givenFrom = (heldOn: IsoDate, version: { number: number; signedOn: IsoDate }): IsoDate =>
  version.number === 1 ? heldOn : version.signedOn

/** One line of a record in words; its key stays the same from version to version. */
export type RecordLine = { readonly key: string; readonly term: string; readonly text: string }

/** What became of one line from a version to another: added, taken out or said otherwise. */
export type LineChange = {
  readonly key: string
  readonly term: string
  readonly before: string | null
  readonly after: string | null
}

/** Where two versions differ, line by line in the order of the later one; lines that are the same are left out. */
export function changedLines(before: readonly RecordLine[], after: readonly RecordLine[]): LineChange[] {
  const was = new Map(before.map((line) => [line.key, line]))
  const is = new Set(after.map(({ key }) => key))
  const changed = after.flatMap(({ key, term, text }) => {
    const earlier = was.get(key)?.text ?? null
    return earlier === text ? [] : [{ key, term, before: earlier, after: text }]
  })
  const gone = before
    .filter(({ key }) => !is.has(key))
    .map(({ key, term, text }) => ({ key, term, before: text, after: null }))
  return [...changed, ...gone]
}
