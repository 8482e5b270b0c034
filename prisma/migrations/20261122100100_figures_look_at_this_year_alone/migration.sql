-- Who came is asked of the meetings of the year the figures are about, and not of all there ever were: with seven years
-- of history that was most of the work. Nothing else of the function has changed.

CREATE OR REPLACE FUNCTION app.standing_facts(year_first date, year_last date, on_day date)
RETURNS TABLE (year_group integer, need_code text, birth_year_first date, statuses jsonb, meetings jsonb,
  review_due date, parents jsonb, young_person_told boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  -- Each part is worked out once: a planner that knows little of a new database would do it for every pupil.
  WITH listed AS MATERIALIZED (
    SELECT s.pupil_id, jsonb_agg(jsonb_build_object('status', s.status, 'from', s.from_on, 'until', LEAST(s.until_on, p.on_roll_until)) ORDER BY s.from_on) AS statuses
    FROM public.sen_statuses s JOIN public.pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
    WHERE s.school_id = app.school_id() AND s.from_on <= year_last AND (s.until_on IS NULL OR s.until_on >= year_first)
    GROUP BY s.pupil_id
  ), need AS MATERIALIZED (
    SELECT DISTINCT ON (n.pupil_id) n.pupil_id, n.code FROM public.sen_needs n WHERE n.school_id = app.school_id() AND n.from_on <= on_day
    ORDER BY n.pupil_id, (n.until_on < on_day) IS TRUE, n.rank, n.from_on DESC
  ), came AS MATERIALIZED (
    SELECT DISTINCT a.meeting_id FROM public.parent_meetings m
    JOIN public.meeting_attendees a ON a.school_id = m.school_id AND a.meeting_id = m.id AND a.came AND a.contact_id IS NOT NULL
    WHERE m.school_id = app.school_id() AND m.held_on BETWEEN year_first AND year_last
  ), met AS MATERIALIZED (
    SELECT m.pupil_id, jsonb_agg(jsonb_build_object('status', m.status, 'on', m.held_on, 'format', m.format,
      'ledByTeacherOrSenco', m.led_by_id IS NOT NULL, 'isSenDiscussion', m.is_sen_discussion, 'youngPersonAttended', m.young_person_came,
      'roundId', left(md5(m.round_id::text), 8), 'parentAttended', came.meeting_id IS NOT NULL) ORDER BY m.held_on) AS meetings
    FROM public.parent_meetings m LEFT JOIN came ON came.meeting_id = m.id
    WHERE m.school_id = app.school_id() AND m.held_on BETWEEN year_first AND year_last
    GROUP BY m.pupil_id
  ), today AS MATERIALIZED (
    SELECT s.id, s.pupil_id FROM public.sen_statuses s
    WHERE s.school_id = app.school_id() AND s.from_on <= on_day AND (s.until_on IS NULL OR s.until_on >= on_day)
  ), said AS MATERIALIZED (
    SELECT n.sen_status_id, n.contact_id, min(n.told_on) AS told_on FROM public.parent_notifications n
    WHERE n.school_id = app.school_id() GROUP BY n.sen_status_id, n.contact_id
  ), near AS MATERIALIZED (
    -- The parents and carers, without a name, each with whether they were told of SEN support as it stands today.
    SELECT pc.pupil_id, jsonb_agg(jsonb_build_object('hasParentalResponsibility', pc.has_parental_responsibility,
      'caresForPupil', pc.cares_for_pupil, 'restrictedFrom', pc.restricted_from, 'restrictedUntil', pc.restricted_until,
      'told', said.sen_status_id IS NOT NULL, 'toldOn', said.told_on)) AS parents
    FROM public.pupil_contacts pc JOIN today ON today.pupil_id = pc.pupil_id
    LEFT JOIN said ON said.sen_status_id = today.id AND said.contact_id = pc.contact_id
    WHERE pc.school_id = app.school_id()
    GROUP BY pc.pupil_id
  )
  SELECT p.year_group, need.code,
    make_date(extract(year FROM p.date_of_birth)::int - CASE WHEN extract(month FROM p.date_of_birth) < 9 THEN 1 ELSE 0 END, 9, 1),
    listed.statuses, COALESCE(met.meetings, '[]'), c.review_due, COALESCE(near.parents, '[]'), young.sen_status_id IS NOT NULL
  FROM listed JOIN public.pupils p ON p.school_id = app.school_id() AND p.id = listed.pupil_id
  LEFT JOIN need ON need.pupil_id = p.id
  LEFT JOIN met ON met.pupil_id = p.id
  LEFT JOIN public.cycles c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.stage <> 'closed'
  LEFT JOIN near ON near.pupil_id = p.id
  LEFT JOIN today ON today.pupil_id = p.id
  LEFT JOIN said young ON young.sen_status_id = today.id AND young.contact_id IS NULL
  WHERE app.role() IN ('governor', 'senco', 'headteacher', 'system')
$$;
