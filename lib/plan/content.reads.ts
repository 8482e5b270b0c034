import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { type FamilyContent, familyContent, type PlanContent, planContent } from './content.schema'

type Row = { content: Record<string, unknown> }

// One statement for both editions, so that they cannot tell two stories; the family's leaves out each row that was not
// shared, here and not on the page. Personal care is kept apart from both (P44): see care.reads.ts. Inside a change it reads the draft: see change.reads.ts.
const contentRow = async (tx: SchoolTx, cycleId: string, today: IsoDate, edition: 'staff' | 'family') => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT json_build_object('cycleNumber', c.number, 'activatedOn', c.activated_on, 'reviewDue', c.review_due,
      'aspirations', w.aspirations, 'inEveryLesson', w.in_every_lesson, 'atHome', w.at_home,
      'responsible', (SELECT json_build_object('membershipId', m.id, 'name', concat_ws(' ', m.title, m.given_name, m.family_name),
          'role', m.role, 'jobTitle', m.job_title)
         FROM memberships m WHERE m.school_id = c.school_id AND m.id = w.responsible_id),
      'pupilViews', (SELECT json_build_object('words', a.pupil_views, 'how', a.pupil_views_how, 'on', a.pupil_views_on)
         FROM assessments a WHERE a.school_id = c.school_id AND a.cycle_id = c.id AND a.pupil_views IS NOT NULL
           AND (${edition} = 'staff' OR a.shared_at IS NOT NULL)),
      'outcomes', COALESCE((SELECT json_agg(json_build_object('id', COALESCE(o.origin_id, o.id), 'willDo', o.will_do, 'measure', o.measure,
          'unit', o.unit, 'baseline', o.baseline, 'baselineOn', o.baseline_on, 'target', o.target, 'by', o.by_on, 'why', o.why,
          'expectedImpact', o.expected_impact, 'needs', COALESCE((SELECT json_agg(t.name ORDER BY t.name) FROM need_types t WHERE t.code = ANY (o.needs)), '[]'),
          'longTerm', (SELECT t.will_do FROM long_term_outcomes t WHERE t.school_id = o.school_id AND t.id = o.long_term_outcome_id
             AND (${edition} = 'staff' OR t.shared_at IS NOT NULL)), 'wish', o.wish, 'broadAreas', o.broad_areas) ORDER BY o.position, COALESCE(o.origin_id, o.id))
         FROM outcomes o WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL
           AND (${edition} = 'staff' OR o.shared_at IS NOT NULL)), '[]'),
      'provisions', COALESCE((SELECT json_agg(json_build_object('id', COALESCE(p.origin_id, p.id), 'what', p.what, 'deliveredById', p.delivered_by_id,
          'deliverer', COALESCE(NULLIF(concat_ws(' ', d.title, d.given_name, d.family_name), ''), p.deliverer), 'place', p.place,
          'minutes', p.minutes, 'perWeek', p.per_week, 'groupSize', p.group_size, 'from', p.from_on, 'until', p.until_on,
          'form', p.form, 'wave', p.wave, 'additional', p.additional, 'fromOutside', p.from_outside, 'equipment', p.equipment,
          'inPlaceOn', p.in_place_on, 'alsoGivenBy', COALESCE((SELECT json_agg(concat_ws(' ', g.title, g.given_name, g.family_name) ORDER BY g.family_name, g.id)
             FROM memberships g WHERE g.school_id = p.school_id AND g.id = ANY (p.also_given_by)), '[]'),
          'outcomeIds', COALESCE((SELECT json_agg(COALESCE(o.origin_id, o.id) ORDER BY o.position, o.id) FROM provision_outcomes l
             JOIN outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
             WHERE l.school_id = p.school_id AND l.provision_id = p.id), '[]')) ORDER BY COALESCE(p.origin_id, p.id))
         FROM provisions p LEFT JOIN memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
         WHERE p.school_id = c.school_id AND p.cycle_id = c.id AND p.removed_at IS NULL AND NOT p.care
           AND (${edition} = 'staff' OR p.shared_at IS NOT NULL)), '[]'),
      'lines', COALESCE((SELECT json_agg(json_build_object('id', COALESCE(l.origin_id, l.id), 'kind', l.kind, 'words', l.words,
          'about', l.about, 'who', l.who, 'howOften', l.how_often) ORDER BY COALESCE(l.origin_id, l.id))
         FROM plan_lines l WHERE l.school_id = c.school_id AND l.cycle_id = c.id AND l.removed_at IS NULL
           AND (${edition} = 'staff' OR l.shared_at IS NOT NULL)), '[]'),
      'people', COALESCE((SELECT json_agg(json_build_object('membershipId', m.id, 'name', concat_ws(' ', m.title, m.given_name, m.family_name),
          'role', m.role, 'jobTitle', m.job_title) ORDER BY m.role <> 'class-teacher', m.role <> 'senco', m.family_name, m.given_name, m.id)
         FROM memberships m WHERE m.school_id = c.school_id AND m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date)
           AND (m.role = 'senco'
             OR EXISTS (SELECT FROM provisions p WHERE p.school_id = m.school_id AND p.cycle_id = c.id AND p.removed_at IS NULL AND NOT p.care AND p.delivered_by_id = m.id)
             OR (m.role = 'class-teacher' AND EXISTS (SELECT FROM class_staff s JOIN pupils k ON k.school_id = s.school_id AND k.class_id = s.class_id
               WHERE s.school_id = m.school_id AND s.membership_id = m.id AND k.id = c.pupil_id
                 AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))))), '[]'),
      'consultation', json_build_object('parents', c.parent_consultation, 'parentsNote', c.parent_consultation_note,
        'pupil', c.pupil_consultation, 'pupilNote', c.pupil_consultation_note)) AS content
    FROM cycles c
    LEFT JOIN plan_changes h ON h.school_id = c.school_id AND h.cycle_id = c.id AND h.id = app.plan_change_id()
    CROSS JOIN LATERAL (SELECT
      CASE WHEN h.id IS NULL THEN c.aspirations ELSE h.aspirations END AS aspirations,
      CASE WHEN h.id IS NULL THEN c.in_every_lesson ELSE h.in_every_lesson END AS in_every_lesson,
      CASE WHEN h.id IS NULL THEN c.at_home ELSE h.at_home END AS at_home,
      CASE WHEN h.id IS NULL THEN c.responsible_id ELSE h.responsible_id END AS responsible_id) w
    WHERE c.id = ${cycleId}::uuid AND (${edition} = 'staff' OR c.shared_at IS NOT NULL)`
  return row?.content ?? null
}

const without = (row: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))

/** The plan of a cycle as staff read it now: as it was published, or inside a change its draft; null where there is none. */
export async function readContent(
  tx: SchoolTx,
  cycleId: string,
  agreement: PlanContent['agreement'],
  today: IsoDate,
): Promise<PlanContent | null> {
  const content = await contentRow(tx, cycleId, today, 'staff')
  return content && planContent.parse({ ...content, agreement })
}

/** The plan of a cycle from its shared rows alone, as its family may read it; null where nothing was shared. */
export async function readFamilyContent(
  tx: SchoolTx,
  cycleId: string,
  today: IsoDate,
): Promise<FamilyContent | null> {
  const row = await contentRow(tx, cycleId, today, 'family')
  if (!row) return null
  const outcomes = (row['outcomes'] as Record<string, unknown>[]).map((outcome) => without(outcome, 'needs'))
  return familyContent.parse({ ...without(row, 'consultation'), outcomes })
}
