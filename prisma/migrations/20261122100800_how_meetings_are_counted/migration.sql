-- What the Code asks about meeting parents is a dated row, so that a changed Code is a new one and old years keep theirs;
-- what a school may set about counting is dated too, and is never the Code's words. Figures about how good meetings
-- were come from a function that gives no name and no id.

-- The Code's own: every school reads the same rows, and no school writes one.
CREATE TABLE meeting_rule_sets (
  from_on date NOT NULL,
  source text NOT NULL,
  paragraph text NOT NULL,
  words text NOT NULL,
  each_year integer NOT NULL,
  formats text[] NOT NULL,
  CONSTRAINT meeting_rule_sets_pkey PRIMARY KEY (from_on),
  CONSTRAINT meeting_rule_sets_each_year CHECK (each_year BETWEEN 1 AND 6),
  CONSTRAINT meeting_rule_sets_formats CHECK (formats <@ ARRAY['in-person', 'video', 'phone'] AND cardinality(formats) > 0)
);
GRANT SELECT ON meeting_rule_sets TO app_user;

INSERT INTO meeting_rule_sets (from_on, source, paragraph, words, each_year, formats) VALUES
  ('2014-09-01', 'SEND Code of Practice, January 2015', '6.65',
   'Schools should meet parents at least three times each year.', 3, ARRAY['in-person', 'video', 'phone']);

-- What a school has set, from the day it holds; a school without a row counts as its columns in "schools" say. Rows are
-- numbered, so that of two people who set at once the second is told, and are never altered.
CREATE TABLE counting_settings (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  from_on date NOT NULL,
  phone_counts boolean NOT NULL,
  pro_rata boolean NOT NULL,
  include_ehc_plan boolean NOT NULL,
  include_nursery boolean NOT NULL,
  warn_school_days integer NOT NULL,
  set_by_id uuid NOT NULL,
  set_at timestamptz(3) NOT NULL,
  CONSTRAINT counting_settings_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT counting_settings_school_id_fkey FOREIGN KEY (school_id) REFERENCES schools (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT counting_settings_school_id_set_by_id_fkey FOREIGN KEY (school_id, set_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT counting_settings_number CHECK (number > 0),
  CONSTRAINT counting_settings_warn_school_days CHECK (warn_school_days BETWEEN 0 AND 40)
);
CREATE UNIQUE INDEX counting_settings_school_id_number_key ON counting_settings (school_id, number);

ALTER TABLE counting_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE counting_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON counting_settings
  USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()));
-- A family's page counts by the same settings, so everyone of the school reads them; those who answer for it set them.
CREATE POLICY writes_new ON counting_settings AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.whole_school()));
GRANT SELECT, INSERT ON counting_settings TO app_user;

-- How good the meetings of a school year were, pupil by pupil, for those who answer for the school and for governors.
CREATE FUNCTION app.quality_facts(year_first date, year_last date)
RETURNS TABLE (birth_year_first date, statuses jsonb, meetings jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  WITH listed AS MATERIALIZED (
    SELECT s.pupil_id, jsonb_agg(jsonb_build_object('status', s.status, 'from', s.from_on, 'until', LEAST(s.until_on, p.on_roll_until)) ORDER BY s.from_on) AS statuses
    FROM public.sen_statuses s JOIN public.pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
    WHERE s.school_id = app.school_id() AND s.from_on <= year_last AND (s.until_on IS NULL OR s.until_on >= year_first)
    GROUP BY s.pupil_id
  ), held AS MATERIALIZED (
    SELECT m.* FROM public.parent_meetings m
    WHERE m.school_id = app.school_id() AND m.status = 'held' AND m.held_on BETWEEN year_first AND year_last
  ), there AS MATERIALIZED (
    SELECT a.meeting_id, a.contact_id, bool_or(a.came) AS came FROM public.meeting_attendees a JOIN held ON held.id = a.meeting_id
    WHERE a.school_id = app.school_id() AND a.contact_id IS NOT NULL GROUP BY a.meeting_id, a.contact_id
  ), came AS MATERIALIZED (
    SELECT DISTINCT there.meeting_id FROM there WHERE there.came
  ), given AS MATERIALIZED (
    SELECT d.meeting_id, d.contact_id, min(d.given_on) AS given_on FROM public.meeting_record_deliveries d JOIN held ON held.id = d.meeting_id
    WHERE d.school_id = app.school_id() GROUP BY d.meeting_id, d.contact_id
  ), copies AS MATERIALIZED (
    -- Each parent or carer without a name: whether they may have a copy, were asked to this meeting, and have one since when.
    SELECT held.id AS meeting_id, jsonb_agg(jsonb_build_object('hasParentalResponsibility', pc.has_parental_responsibility,
      'caresForPupil', pc.cares_for_pupil, 'restrictedFrom', pc.restricted_from, 'restrictedUntil', pc.restricted_until,
      'wasAsked', there.meeting_id IS NOT NULL, 'givenOn', given.given_on)) AS copies
    FROM held JOIN public.pupil_contacts pc ON pc.school_id = held.school_id AND pc.pupil_id = held.pupil_id
    LEFT JOIN there ON there.meeting_id = held.id AND there.contact_id = pc.contact_id
    LEFT JOIN given ON given.meeting_id = held.id AND given.contact_id = pc.contact_id
    GROUP BY held.id
  ), known AS MATERIALIZED (
    -- Meetings led by one who taught or supported the pupil that day, or was responsible for the pupil's support.
    SELECT held.id FROM held JOIN public.pupils p ON p.school_id = held.school_id AND p.id = held.pupil_id
      JOIN public.class_staff s ON s.school_id = p.school_id AND s.class_id = p.class_id AND s.membership_id = held.led_by_id
        AND s.from_on <= held.held_on AND (s.until_on IS NULL OR s.until_on >= held.held_on)
    UNION
    SELECT held.id FROM held JOIN public.pupil_staff s ON s.school_id = held.school_id AND s.pupil_id = held.pupil_id
      AND s.membership_id = held.led_by_id AND s.from_on <= held.held_on AND (s.until_on IS NULL OR s.until_on >= held.held_on)
    UNION
    SELECT held.id FROM held JOIN public.cycles c ON c.school_id = held.school_id AND c.pupil_id = held.pupil_id
      AND c.responsible_id = held.led_by_id AND c.started_on <= held.held_on AND (c.closed_on IS NULL OR c.closed_on >= held.held_on)
  ), met AS MATERIALIZED (
    SELECT held.pupil_id, jsonb_agg(jsonb_build_object('status', held.status, 'on', held.held_on, 'format', held.format,
      'ledByTeacherOrSenco', held.led_by_id IS NOT NULL, 'isSenDiscussion', held.is_sen_discussion,
      'youngPersonAttended', held.young_person_came, 'roundId', left(md5(held.round_id::text), 8), 'parentAttended', came.meeting_id IS NOT NULL,
      'ledByOneWhoKnows', known.id IS NOT NULL, 'pupilPart', held.pupil_part, 'plannedMinutes', held.planned_minutes,
      'actualMinutes', held.actual_minutes, 'copies', COALESCE(copies.copies, '[]')) ORDER BY held.held_on) AS meetings
    FROM held LEFT JOIN came ON came.meeting_id = held.id LEFT JOIN known ON known.id = held.id LEFT JOIN copies ON copies.meeting_id = held.id
    GROUP BY held.pupil_id
  )
  SELECT make_date(extract(year FROM p.date_of_birth)::int - CASE WHEN extract(month FROM p.date_of_birth) < 9 THEN 1 ELSE 0 END, 9, 1),
    listed.statuses, met.meetings
  FROM listed JOIN public.pupils p ON p.school_id = app.school_id() AND p.id = listed.pupil_id
  JOIN met ON met.pupil_id = p.id
  WHERE app.role() IN ('governor', 'senco', 'headteacher', 'system')
$$;
