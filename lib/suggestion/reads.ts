import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { SuggestionAnswerLine, SuggestionLine } from './rules'

type Row = {
  id: string
  from: string
  said_on: IsoDate
  words: string | null
  answers: (Omit<SuggestionAnswerLine, 'on'> & { at: string })[] | null
}

/**
 * What parents suggested for one cycle, or for a child in every cycle, the oldest first, each with its answers, the newest
 * first. A parent has their own by row-level security, and the answers once the plan is shared.
 */
export async function suggestionsOf(
  tx: SchoolTx,
  of: { cycleId: string } | { pupilId: string },
): Promise<SuggestionLine[]> {
  const [cycleId, pupilId] = 'cycleId' in of ? [of.cycleId, null] : [null, of.pupilId]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id::text, c.full_name AS from, s.said_on::text, s.words,
      (SELECT json_agg(json_build_object('answer', a.answer, 'takenAs', a.taken_as, 'reason', a.reason,
          'by', concat_ws(' ', m.title, m.given_name, m.family_name), 'at', a.answered_at) ORDER BY a.answered_at DESC, a.id DESC)
         FROM suggestion_answers a JOIN memberships m ON m.school_id = a.school_id AND m.id = a.answered_by_id
         WHERE a.school_id = s.school_id AND a.suggestion_id = s.id) AS answers
    FROM family_suggestions s JOIN contacts c ON c.school_id = s.school_id AND c.id = s.contact_id
    WHERE (${cycleId}::uuid IS NULL OR s.cycle_id = ${cycleId}::uuid) AND (${pupilId}::uuid IS NULL OR s.pupil_id = ${pupilId}::uuid)
    ORDER BY s.said_on, s.written_at, s.id`
  return rows.map(({ said_on: saidOn, answers, ...row }) => ({
    ...row,
    saidOn,
    answers: (answers ?? []).map(({ at, ...answer }) => ({ ...answer, on: schoolDay(new Date(at)) })),
  }))
}
