import 'server-only'
import { type IsoDate, schoolDay, schoolTime } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Delivered } from './rules'

/** Who did something, and when, as a page says it. */
export type Signed = { readonly by: string; readonly on: IsoDate; readonly at: string }

/** What a note says at one time: as it is now, or as it was before somebody put it right. */
export type NoteSays = {
  version: number
  provisionId: string | null
  outcomeId: string | null
  happenedOn: IsoDate
  delivered: Delivered
  reason: string | null
  minutes: number | null
  givenBy: string | null
  observation: string | null
  measured: string | null
  isShared: boolean
  written: Signed
}

export type NoteQuestion = {
  id: string
  words: string
  asked: Signed
  answer: { words: string; signed: Signed } | null
}

export type NoteInFull = NoteSays & {
  id: string
  writtenById: string
  /** Who put it right last, when and why; null where nobody has. */
  corrected: (Signed & { why: string }) | null
  /** What it said before, newest first, each with why it was replaced. */
  before: (NoteSays & { replaced: Signed & { why: string } })[]
  questions: NoteQuestion[]
}

type Person = { givenName: string; familyName: string }

const signed = (who: Person, at: Date): Signed => ({
  by: `${who.givenName} ${who.familyName}`,
  on: schoolDay(at),
  at: schoolTime(at),
})

type Columns = {
  version: number
  provisionId: string | null
  outcomeId: string | null
  happenedOn: Date
  delivered: string
  reason: string | null
  minutes: number | null
  givenBy: string | null
  observation: string | null
  measured: string | null
  sharedAt: Date | null
}

const saysOf = (row: Columns, written: Signed): NoteSays => ({
  version: row.version,
  provisionId: row.provisionId,
  outcomeId: row.outcomeId,
  happenedOn: fromDateColumn(row.happenedOn),
  delivered: row.delivered as Delivered,
  reason: row.reason,
  minutes: row.minutes,
  givenBy: row.givenBy,
  observation: row.observation,
  measured: row.measured,
  isShared: row.sharedAt !== null,
  written,
})

const name = { select: { givenName: true, familyName: true } } as const

/** One Do note with all it ever said, and what was asked about it; null where it is not of this cycle. */
export async function noteInFull(
  tx: SchoolTx,
  cycleId: string,
  doNoteId: string,
): Promise<NoteInFull | null> {
  const row = await tx.doNote.findFirst({
    where: { id: doNoteId, cycleId },
    include: {
      writtenBy: name,
      correctedBy: name,
      revisions: { include: { writtenBy: name, replacedBy: name }, orderBy: { version: 'desc' } },
      questions: {
        include: { askedBy: name, answeredBy: name },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!row) return null
  const { correctedBy, correctedAt, correctionReason } = row
  return {
    ...saysOf(row, signed(row.writtenBy, row.writtenAt)),
    id: row.id,
    writtenById: row.writtenById,
    corrected:
      correctedBy && correctedAt
        ? { ...signed(correctedBy, correctedAt), why: correctionReason ?? '' }
        : null,
    before: row.revisions.map((was) => ({
      ...saysOf(was, signed(was.writtenBy, was.writtenAt)),
      replaced: { ...signed(was.replacedBy, was.replacedAt), why: was.why },
    })),
    questions: row.questions.map(({ id, words, askedBy, askedAt, answer, answeredBy, answeredAt }) => ({
      id,
      words,
      asked: signed(askedBy, askedAt),
      answer:
        answer !== null && answeredBy && answeredAt
          ? { words: answer, signed: signed(answeredBy, answeredAt) }
          : null,
    })),
  }
}

/** A question about a note that its author has not answered yet (P50). */
export type OpenQuestion = {
  id: string
  doNoteId: string
  cycleId: string
  pupilId: string
  pupilName: string
  className: string | null
  about: string
  words: string
  askedBy: string
  askedOn: IsoDate
}

/** The questions that wait for this member of staff, oldest first. */
export async function openQuestions(tx: SchoolTx, authorId: string): Promise<OpenQuestion[]> {
  return tx.$queryRaw<OpenQuestion[]>`
    SELECT q.id, n.id AS "doNoteId", n.cycle_id AS "cycleId", n.pupil_id AS "pupilId", k.name AS "className", q.words,
      concat_ws(' ', COALESCE(u.preferred_name, u.given_name), u.family_name) AS "pupilName", COALESCE(p.what, 'In every lesson') AS about,
      concat_ws(' ', m.given_name, m.family_name) AS "askedBy", (q.asked_at AT TIME ZONE 'Europe/London')::date::text AS "askedOn"
    FROM do_note_questions q
    JOIN do_notes n ON n.school_id = q.school_id AND n.id = q.do_note_id
    JOIN pupils u ON u.school_id = n.school_id AND u.id = n.pupil_id
    LEFT JOIN classes k ON k.school_id = u.school_id AND k.id = u.class_id
    LEFT JOIN provisions p ON p.school_id = n.school_id AND p.id = n.provision_id
    JOIN memberships m ON m.school_id = q.school_id AND m.id = q.asked_by_id
    WHERE n.written_by_id = ${authorId}::uuid AND q.answer IS NULL ORDER BY q.asked_at, q.id`
}

/** What a teacher saw on looking at what others give, newest first (P49). */
export type OversightLine = { id: string; provision: string; lookedOn: IsoDate; words: string; by: string }

/** The oversight notes of a cycle, newest first. */
export async function oversightLines(tx: SchoolTx, cycleId: string): Promise<OversightLine[]> {
  return tx.$queryRaw<OversightLine[]>`
    SELECT v.id, p.what AS provision, v.looked_on::text AS "lookedOn", v.words, concat_ws(' ', m.given_name, m.family_name) AS by
    FROM oversight_notes v
    JOIN provisions p ON p.school_id = v.school_id AND p.id = v.provision_id
    JOIN memberships m ON m.school_id = v.school_id AND m.id = v.written_by_id
    WHERE p.cycle_id = ${cycleId}::uuid ORDER BY v.looked_on DESC, v.written_at DESC, v.id`
}
