import 'server-only'

/** As much of a text as a line of a timeline shows. */
export const LINE = 300

const namedStaff = (what: 'joined' | 'left', day: string) => `
  SELECT '${what}' AS what, s.${day} AS on_day, NULL::timestamptz AS at, s.id, NULL::uuid AS by_id,
    jsonb_build_object('who', concat_ws(' ', m.given_name, m.family_name), 'until', CASE WHEN '${what}' = 'joined' THEN s.until_on END) AS facts
  FROM pupil_staff s JOIN memberships m ON m.school_id = s.school_id AND m.id = s.membership_id
  WHERE s.pupil_id = $1::uuid AND s.${day} IS NOT NULL`

// Who taught a class while the pupil was in it; before the pupil was known here it is not part of the pupil's story.
const classStaff = (what: 'joined' | 'left', day: string) => `
  SELECT '${what}' AS what, ${day} AS on_day, NULL::timestamptz AS at, s.id, NULL::uuid AS by_id,
    jsonb_build_object('who', concat_ws(' ', m.given_name, m.family_name), 'class', c.name) AS facts
  FROM pupils p JOIN pupil_classes h ON h.school_id = p.school_id AND h.pupil_id = p.id
  JOIN class_staff s ON s.school_id = h.school_id AND s.class_id = h.class_id
    AND (h.until_on IS NULL OR s.from_on <= h.until_on) AND (h.from_on IS NULL OR s.until_on IS NULL OR s.until_on >= h.from_on)
  JOIN memberships m ON m.school_id = s.school_id AND m.id = s.membership_id
  JOIN classes c ON c.school_id = s.school_id AND c.id = s.class_id
  WHERE p.id = $1::uuid AND ${day} >= LEAST((SELECT min(k.from_on) FROM sen_statuses k WHERE k.pupil_id = $1::uuid),
    (p.created_at AT TIME ZONE 'Europe/London')::date)`

const specialist = (what: 'asked' | 'seen' | 'reported', day: string) => `
  SELECT '${what}' AS what, s.${day} AS on_day, s.recorded_at AS at, s.id, s.recorded_by_id AS by_id,
    jsonb_build_object('service', s.service, 'askedFor', left(s.asked_for, ${LINE}), 'agreed', left(s.agreed, ${LINE})) AS facts
  FROM specialist_involvements s WHERE s.pupil_id = $1::uuid AND s.${day} IS NOT NULL`

/** What happened between the pupil, the family and the school. */
export const PEOPLE_SELECTS = {
  concern: [
    `SELECT 'raised' AS what, c.raised_on AS on_day, c.written_at AS at, c.id, c.written_by_id AS by_id,
       jsonb_build_object('by', c.raised_by, 'contact', t.full_name, 'words', left(c.words, ${LINE})) AS facts
     FROM concerns c LEFT JOIN contacts t ON t.school_id = c.school_id AND t.id = c.contact_id WHERE c.pupil_id = $1::uuid`,
    `SELECT 'decided', d.decided_on, d.decided_at, d.concern_id, d.decided_by_id,
       jsonb_build_object('decision', d.decision, 'words', left(d.words, ${LINE}))
     FROM concern_decisions d WHERE d.pupil_id = $1::uuid`,
    // decided before decisions had rows of their own
    `SELECT 'decided', c.answered_on, NULL::timestamptz, c.id, c.decided_by_id,
       jsonb_build_object('decision', c.decision, 'words', left(c.answer, ${LINE}))
     FROM concerns c WHERE c.pupil_id = $1::uuid AND c.answered_on IS NOT NULL
       AND NOT EXISTS (SELECT FROM concern_decisions d WHERE d.school_id = c.school_id AND d.concern_id = c.id)`,
    `SELECT 'talked', k.talked_on, k.recorded_at, d.concern_id, k.recorded_by_id,
       jsonb_build_object('with', COALESCE(t.full_name, 'the pupil'), 'words', left(k.words, ${LINE}))
     FROM concern_talks k JOIN concern_decisions d ON d.school_id = k.school_id AND d.id = k.decision_id
     LEFT JOIN contacts t ON t.school_id = k.school_id AND t.id = k.contact_id WHERE k.pupil_id = $1::uuid`,
    `SELECT 'tried', s.from_on, NULL::timestamptz, s.concern_id, s.written_by_id,
       jsonb_build_object('strategy', left(s.what, ${LINE}), 'words', left(s.effect_words, ${LINE}))
     FROM concern_strategies s WHERE s.pupil_id = $1::uuid`,
    `SELECT 'asked', (q.asked_at AT TIME ZONE 'Europe/London')::date, q.asked_at, q.id, q.asked_by_id,
       jsonb_build_object('question', left(q.what, ${LINE}))
     FROM open_questions q WHERE q.pupil_id = $1::uuid`,
    `SELECT 'found', q.found_on, NULL::timestamptz, q.id, q.owner_id,
       jsonb_build_object('question', left(q.what, ${LINE}), 'words', left(q.found, ${LINE}))
     FROM open_questions q WHERE q.pupil_id = $1::uuid AND q.found_on IS NOT NULL`,
  ],
  'progress-check': [
    `SELECT k.progress AS what, c.checked_on AS on_day, c.checked_at AS at, k.id, c.checked_by_id AS by_id, '{}'::jsonb AS facts
     FROM class_check_pupils k JOIN class_checks c ON c.school_id = k.school_id AND c.id = k.check_id WHERE k.pupil_id = $1::uuid`,
  ],
  'early-discussion': [
    `SELECT 'held' AS what, e.held_on AS on_day, e.written_at AS at, e.id, e.written_by_id AS by_id,
       jsonb_build_object('attended', left(e.attended, ${LINE}), 'agreed', left(e.agreed_outcomes, ${LINE})) AS facts
     FROM early_discussions e WHERE e.pupil_id = $1::uuid`,
    `SELECT 'advice', a.mentioned_on, a.recorded_at, a.id, a.recorded_by_id, '{}'::jsonb
     FROM advice_mentions a WHERE a.pupil_id = $1::uuid`,
  ],
  status: [
    `SELECT 'began' AS what, s.from_on AS on_day, NULL::timestamptz AS at, s.id, NULL::uuid AS by_id,
       jsonb_build_object('status', s.status, 'reason', left(s.reason, ${LINE})) AS facts
     FROM sen_statuses s WHERE s.pupil_id = $1::uuid`,
    `SELECT 'ended', s.until_on, NULL::timestamptz, s.id, NULL::uuid,
       jsonb_build_object('status', s.status, 'reason', left(s.end_reason, ${LINE}))
     FROM sen_statuses s WHERE s.pupil_id = $1::uuid AND s.until_on IS NOT NULL`,
  ],
  need: [
    `SELECT 'began' AS what, n.from_on AS on_day, NULL::timestamptz AS at, (array_agg(n.id ORDER BY n.rank))[1] AS id, NULL::uuid AS by_id,
       jsonb_build_object('names', string_agg(t.name, ', ' ORDER BY n.rank)) AS facts
     FROM sen_needs n JOIN need_types t ON t.code = n.code WHERE n.pupil_id = $1::uuid GROUP BY n.from_on`,
    `SELECT 'ended', n.until_on, NULL::timestamptz, (array_agg(n.id ORDER BY n.rank))[1], NULL::uuid,
       jsonb_build_object('names', string_agg(t.name, ', ' ORDER BY n.rank))
     FROM sen_needs n JOIN need_types t ON t.code = n.code WHERE n.pupil_id = $1::uuid AND n.until_on IS NOT NULL GROUP BY n.until_on`,
  ],
  notification: [
    `SELECT 'told' AS what, n.told_on AS on_day, n.recorded_at AS at, n.id, n.recorded_by_id AS by_id,
       jsonb_build_object('who', t.full_name, 'method', n.method) AS facts
     FROM parent_notifications n LEFT JOIN contacts t ON t.school_id = n.school_id AND t.id = n.contact_id
     WHERE n.pupil_id = $1::uuid AND n.told_on IS NOT NULL`,
    `SELECT 'ended', n.told_on, n.recorded_at, n.id, n.recorded_by_id, jsonb_build_object('who', t.full_name, 'method', n.method)
     FROM support_end_notices n LEFT JOIN contacts t ON t.school_id = n.school_id AND t.id = n.contact_id
     WHERE n.pupil_id = $1::uuid`,
  ],
  specialist: [
    specialist('asked', 'requested_on'),
    specialist('seen', 'first_seen_on'),
    specialist('reported', 'report_received_on'),
  ],
  watch: [
    `SELECT 'began' AS what, w.from_on AS on_day, NULL::timestamptz AS at, w.id, NULL::uuid AS by_id,
       jsonb_build_object('until', w.until_on) AS facts FROM step_down_watches w WHERE w.pupil_id = $1::uuid`,
    `SELECT w.going, w.checked_on, w.written_at, w.id, w.written_by_id, jsonb_build_object('words', left(w.words, ${LINE}))
     FROM watch_checks w WHERE w.pupil_id = $1::uuid`,
  ],
  meeting: [
    `SELECT m.status AS what, m.held_on AS on_day, m.created_at AS at, m.id, m.led_by_id AS by_id,
       jsonb_build_object('purpose', m.purpose, 'at', m.at, 'format', m.format, 'cancelReason', left(m.cancel_reason, ${LINE}),
         'came', (SELECT jsonb_agg(jsonb_build_object('name', t.full_name) ORDER BY t.full_name) FROM meeting_attendees a
           JOIN contacts t ON t.school_id = a.school_id AND t.id = a.contact_id
           WHERE a.school_id = m.school_id AND a.meeting_id = m.id AND a.came)) AS facts
     FROM parent_meetings m WHERE m.pupil_id = $1::uuid`,
  ],
  people: [
    namedStaff('joined', 'from_on'),
    namedStaff('left', 'until_on'),
    classStaff('joined', 'GREATEST(s.from_on, h.from_on)'),
    classStaff('left', 'LEAST(s.until_on, h.until_on)'),
    `SELECT 'moved', h.from_on, NULL::timestamptz, h.id, NULL::uuid, jsonb_build_object('class', c.name,
       'before', (SELECT k.name FROM pupil_classes b JOIN classes k ON k.school_id = b.school_id AND k.id = b.class_id
         WHERE b.school_id = h.school_id AND b.pupil_id = h.pupil_id AND b.until_on = h.from_on - 1 LIMIT 1))
     FROM pupil_classes h JOIN classes c ON c.school_id = h.school_id AND c.id = h.class_id
     WHERE h.pupil_id = $1::uuid AND h.from_on IS NOT NULL`,
  ],
} as const
