-- Siblings are met in one appointment, a meeting is prepared before it is held, and what a parent needs is known the next time.

CREATE INDEX parent_meetings_school_id_sitting_id_idx ON parent_meetings (school_id, sitting_id);

-- How many meetings an appointment is for, so that nobody moves a part of it: a teacher may not see the sibling's.
CREATE FUNCTION app.sitting_size(sitting uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT count(*)::int FROM public.parent_meetings m WHERE m.school_id = app.school_id() AND m.sitting_id = sitting AND m.status = 'booked'
$$;

ALTER TABLE meeting_arrangements ADD COLUMN papers_sent_on date;
GRANT UPDATE (papers_sent_on) ON meeting_arrangements TO app_user;

-- A second link of an invitation, for one purpose of its own: to say beforehand what a parent brings.
ALTER TABLE meeting_invitations ADD COLUMN prepare_hash text;
CREATE UNIQUE INDEX meeting_invitations_prepare_hash_key ON meeting_invitations (prepare_hash);
GRANT UPDATE (prepare_hash) ON meeting_invitations TO app_user;

CREATE OR REPLACE FUNCTION app.parents_only_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF app.role() = 'parent' AND (NEW.sequence <> OLD.sequence OR NEW.expires_at <> OLD.expires_at
    OR NEW.prepare_hash IS DISTINCT FROM OLD.prepare_hash) THEN
    RAISE EXCEPTION 'a parent changes nothing of an invitation but their answer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.preparation_by_link(token text) RETURNS TABLE (school_id uuid, membership_id uuid, invitation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT i.school_id, m.id, i.id FROM public.meeting_invitations i
  JOIN public.memberships m ON m.school_id = i.school_id AND m.role = 'system'
  WHERE i.prepare_hash = token
$$;

-- What a parent last said they need at a meeting: shown to whoever arranges the next one.
CREATE TABLE contact_needs (
  school_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  interpreter text,
  access_needs text,
  said_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT contact_needs_pkey PRIMARY KEY (school_id, contact_id),
  CONSTRAINT contact_needs_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- What the pupil wants said at a meeting, gathered before it in their own words, or why it was not (6.70).
CREATE TABLE meeting_pupil_views (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  words text NOT NULL,
  gathered_how text NOT NULL,
  gathered_with text,
  gathered_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  shared_at timestamptz(3),
  form_key uuid NOT NULL,
  CONSTRAINT meeting_pupil_views_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_pupil_views_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_pupil_views_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_pupil_views_how CHECK (gathered_how IN ('talked', 'drawn', 'written', 'symbols', 'watched')),
  CONSTRAINT meeting_pupil_views_words CHECK (words <> '')
);
CREATE UNIQUE INDEX meeting_pupil_views_school_id_form_key_key ON meeting_pupil_views (school_id, form_key);
CREATE INDEX meeting_pupil_views_school_id_pupil_id_idx ON meeting_pupil_views (school_id, pupil_id);
CREATE INDEX meeting_pupil_views_school_id_meeting_id_idx ON meeting_pupil_views (school_id, meeting_id);

-- That somebody has gone through the pack and says the meeting is prepared; written once.
CREATE TABLE meeting_preparations (
  school_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  prepared_by_id uuid NOT NULL,
  prepared_at timestamptz(3) NOT NULL,
  CONSTRAINT meeting_preparations_pkey PRIMARY KEY (school_id, meeting_id),
  CONSTRAINT meeting_preparations_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_preparations_school_id_prepared_by_id_fkey FOREIGN KEY (school_id, prepared_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX meeting_preparations_school_id_pupil_id_meeting_id_key ON meeting_preparations (school_id, pupil_id, meeting_id);

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['contact_needs', 'meeting_pupil_views', 'meeting_preparations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    IF room <> 'contact_needs' THEN
      EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
        USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
        WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    END IF;
  END LOOP;
END $$;

-- Whoever sees the contact sees what they need; a parent their own alone.
CREATE POLICY families_apart ON contact_needs AS RESTRICTIVE TO app_user
  USING (EXISTS (SELECT FROM contacts c WHERE c.school_id = contact_needs.school_id AND c.id = contact_needs.contact_id))
  WITH CHECK (EXISTS (SELECT FROM contacts c WHERE c.school_id = contact_needs.school_id AND c.id = contact_needs.contact_id));
CREATE POLICY writes_new ON contact_needs AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) OR ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[])));
CREATE POLICY writes_over ON contact_needs AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_teach()) OR ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[])));

-- Whoever works with the pupil may gather their views; parents read what was shared.
CREATE POLICY shared_with_parents ON meeting_pupil_views AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
CREATE POLICY writes_new ON meeting_pupil_views AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_support()) AND recorded_by_id = (SELECT app.membership_id()));

CREATE POLICY staff_only ON meeting_preparations AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()));
CREATE POLICY writes_new ON meeting_preparations AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND prepared_by_id = (SELECT app.membership_id()));

GRANT SELECT, INSERT ON contact_needs, meeting_pupil_views, meeting_preparations TO app_user;
GRANT UPDATE (interpreter, access_needs, said_on, version) ON contact_needs TO app_user;
