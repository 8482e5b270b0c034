import 'server-only'
import { type DaysAway, whileHere } from '@/lib/absence/rules'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import type { ParentConsultation, PupilConsultation } from '@/lib/cycle/activation.rules'
import type { CycleStage } from '@/lib/cycle/rules'
import { type Measured, type PlanOutcome, progressOf } from '@/lib/outcome/rules'
import type { Role } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import { deliveryOf, type Given, type PlanProvision } from '@/lib/provision/rules'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { calendarSince } from './calendar.reads'

export type Responsible = {
  membershipId: string
  /** With the title, as families say it: "Mr Tom Whitfield". */
  fullName: string
  name: string
  role: Role
  jobTitle: string | null
}

/** One cycle's plan on one page, with what has been measured and given so far. */
export type Plan = {
  cycleId: string
  pupilId: string
  number: number
  stage: CycleStage
  version: number
  /** Each page of the plan is kept by itself; these two have no row of their own. */
  everyDayVersion: number
  responsibleVersion: number
  startedOn: IsoDate
  activatedOn: IsoDate | null
  reviewDue: IsoDate | null
  closedOn: IsoDate | null
  responsible: Responsible | null
  aspirations: string | null
  inEveryLesson: string | null
  atHome: string | null
  parentConsultation: ParentConsultation | null
  /** For staff: it may name one parent, and pages for families leave it out. */
  parentConsultationNote: string | null
  pupilConsultation: PupilConsultation | null
  pupilConsultationNote: string | null
  pupilViews: { words: string; how: string | null; on: IsoDate | null } | null
  outcomes: PlanOutcome[]
  provisions: PlanProvision[]
}

type Row = {
  id: string
  school_id: string
  pupil_id: string
  number: number
  stage: CycleStage
  version: number
  every_day_version: number
  responsible_version: number
  started_on: IsoDate
  activated_on: IsoDate | null
  review_due: IsoDate | null
  closed_on: IsoDate | null
  aspirations: string | null
  in_every_lesson: string | null
  at_home: string | null
  parent_consultation: ParentConsultation | null
  parent_consultation_note: string | null
  pupil_consultation: PupilConsultation | null
  pupil_consultation_note: string | null
  responsible: Responsible | null
  pupil_views: Plan['pupilViews']
  outcomes: (Omit<PlanOutcome, 'progress'> & { latest: Measured | null })[] | null
  provisions: (Omit<PlanProvision, 'delivery' | 'lastNoteOn'> & { given: Given | null })[] | null
  away: DaysAway[]
}

const NOTHING_GIVEN: Given = { given: 0, partly: 0, notGiven: 0, minutes: 0, lastNoteOn: null }

/** The plan with what was measured and given so far, counted in the school days of a calendar that reaches back to its beginning. */
export function planFrom({ row }: ReadPlan, calendar: SchoolCalendar, today: IsoDate): Plan {
  const last = row.closed_on !== null && row.closed_on < today ? row.closed_on : today
  const here = whileHere(calendar, row.away, last)
  return {
    cycleId: row.id,
    pupilId: row.pupil_id,
    number: row.number,
    stage: row.stage,
    version: row.version,
    everyDayVersion: row.every_day_version,
    responsibleVersion: row.responsible_version,
    startedOn: row.started_on,
    activatedOn: row.activated_on,
    reviewDue: row.review_due,
    closedOn: row.closed_on,
    responsible: row.responsible,
    aspirations: row.aspirations,
    inEveryLesson: row.in_every_lesson,
    atHome: row.at_home,
    parentConsultation: row.parent_consultation,
    parentConsultationNote: row.parent_consultation_note,
    pupilConsultation: row.pupil_consultation,
    pupilConsultationNote: row.pupil_consultation_note,
    pupilViews: row.pupil_views,
    outcomes: (row.outcomes ?? []).map((outcome) => ({
      ...outcome,
      progress: progressOf(outcome, outcome.latest),
    })),
    provisions: (row.provisions ?? []).map(({ given, ...provision }) => {
      const noted = given ?? NOTHING_GIVEN
      return {
        ...provision,
        delivery: deliveryOf(provision, noted, here, last),
        lastNoteOn: noted.lastNoteOn,
      }
    }),
  }
}

type Asked = { cycleId: string } | { pupilId: string }

/** A plan as it is read, before its school days are counted. */
export type ReadPlan = { row: Row; cycleId: string; schoolId: string; begins: IsoDate | null }

// Which cycle it is comes first and by itself: compared with a subquery, Postgres would look at every cycle of the school.
/** What is asked of the database for a plan; `planFrom` makes the plan of it. */
export function planPart(of: Asked): Part<ReadPlan | null> {
  const cycleId = 'cycleId' in of ? of.cycleId : null
  const pupilId = 'pupilId' in of ? of.pupilId : null
  return part<Row, ReadPlan | null>(
    sql`
    WITH asked AS MATERIALIZED (SELECT COALESCE(${cycleId}::uuid, (SELECT x.id FROM cycles x
      WHERE x.pupil_id = ${pupilId}::uuid AND x.activated_on IS NOT NULL ORDER BY x.number DESC LIMIT 1)) AS cycle_id)
    SELECT c.id, c.school_id, c.pupil_id, c.number, c.stage, c.version, c.started_on::text, c.activated_on::text,
      c.review_due::text, c.closed_on::text, w.aspirations, w.in_every_lesson, w.at_home, w.every_day_version, w.responsible_version, c.parent_consultation,
      c.parent_consultation_note, c.pupil_consultation, c.pupil_consultation_note,
      (SELECT json_build_object('membershipId', m.id, 'fullName', concat_ws(' ', m.title, m.given_name, m.family_name),
          'name', concat_ws(' ', m.given_name, m.family_name), 'role', m.role, 'jobTitle', m.job_title)
         FROM memberships m WHERE m.school_id = c.school_id AND m.id = w.responsible_id) AS responsible,
      (SELECT json_build_object('words', a.pupil_views, 'how', a.pupil_views_how, 'on', a.pupil_views_on)
         FROM assessments a WHERE a.school_id = c.school_id AND a.cycle_id = c.id AND a.pupil_views IS NOT NULL) AS pupil_views,
      (SELECT json_agg(json_build_object('id', o.id, 'version', o.version, 'position', o.position, 'willDo', o.will_do,
          'measure', o.measure, 'unit', o.unit, 'baseline', o.baseline, 'baselineOn', o.baseline_on, 'target', o.target,
          'by', o.by_on, 'why', o.why, 'expectedImpact', o.expected_impact, 'needs', o.needs, 'wish', o.wish, 'broadAreas', o.broad_areas, 'carriedFromId', o.carried_from_id,
          'longTerm', (SELECT json_build_object('id', g.id, 'willDo', g.will_do) FROM long_term_outcomes g
             WHERE g.school_id = o.school_id AND g.id = o.long_term_outcome_id),
          'latest', (SELECT json_build_object('value', n.value, 'on', n.measured_on) FROM outcome_measurements n
             WHERE n.school_id = o.school_id AND n.outcome_id = CASE WHEN o.origin_id IS NULL THEN o.id ELSE o.origin_id END
             ORDER BY n.measured_on DESC, n.written_at DESC LIMIT 1)) ORDER BY o.position, o.id)
         FROM outcomes o WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL) AS outcomes,
      (SELECT json_agg(json_build_object('id', p.id, 'version', p.version, 'what', p.what, 'deliveredById', p.delivered_by_id,
          'delivererWords', p.deliverer, 'deliverer', COALESCE(NULLIF(concat_ws(' ', d.given_name, d.family_name), ''), p.deliverer),
          'place', p.place, 'minutes', p.minutes, 'perWeek', p.per_week, 'groupSize', p.group_size,
          'from', p.from_on, 'until', p.until_on,
          'outcomeIds', COALESCE((SELECT json_agg(l.outcome_id) FROM provision_outcomes l
             WHERE l.school_id = p.school_id AND l.provision_id = p.id), '[]'),
          'catalogueEntryId', p.catalogue_entry_id, 'form', p.form, 'wave', p.wave, 'additional', p.additional,
          'fromOutside', p.from_outside, 'equipment', p.equipment, 'inPlaceOn', p.in_place_on, 'care', p.care,
          'alsoGivenBy', COALESCE((SELECT json_agg(json_build_object('id', g.id, 'name', concat_ws(' ', g.given_name, g.family_name)) ORDER BY g.family_name, g.id)
             FROM memberships g WHERE g.school_id = p.school_id AND g.id = ANY (p.also_given_by)), '[]'),
          'given', CASE WHEN s.provision_id IS NOT NULL THEN json_build_object('given', s.given, 'partly', s.partly,
             'notGiven', s.not_given, 'minutes', s.minutes, 'lastNoteOn', s.last_on) END) ORDER BY COALESCE(p.origin_id, p.id))
         FROM provisions p
         LEFT JOIN memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
         LEFT JOIN app.sessions_given(c.id) s ON s.provision_id = COALESCE(p.origin_id, p.id)
         WHERE p.school_id = c.school_id AND p.cycle_id = c.id AND p.removed_at IS NULL) AS provisions,
      app.days_away(c.pupil_id) AS away
    FROM asked JOIN cycles c ON c.id = asked.cycle_id
    LEFT JOIN plan_changes h ON h.school_id = c.school_id AND h.cycle_id = c.id AND h.id = app.plan_change_id()
    CROSS JOIN LATERAL (SELECT
      CASE WHEN h.id IS NULL THEN c.aspirations ELSE h.aspirations END AS aspirations,
      CASE WHEN h.id IS NULL THEN c.in_every_lesson ELSE h.in_every_lesson END AS in_every_lesson,
      CASE WHEN h.id IS NULL THEN c.at_home ELSE h.at_home END AS at_home,
      CASE WHEN h.id IS NULL THEN c.responsible_id ELSE h.responsible_id END AS responsible_id,
      COALESCE(h.every_day_version, c.every_day_version) AS every_day_version,
      COALESCE(h.responsible_version, c.responsible_version) AS responsible_version) w`,
    ([row]) => {
      if (!row) return null
      const begins = (row.provisions ?? []).flatMap(({ from }) => (from === null ? [] : [from])).sort()[0]
      return { row, cycleId: row.id, schoolId: row.school_id, begins: begins ?? null }
    },
  )
}

/**
 * The plan of one cycle, or of a pupil's latest cycle whose plan came into force, in one statement. What row-level
 * security hides is not there: a parent reads shared outcomes and provisions, and no draft. Inside a change it is the
 * change's draft of it (see change.reads.ts).
 */
export async function readPlan(
  tx: SchoolTx,
  of: Asked,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<Plan | null> {
  const read = await readPart(tx, planPart(of))
  return read && planFrom(read, await calendarSince(tx, read.schoolId, read.begins, calendar), today)
}
