-- Inside a school: teachers, assistants and parents reach only their own pupils, parents only what
-- was shared with them, and each role writes only what is its work. The role is read from the
-- membership itself, so a mistake in the app cannot give anybody more than their membership does.

-- The migrating role reads memberships and schools for the functions below, before a school is set.
-- It serves no request: the web app signs in as another role, and refuses to start as this one.
CREATE POLICY functions_read ON memberships FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON schools FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON class_staff FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON pupil_staff FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON pupils FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON cycles FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON contacts FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON pupil_contacts FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.role FROM public.memberships m
  WHERE m.school_id = app.school_id() AND m.id = app.membership_id()
    AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())
$$;

CREATE FUNCTION app.whole_school() RETURNS boolean LANGUAGE sql STABLE
  RETURN COALESCE(app.role() IN ('senco', 'headteacher', 'system'), false);

CREATE FUNCTION app.may_teach() RETURNS boolean LANGUAGE sql STABLE
  RETURN COALESCE(app.role() IN ('senco', 'headteacher', 'class-teacher', 'system'), false);

CREATE FUNCTION app.may_support() RETURNS boolean LANGUAGE sql STABLE
  RETURN COALESCE(app.role() IN ('senco', 'headteacher', 'class-teacher', 'teaching-assistant', 'system'), false);

-- The contacts this person is: a parent's own entry in the school's address book.
CREATE FUNCTION app.own_contact_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT COALESCE(array_agg(c.id), '{}') FROM public.contacts c
  WHERE c.school_id = app.school_id() AND c.membership_id = app.membership_id()
$$;

-- The pupils a membership teaches, supports or is a parent of today. A restricted parent has none.
CREATE FUNCTION app.pupil_ids_of(school uuid, membership uuid, role text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT COALESCE(array_agg(own.pupil_id), '{}') FROM (
    SELECT p.id AS pupil_id
    FROM public.class_staff s JOIN public.pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
    WHERE s.school_id = school AND s.membership_id = membership AND role IN ('class-teacher', 'teaching-assistant')
      AND s.from_on <= app.today() AND (s.until_on IS NULL OR s.until_on >= app.today())
    UNION
    SELECT s.pupil_id FROM public.pupil_staff s
    WHERE s.school_id = school AND s.membership_id = membership AND role IN ('class-teacher', 'teaching-assistant')
      AND s.from_on <= app.today() AND (s.until_on IS NULL OR s.until_on >= app.today())
    UNION
    SELECT c.pupil_id FROM public.cycles c
    WHERE c.school_id = school AND c.responsible_id = membership AND c.stage <> 'closed' AND role = 'class-teacher'
    UNION
    SELECT pc.pupil_id FROM public.pupil_contacts pc JOIN public.contacts c ON c.school_id = pc.school_id AND c.id = pc.contact_id
    WHERE pc.school_id = school AND c.membership_id = membership AND role = 'parent'
      AND NOT (pc.restricted_from IS NOT NULL AND pc.restricted_from <= app.today()
               AND (pc.restricted_until IS NULL OR pc.restricted_until >= app.today()))
  ) own
$$;

-- Asked about anyone only from inside; the web app may ask only about itself.
REVOKE EXECUTE ON FUNCTION app.pupil_ids_of(uuid, uuid, text) FROM PUBLIC;

CREATE FUNCTION app.own_pupil_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT app.pupil_ids_of(app.school_id(), app.membership_id(), app.role())
$$;

-- Makes the three policies that let one kind of person, and nobody else, write to a table.
CREATE FUNCTION app_write(room text, allowed text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT %s))', room, allowed);
  EXECUTE format('CREATE POLICY writes_over ON %I AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT %s))', room, allowed);
  EXECUTE format('CREATE POLICY takes_away ON %I AS RESTRICTIVE FOR DELETE TO app_user USING ((SELECT %s))', room, allowed);
END $$;

-- Own pupils: every table that says whose row it is.
DO $$
DECLARE room text;
BEGIN
  FOR room IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'pupil_id' AND NOT a.attisdropped
      AND c.relname <> 'audit_entries'
  LOOP
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
  END LOOP;

  -- Parents: only rows that were shared.
  FOR room IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'shared_at' AND NOT a.attisdropped
  LOOP
    EXECUTE format('CREATE POLICY shared_with_parents ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.role()) <> ''parent'' OR shared_at IS NOT NULL)', room);
  END LOOP;

  -- Who writes what. Parents and governors write nothing but the trace that they looked.
  FOREACH room IN ARRAY ARRAY['school_years', 'terms', 'closed_days', 'memberships', 'classes', 'class_staff', 'pupils',
    'pupil_staff', 'contacts', 'pupil_contacts', 'sen_statuses', 'sen_needs', 'parent_notifications', 'register_imports', 'import_mappings'] LOOP
    PERFORM app_write(room, 'app.whole_school()');
  END LOOP;
  FOREACH room IN ARRAY ARRAY['cycles', 'assessments', 'outcomes', 'provisions', 'provision_outcomes', 'reviews', 'outcome_ratings',
    'parent_meetings', 'meeting_attendees', 'meeting_records', 'meeting_actions', 'meeting_record_deliveries'] LOOP
    PERFORM app_write(room, 'app.may_teach()');
  END LOOP;
  FOREACH room IN ARRAY ARRAY['concerns', 'assessment_sources', 'do_notes'] LOOP
    PERFORM app_write(room, 'app.may_support()');
  END LOOP;
END $$;

DROP FUNCTION app_write(text, text);

CREATE POLICY own_pupils ON pupils AS RESTRICTIVE TO app_user
  USING ((SELECT app.whole_school()) OR id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK ((SELECT app.whole_school()));

CREATE POLICY leaders_change ON schools AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.whole_school()));

-- Families are kept apart: a parent sees staff and themselves, never another parent.
CREATE POLICY families_apart ON memberships AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR role NOT IN ('parent') OR id = (SELECT app.membership_id()));

CREATE POLICY families_apart ON contacts AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school())
    OR ((SELECT app.role()) = 'parent' AND id = ANY ((SELECT app.own_contact_ids())::uuid[]))
    OR ((SELECT app.may_support()) AND EXISTS (SELECT FROM pupil_contacts pc WHERE pc.school_id = contacts.school_id AND pc.contact_id = contacts.id)));

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['pupil_contacts', 'parent_notifications', 'concerns', 'meeting_record_deliveries'] LOOP
    EXECUTE format('CREATE POLICY families_apart ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.role()) <> ''parent'' OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))', room);
  END LOOP;
END $$;

CREATE POLICY families_apart ON meeting_attendees AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR contact_id IS NULL OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));

-- A parent sees that a meeting was held, and one that is to come only if they are asked to it.
CREATE POLICY families_apart ON parent_meetings AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR status = 'held'
    OR EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = parent_meetings.school_id AND a.meeting_id = parent_meetings.id AND a.contact_id IS NOT NULL));

-- What was said and agreed is read by the parents who were there, or who were given the record.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['meeting_records', 'meeting_actions'] LOOP
    EXECUTE format('CREATE POLICY families_apart ON %1$I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.role()) <> ''parent''
        OR EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = %1$I.school_id AND a.meeting_id = %1$I.meeting_id AND a.contact_id IS NOT NULL AND a.came)
        OR EXISTS (SELECT FROM meeting_record_deliveries d WHERE d.school_id = %1$I.school_id AND d.meeting_id = %1$I.meeting_id))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['register_imports', 'import_mappings'] LOOP
    EXECUTE format('CREATE POLICY leaders_read ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.whole_school()))', room);
  END LOOP;
END $$;

-- An entry is written in one's own name, and read by those who answer for the whole school.
CREATE POLICY own_name ON audit_entries AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (membership_id = (SELECT app.membership_id()));
CREATE POLICY leaders_read ON audit_entries AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR membership_id = (SELECT app.membership_id()));

-- Families are kept apart, yet both parents must see the same count: the meetings of one's own pupils to
-- which a parent came, without saying which parent.
CREATE FUNCTION app.meetings_a_parent_came_to() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT a.meeting_id FROM public.meeting_attendees a
  WHERE a.school_id = app.school_id() AND a.pupil_id = ANY (app.own_pupil_ids()) AND a.contact_id IS NOT NULL AND a.came
$$;

-- How often each provision of a cycle was given, and not a word of what was noted: parents may know how
-- much of the support was given (6.55), though most Do notes are for staff.
CREATE FUNCTION app.sessions_given(cycle uuid)
RETURNS TABLE (provision_id uuid, given integer, partly integer, not_given integer, minutes integer, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT n.provision_id,
    (count(*) FILTER (WHERE n.delivered = 'given'))::int,
    (count(*) FILTER (WHERE n.delivered = 'partly'))::int,
    (count(*) FILTER (WHERE n.delivered = 'not-given'))::int,
    COALESCE(sum(n.minutes) FILTER (WHERE n.delivered <> 'not-given'), 0)::int,
    max(n.happened_on)
  FROM public.do_notes n
  WHERE n.school_id = app.school_id() AND n.cycle_id = cycle AND n.provision_id IS NOT NULL
    AND (app.whole_school() OR n.pupil_id = ANY (app.own_pupil_ids()))
  GROUP BY n.provision_id
$$;

-- For figures without names (the head's and the governor's page): no id, no name, no date of birth, only
-- the first day of the school year the pupil was born in. One row for each pupil who was on the register
-- on a day of this school year: what 6.65, the review date and section 68 ask about them.
CREATE FUNCTION app.standing_facts(year_first date, year_last date, on_day date)
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
    SELECT DISTINCT a.meeting_id FROM public.meeting_attendees a WHERE a.school_id = app.school_id() AND a.came AND a.contact_id IS NOT NULL
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
