import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { countedMeetings, type ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import { standingInput } from '@/lib/parent-meeting/facts.rules'
import { factsOf, standingFrom } from '@/lib/parent-meeting/reads'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import type { MeetingsOfYear, News, NextMeeting, SharedReview } from './rules'

type MeetingRow = {
  id: string
  status: 'held' | 'booked'
  day: IsoDate
  at: string | null
  place: string | null
  format: ParentMeetingFormat
  planned_minutes: number
  is_mine: boolean
  may_read: boolean
  with_staff: string[] | null
}

/**
 * This year's meetings as one parent may know of them: held ones by their day, those to come only where this parent is
 * asked, and whether they may read what was agreed. Separated parents see the same count (8.3, C7).
 */
export async function meetingsForFamily(
  tx: SchoolTx,
  pupilId: string,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<MeetingsOfYear & { next: NextMeeting | null }> {
  const facts = await factsOf(tx, pupilId, calendar)
  const rows = await meetingRows(tx, pupilId, calendar.year.firstDay)
  const counted = new Set(
    countedMeetings(standingInput(facts, calendar, today)).flatMap(({ id, counts }) => (counts ? [id] : [])),
  )
  const next = rows.find(({ status, day, is_mine }) => status === 'booked' && is_mine && day >= today)
  return {
    standing: standingFrom(facts, calendar, today).standing,
    meetings: rows
      .filter(({ day, status }) => day <= calendar.year.lastDay || status === 'booked')
      .map((row) => ({
        id: row.id,
        status: row.status,
        on: row.day,
        counts: counted.has(row.id),
        mayRead: row.status === 'held' && row.may_read,
        isMine: row.is_mine,
      })),
    next: next
      ? {
          id: next.id,
          on: next.day,
          at: next.at,
          place: next.place,
          format: next.format,
          minutes: next.planned_minutes,
          with: next.with_staff ?? [],
        }
      : null,
  }
}

const meetingRows = (tx: SchoolTx, pupilId: string, from: IsoDate) => tx.$queryRaw<MeetingRow[]>`
  SELECT seen.* FROM (
    SELECT m.id::text, m.status, m.held_on::text AS day, m.at, m.place, m.format, m.planned_minutes,
      EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = m.school_id AND a.meeting_id = m.id
        AND a.contact_id = ANY (app.own_contact_ids())) AS is_mine,
      EXISTS (SELECT FROM meeting_records r WHERE r.school_id = m.school_id AND r.meeting_id = m.id
        AND r.shared_at IS NOT NULL) AS may_read,
      (SELECT array_agg(COALESCE(NULLIF(s.title, '') || ' ', s.given_name || ' ') || s.family_name ORDER BY s.id <> m.led_by_id, s.family_name)
         FROM memberships s WHERE s.school_id = m.school_id AND s.role <> 'parent' AND (s.id = m.led_by_id
           OR EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = m.school_id AND a.meeting_id = m.id
             AND a.membership_id = s.id))) AS with_staff
    FROM parent_meetings m
    WHERE m.pupil_id = ${pupilId}::uuid AND m.held_on >= ${from}::date AND m.status IN ('held', 'booked')) seen
  WHERE seen.status = 'held' OR seen.is_mine
  ORDER BY seen.day, seen.at NULLS FIRST, seen.id`

type NewsRow = Omit<News, 'on' | 'files'> & { day: IsoDate; files: News['files'] | null }

/** The latest Do notes that staff shared with the parents, and no others. */
export async function newsFromSchool(tx: SchoolTx, pupilId: string, limit: number): Promise<News[]> {
  const rows = await tx.$queryRaw<NewsRow[]>`
    SELECT n.id::text, n.happened_on::text AS day, n.observation AS words, p.what AS about,
      COALESCE(NULLIF(m.title, '') || ' ', m.given_name || ' ') || m.family_name AS who,
      (SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'bytes', a.bytes) ORDER BY a.added_at, a.id)
         FROM attachments a WHERE a.school_id = n.school_id AND a.do_note_id = n.id) AS files
    FROM do_notes n
    JOIN memberships m ON m.school_id = n.school_id AND m.id = n.written_by_id
    LEFT JOIN provisions p ON p.school_id = n.school_id AND p.id = n.provision_id AND p.shared_at IS NOT NULL
    WHERE n.pupil_id = ${pupilId}::uuid AND n.shared_at IS NOT NULL AND n.observation IS NOT NULL
    ORDER BY n.happened_on DESC, n.written_at DESC, n.id DESC LIMIT ${limit}`
  return rows.map(({ day, files, ...news }) => ({ ...news, on: day, files: files ?? [] }))
}

type ReviewRow = {
  held_on: IsoDate
  decision: SharedReview['decision']
  decision_reason: string
  support: string | null
  aims: SharedReview['aims'] | null
  supports: SharedReview['supports'] | null
  watched_until: IsoDate | null
}

/** The last review that was shared; what parents said in it is left out, because it may be the other parent's. */
export async function lastReview(tx: SchoolTx, pupilId: string): Promise<SharedReview | null> {
  const [row] = await tx.$queryRaw<ReviewRow[]>`
    SELECT r.held_on::text, r.decision, r.decision_reason, r.support,
      (SELECT json_agg(json_build_object('id', o.id, 'willDo', o.will_do, 'rating', g.rating) ORDER BY o.position, o.id)
         FROM outcome_ratings g
         JOIN outcomes o ON o.school_id = g.school_id AND o.id = g.outcome_id AND o.shared_at IS NOT NULL
         WHERE g.school_id = r.school_id AND g.review_id = r.id AND g.shared_at IS NOT NULL) AS aims,
      (SELECT json_agg(json_build_object('id', v.provision_id, 'what', p.what, 'decision', v.decision, 'reason', v.reason) ORDER BY v.provision_id)
         FROM provision_verdicts v JOIN provisions p ON p.school_id = v.school_id AND p.id = v.provision_id
         WHERE v.school_id = r.school_id AND v.review_id = r.id) AS supports,
      (SELECT w.until_on::text FROM step_down_watches w WHERE w.school_id = r.school_id AND w.review_id = r.id) AS watched_until
    FROM reviews r
    WHERE r.pupil_id = ${pupilId}::uuid AND r.shared_at IS NOT NULL
    ORDER BY r.held_on DESC, r.id DESC LIMIT 1`
  return row
    ? {
        heldOn: row.held_on,
        decision: row.decision,
        decisionReason: row.decision_reason,
        support: row.support,
        aims: row.aims ?? [],
        supports: row.supports ?? [],
        watchedUntil: row.watched_until,
      }
    : null
}
