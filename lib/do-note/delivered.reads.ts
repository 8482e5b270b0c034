import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { calendarSince } from '@/lib/cycle/calendar.reads'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import {
  type DeliveredProvision,
  deliveredProvision,
  type NotedProvision,
  type Sessions,
} from './delivered.rules'

type Row = Omit<NotedProvision, 'sessions'> & { sessions: Sessions[] | null }

const cyclesOf = (of: { cycleId: string } | 'in-force') =>
  of === 'in-force' ? sql`c.stage IN ('do', 'review')` : sql`c.id = ${of.cycleId}::uuid`

/**
 * The provisions of one cycle, or of every plan in force, with their sessions counted where they were noted alike (6.52).
 * One statement, for staff: a parent reads only the notes that were shared, and would count too few.
 */
export const notedPart = (of: { cycleId: string } | 'in-force'): Part<NotedProvision[]> =>
  part<Row, NotedProvision[]>(
    sql`
    SELECT p.id, p.what, p.minutes, p.per_week AS "perWeek", p.from_on::text AS from, p.until_on::text AS until,
      COALESCE(NULLIF(concat_ws(' ', d.given_name, d.family_name), ''), p.deliverer) AS deliverer, p.delivered_by_id AS "deliveredById",
      c.id AS "cycleId", c.review_due::text AS "reviewDue", c.closed_on::text AS "closedOn", c.responsible_id AS "responsibleId", c.pupil_id AS "pupilId",
      concat_ws(' ', COALESCE(u.preferred_name, u.given_name), u.family_name) AS "pupilName", k.name AS "className",
      (SELECT max(v.looked_on)::text FROM oversight_notes v WHERE v.school_id = p.school_id AND v.provision_id = p.id) AS "lookedOn",
      noted.sessions, COALESCE(gone.away, '[]') AS away
    FROM cycles c
    JOIN provisions p ON p.school_id = c.school_id AND p.cycle_id = c.id AND p.removed_at IS NULL
    JOIN pupils u ON u.school_id = c.school_id AND u.id = c.pupil_id
    LEFT JOIN classes k ON k.school_id = u.school_id AND k.id = u.class_id
    LEFT JOIN memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
    LEFT JOIN (SELECT a.school_id, a.pupil_id, json_agg(json_build_object('from', a.from_on, 'until', a.until_on) ORDER BY a.from_on) AS away
        FROM pupil_absences a WHERE a.withdrawn_at IS NULL GROUP BY a.school_id, a.pupil_id) gone ON gone.school_id = c.school_id AND gone.pupil_id = c.pupil_id
    LEFT JOIN (SELECT alike.school_id, alike.provision_id, json_agg(json_build_object('times', alike.times, 'lastOn', alike.last_on,
          'delivered', alike.delivered, 'minutes', alike.minutes, 'reason', alike.reason, 'givenBy', alike.given_by)) AS sessions
        FROM (SELECT n.school_id, n.provision_id, n.delivered, n.minutes, n.reason, n.given_by, count(*)::int AS times, max(n.happened_on) AS last_on
          FROM do_notes n JOIN cycles c ON c.school_id = n.school_id AND c.id = n.cycle_id
          WHERE n.provision_id IS NOT NULL
            AND ${cyclesOf(of)}
          GROUP BY n.school_id, n.provision_id, n.delivered, n.minutes, n.reason, n.given_by) alike
        GROUP BY alike.school_id, alike.provision_id) noted ON noted.school_id = p.school_id AND noted.provision_id = p.id
    WHERE ${cyclesOf(of)}
    ORDER BY u.family_name, u.given_name, u.id, p.id`,
    (rows) => rows.map((row) => ({ ...row, sessions: row.sessions ?? [] })),
  )

/** The same by itself. */
export const notedProvisions = (
  tx: SchoolTx,
  of: { cycleId: string } | 'in-force',
): Promise<NotedProvision[]> => readPart(tx, notedPart(of))

/**
 * What was given of each provision of a cycle beside what was planned, to date or to the day the cycle closed: how
 * often, how long, by whom, and why not (6.52, 6.54; P67). For the Do page, the pupil's page and the review.
 */
export async function deliveredInCycle(
  tx: SchoolTx,
  { schoolId, cycleId }: { schoolId: string; cycleId: string },
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<DeliveredProvision[]> {
  const provisions = await notedProvisions(tx, { cycleId })
  const begins = provisions.flatMap(({ from }) => (from === null ? [] : [from])).sort()[0] ?? null
  const since = await calendarSince(tx, schoolId, begins, calendar)
  return provisions.map((provision) => deliveredProvision(provision, since, today))
}
