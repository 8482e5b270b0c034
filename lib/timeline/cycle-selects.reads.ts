import 'server-only'
import { LINE } from './people-selects.reads'

const views = (what: 'parent' | 'pupil') => `
  SELECT '${what}' AS what, a.${what}_views_on AS on_day, NULL::timestamptz AS at, a.id, NULL::uuid AS by_id,
    jsonb_build_object('cycleId', a.cycle_id, 'words', left(a.${what}_views, ${LINE})) AS facts
  FROM assessments a WHERE a.pupil_id = $1::uuid AND a.${what}_views_on IS NOT NULL`

/** What happened in the cycles: assess, plan, do, review. */
export const CYCLE_SELECTS = {
  cycle: [
    `SELECT 'started' AS what, c.started_on AS on_day, NULL::timestamptz AS at, c.id, c.responsible_id AS by_id,
       jsonb_build_object('number', c.number) AS facts
     FROM cycles c WHERE c.pupil_id = $1::uuid`,
    `SELECT 'closed', c.closed_on, NULL::timestamptz, c.id, c.responsible_id, jsonb_build_object('number', c.number)
     FROM cycles c WHERE c.pupil_id = $1::uuid AND c.closed_on IS NOT NULL`,
  ],
  source: [
    `SELECT 'source' AS what, s.said_on AS on_day, NULL::timestamptz AS at, s.id, s.written_by_id AS by_id,
       jsonb_build_object('cycleId', s.cycle_id, 'source', s.kind, 'saidBy', s.said_by, 'words', left(s.words, ${LINE})) AS facts
     FROM assessment_sources s WHERE s.pupil_id = $1::uuid`,
    views('parent'),
    views('pupil'),
  ],
  plan: [
    `SELECT 'published' AS what, (v.published_at AT TIME ZONE 'Europe/London')::date AS on_day, v.published_at AS at, v.id,
       v.published_by_id AS by_id, jsonb_build_object('cycleId', v.cycle_id, 'number', c.number, 'version', v.number,
         'from', v.applies_from, 'reason', left(v.reason, ${LINE}), 'reviewDue', c.review_due) AS facts
     FROM plan_versions v JOIN cycles c ON c.school_id = v.school_id AND c.id = v.cycle_id WHERE v.pupil_id = $1::uuid`,
    // brought into force before versions were kept
    `SELECT 'published', c.activated_on, NULL::timestamptz, c.id, c.responsible_id,
       jsonb_build_object('cycleId', c.id, 'number', c.number, 'version', 1, 'reviewDue', c.review_due)
     FROM cycles c WHERE c.pupil_id = $1::uuid AND c.activated_on IS NOT NULL
       AND NOT EXISTS (SELECT FROM plan_versions v WHERE v.school_id = c.school_id AND v.cycle_id = c.id)`,
    `SELECT 'answered', a.answered_on, a.recorded_at, a.id, a.recorded_by_id,
       jsonb_build_object('cycleId', a.cycle_id, 'who', t.full_name, 'answer', a.answer, 'said', left(a.said, ${LINE}))
     FROM plan_agreements a LEFT JOIN contacts t ON t.school_id = a.school_id AND t.id = a.contact_id WHERE a.pupil_id = $1::uuid`,
  ],
  'do-note': [
    // a week at a time, so that two thousand notes can be read
    `SELECT 'week' AS what, max(n.happened_on) AS on_day, max(n.written_at) AS at,
       (array_agg(n.id ORDER BY n.happened_on DESC, n.id))[1] AS id,
       NULL::uuid AS by_id, jsonb_build_object('cycleId', (array_agg(n.cycle_id ORDER BY n.happened_on DESC))[1],
         'given', count(*) FILTER (WHERE n.delivered = 'given'), 'partly', count(*) FILTER (WHERE n.delivered = 'partly'),
         'notGiven', count(*) FILTER (WHERE n.delivered = 'not-given'),
         'minutes', COALESCE(sum(n.minutes) FILTER (WHERE n.delivered <> 'not-given'), 0),
         'notes', jsonb_agg(jsonb_build_object('on', n.happened_on, 'delivered', n.delivered, 'provision', p.what,
           'reason', n.reason, 'observation', left(n.observation, ${LINE})) ORDER BY n.happened_on DESC, n.id)) AS facts
     FROM do_notes n LEFT JOIN provisions p ON p.school_id = n.school_id AND p.id = n.provision_id
     WHERE n.pupil_id = $1::uuid AND n.happened_on BETWEEN $2::date AND $3::date
     GROUP BY date_trunc('week', n.happened_on)`,
  ],
  measurement: [
    `SELECT 'week' AS what, max(m.measured_on) AS on_day, max(m.written_at) AS at,
       (array_agg(m.id ORDER BY m.measured_on DESC, m.id))[1] AS id, NULL::uuid AS by_id,
       jsonb_build_object('taken', jsonb_agg(jsonb_build_object('on', m.measured_on, 'value', m.value, 'unit', o.unit,
         'outcome', left(o.will_do, ${LINE})) ORDER BY m.measured_on DESC, m.id)) AS facts
     FROM outcome_measurements m JOIN outcomes o ON o.school_id = m.school_id AND o.id = m.outcome_id
     WHERE m.pupil_id = $1::uuid AND m.measured_on BETWEEN $2::date AND $3::date
     GROUP BY date_trunc('week', m.measured_on)`,
  ],
  observation: [
    `SELECT 'seen' AS what, o.seen_on AS on_day, o.written_at AS at, o.id, o.written_by_id AS by_id,
       jsonb_build_object('place', o.place, 'words', left(o.words, ${LINE})) AS facts
     FROM observations o WHERE o.pupil_id = $1::uuid
       AND NOT EXISTS (SELECT FROM observations r WHERE r.school_id = o.school_id AND r.pupil_id = o.pupil_id AND r.replaces_id = o.id)`,
    `SELECT 'looked', o.looked_on, o.written_at, o.id, o.written_by_id,
       jsonb_build_object('place', p.what, 'words', left(o.words, ${LINE}))
     FROM oversight_notes o JOIN provisions p ON p.school_id = o.school_id AND p.id = o.provision_id WHERE o.pupil_id = $1::uuid`,
  ],
  'joining-in': [
    `SELECT n.joined AS what, n.happened_on AS on_day, n.written_at AS at, n.id, n.written_by_id AS by_id,
       jsonb_build_object('what', left(n.what, ${LINE}), 'why', left(n.why, ${LINE}), 'changed', left(n.changed, ${LINE})) AS facts
     FROM participation_notes n WHERE n.pupil_id = $1::uuid`,
  ],
  away: [
    `SELECT a.reason AS what, a.from_on AS on_day, a.recorded_at AS at, a.id, a.recorded_by_id AS by_id,
       jsonb_build_object('from', a.from_on, 'until', a.until_on) AS facts
     FROM pupil_absences a WHERE a.pupil_id = $1::uuid AND a.withdrawn_at IS NULL`,
  ],
  review: [
    `SELECT 'held' AS what, r.held_on AS on_day, r.recorded_at AS at, r.id, r.recorded_by_id AS by_id,
       jsonb_build_object('cycleId', r.cycle_id, 'number', c.number, 'decision', r.decision, 'reason', left(r.decision_reason, ${LINE}),
         'daysLate', GREATEST(r.held_on - r.due_on, 0),
         'less', (SELECT count(*) FROM outcome_ratings g WHERE g.school_id = r.school_id AND g.review_id = r.id AND g.rating < 0),
         'asExpected', (SELECT count(*) FROM outcome_ratings g WHERE g.school_id = r.school_id AND g.review_id = r.id AND g.rating = 0),
         'more', (SELECT count(*) FROM outcome_ratings g WHERE g.school_id = r.school_id AND g.review_id = r.id AND g.rating > 0)) AS facts
     FROM reviews r JOIN cycles c ON c.school_id = r.school_id AND c.id = r.cycle_id WHERE r.pupil_id = $1::uuid`,
    `SELECT m.kind, (m.moved_at AT TIME ZONE 'Europe/London')::date, m.moved_at, m.id, m.moved_by_id,
       jsonb_build_object('cycleId', m.cycle_id, 'number', c.number, 'from', m.from_on, 'to', m.to_on, 'reason', left(m.reason, ${LINE}))
     FROM review_date_moves m JOIN cycles c ON c.school_id = m.school_id AND c.id = m.cycle_id WHERE m.pupil_id = $1::uuid`,
  ],
  file: [
    `SELECT 'added' AS what, (f.added_at AT TIME ZONE 'Europe/London')::date AS on_day, f.added_at AS at, f.id, f.added_by_id AS by_id,
       jsonb_build_object('title', f.title) AS facts
     FROM attachments f WHERE f.pupil_id = $1::uuid`,
  ],
} as const
