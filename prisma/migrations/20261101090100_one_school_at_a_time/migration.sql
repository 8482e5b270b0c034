-- One school at a time: the web app may touch a row only while it has said which membership it
-- works for, and only rows of that school. A connection that has said nothing sees no rows at all.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'app_user') THEN
    CREATE ROLE app_user NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another deployment on the same server made it in this moment
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app, public TO app_user;

-- A pooled connection that once held a setting gives back '', not NULL, after the transaction
-- that set it; NULLIF turns both into "nobody has said".
CREATE FUNCTION app.school_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.school_id', true), '')::uuid;

CREATE FUNCTION app.membership_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.membership_id', true), '')::uuid;

-- The civil day in England. current_date would be the day of the server's zone.
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE
  RETURN (now() AT TIME ZONE 'Europe/London')::date;

DO $$
DECLARE room text;
BEGIN
  FOR room IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'school_id' AND NOT a.attisdropped
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id()))
      WITH CHECK (school_id = (SELECT app.school_id()))', room);
  END LOOP;
END $$;

ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON schools USING (id = (SELECT app.school_id())) WITH CHECK (id = (SELECT app.school_id()));

-- Records are never deleted: only the calendar's days and the link between a provision and an
-- outcome are, because they are set anew as a whole.
GRANT SELECT, INSERT, UPDATE ON
  school_years, memberships, classes, class_staff, pupils, pupil_staff, contacts, pupil_contacts, sen_statuses,
  sen_needs, concerns, cycles, assessments, assessment_sources, outcomes, provisions, parent_meetings,
  meeting_attendees, meeting_records, meeting_actions, register_imports, import_mappings TO app_user;
GRANT SELECT, INSERT, DELETE ON terms, closed_days, provision_outcomes TO app_user;
-- What was noted, reviewed, told, handed over or looked at stays as it was written.
GRANT SELECT, INSERT ON do_notes, reviews, outcome_ratings, parent_notifications, meeting_record_deliveries, audit_entries TO app_user;
GRANT SELECT, UPDATE ON schools TO app_user;
GRANT SELECT ON need_types TO app_user;
