import 'server-only'
import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

type Row = {
  id: string
  meetingId: string
  pupilId: string
  pupilName: string
  className: string | null
  parent: string
  askedOn: IsoDate
}

/** What parents asked about a record and nobody has answered; one statement (P84). */
export async function recordQuestionFlags(tx: SchoolTx, today: IsoDate): Promise<Flag[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT q.id::text, q.meeting_id::text AS "meetingId", q.pupil_id::text AS "pupilId",
      concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName", k.name AS "className",
      c.full_name AS parent, (q.asked_at AT TIME ZONE 'Europe/London')::date::text AS "askedOn"
    FROM record_questions q
    JOIN pupils p ON p.school_id = q.school_id AND p.id = q.pupil_id
    JOIN contacts c ON c.school_id = q.school_id AND c.id = q.contact_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    WHERE NOT EXISTS (SELECT FROM record_question_answers a WHERE a.school_id = q.school_id AND a.question_id = q.id)
    ORDER BY q.asked_at, q.id`
  return rows.map(({ id, meetingId, pupilId, pupilName, className, parent, askedOn }) => {
    const days = daysBetween(askedOn, today)
    return {
      kind: 'record-question',
      group: 'at-risk',
      ruleId: 'P84',
      weight: days,
      pupilId,
      act: `Explain a line of the record of ${pupilName}’s meeting`,
      path: addresses.explain(pupilId, meetingId, id),
      who: whoWords([className, parent], 'A parent asked'),
      since: days === 0 ? 'Today' : `${countOf(days, 'day')} ago`,
      source: 'Code 6.71',
    }
  })
}
