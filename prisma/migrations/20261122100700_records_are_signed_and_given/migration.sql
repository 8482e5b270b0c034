-- The record of a meeting is signed off and then stays as it is: what changes after is a new version with its reason. Each
-- version is given to each parent in a way and on a day, to staff and to the school's MIS; a parent may ask about any line.

ALTER TABLE meeting_attendees
  ADD COLUMN came_late boolean NOT NULL DEFAULT false,
  ADD COLUMN left_early boolean NOT NULL DEFAULT false;

-- Who took the notes, known to everyone in the room (P83).
ALTER TABLE parent_meetings ADD COLUMN note_taker text;

ALTER TABLE meeting_records
  ADD COLUMN aspirations text,
  ADD COLUMN pupil_said text,
  -- The version it was last signed off as; nothing while it is still being written.
  ADD COLUMN signed_number integer;

-- What was signed off, whole, and never altered.
CREATE TABLE meeting_record_versions (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  -- Who heard it read back and agreed, or what they saw otherwise (P85).
  read_back jsonb NOT NULL,
  reason text,
  signed_by_id uuid NOT NULL,
  signed_on date NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  -- Two clicks sign once: the key of the form that did.
  form_key uuid NOT NULL,
  CONSTRAINT meeting_record_versions_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_record_versions_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_record_versions_school_id_signed_by_id_fkey FOREIGN KEY (school_id, signed_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_record_versions_reason CHECK ((number = 1) = (reason IS NULL)),
  CONSTRAINT meeting_record_versions_number CHECK (number >= 1)
);
CREATE UNIQUE INDEX meeting_record_versions_school_id_meeting_id_number_key ON meeting_record_versions (school_id, meeting_id, number);
CREATE UNIQUE INDEX meeting_record_versions_school_id_form_key_key ON meeting_record_versions (school_id, form_key);

-- A copy is of a version. One that goes by email with a link has its mail; one that did not arrive may be given again.
ALTER TABLE meeting_record_deliveries
  ADD COLUMN number integer NOT NULL DEFAULT 1,
  ADD COLUMN token_hash text,
  ADD COLUMN expires_at timestamptz(3),
  ADD COLUMN mail_id uuid,
  DROP CONSTRAINT meeting_record_deliveries_method,
  ADD CONSTRAINT meeting_record_deliveries_method CHECK (method IN ('in-person', 'letter', 'email', 'link', 'service', 'declined')),
  ADD CONSTRAINT meeting_record_deliveries_link CHECK ((method = 'link') = (token_hash IS NOT NULL)
    AND (method = 'link') = (expires_at IS NOT NULL) AND (method = 'link') = (mail_id IS NOT NULL));
DROP INDEX meeting_record_deliveries_school_id_meeting_id_contact_id_key;
CREATE UNIQUE INDEX meeting_record_deliveries_token_hash_key ON meeting_record_deliveries (token_hash);
CREATE UNIQUE INDEX meeting_record_deliveries_given_once ON meeting_record_deliveries (school_id, meeting_id, contact_id, number)
  WHERE mail_id IS NULL;
CREATE INDEX meeting_record_deliveries_school_id_meeting_id_idx ON meeting_record_deliveries (school_id, meeting_id);

-- That staff who work with the pupil have the record, and that the MIS was updated (6.71, R20): for each version, once.
CREATE TABLE meeting_record_steps (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  number integer NOT NULL,
  step text NOT NULL,
  done_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  CONSTRAINT meeting_record_steps_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_record_steps_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_record_steps_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_record_steps_step CHECK (step IN ('staff', 'mis'))
);
CREATE UNIQUE INDEX meeting_record_steps_school_id_meeting_id_number_step_key ON meeting_record_steps (school_id, meeting_id, number, step);

-- "Please explain": what a parent asks about a line of a version, and what the school answers (P84); both stay.
CREATE TABLE record_questions (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  number integer NOT NULL,
  line text NOT NULL,
  contact_id uuid NOT NULL,
  words text,
  asked_at timestamptz(3) NOT NULL,
  form_key uuid NOT NULL,
  CONSTRAINT record_questions_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT record_questions_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT record_questions_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX record_questions_school_id_pupil_id_id_key ON record_questions (school_id, pupil_id, id);
CREATE UNIQUE INDEX record_questions_school_id_form_key_key ON record_questions (school_id, form_key);
CREATE INDEX record_questions_school_id_meeting_id_idx ON record_questions (school_id, meeting_id);

CREATE TABLE record_question_answers (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  question_id uuid NOT NULL,
  words text NOT NULL,
  answered_by_id uuid NOT NULL,
  answered_at timestamptz(3) NOT NULL,
  CONSTRAINT record_question_answers_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT record_question_answers_school_id_pupil_id_question_id_fkey FOREIGN KEY (school_id, pupil_id, question_id)
    REFERENCES record_questions (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT record_question_answers_school_id_answered_by_id_fkey FOREIGN KEY (school_id, answered_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX record_question_answers_school_id_question_id_key ON record_question_answers (school_id, question_id);
CREATE UNIQUE INDEX record_question_answers_school_id_pupil_id_question_id_key ON record_question_answers (school_id, pupil_id, question_id);

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['meeting_record_versions', 'meeting_record_steps', 'record_questions', 'record_question_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_user', room);
  END LOOP;
END $$;

-- A parent reads the versions of a record they may read, asks in their own name alone, and reads their own questions.
CREATE POLICY families_apart ON meeting_record_versions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_support()) OR ((SELECT app.role()) = 'parent' AND EXISTS (SELECT FROM meeting_records r
    WHERE r.school_id = meeting_record_versions.school_id AND r.meeting_id = meeting_record_versions.meeting_id)));
CREATE POLICY families_apart ON record_questions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY families_apart ON record_question_answers AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_support()) OR EXISTS (SELECT FROM record_questions q
    WHERE q.school_id = record_question_answers.school_id AND q.id = record_question_answers.question_id));
CREATE POLICY staff_read ON meeting_record_steps AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()));

CREATE POLICY writes_new ON meeting_record_versions AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND signed_by_id = (SELECT app.membership_id()));
CREATE POLICY writes_new ON meeting_record_steps AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND recorded_by_id = (SELECT app.membership_id()));
CREATE POLICY writes_new ON record_questions AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[])
    AND EXISTS (SELECT FROM meeting_record_versions v WHERE v.school_id = record_questions.school_id
      AND v.meeting_id = record_questions.meeting_id AND v.number = record_questions.number));
CREATE POLICY writes_new ON record_question_answers AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND answered_by_id = (SELECT app.membership_id()));

-- Signed off is locked, by Postgres too. An amendment opens the record, and has to close it with its next version before it
-- commits; nothing else gets past.
CREATE FUNCTION app.record_stays_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF OLD.signed_number IS NOT NULL AND (
    to_jsonb(NEW) - ARRAY['shared_at', 'signed_number'] <> to_jsonb(OLD) - ARRAY['shared_at', 'signed_number']
    OR (NEW.signed_number IS NOT NULL AND NEW.signed_number <> OLD.signed_number))
  THEN
    RAISE EXCEPTION 'a record that was signed off is amended, never altered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_stays_signed BEFORE UPDATE ON meeting_records FOR EACH ROW EXECUTE FUNCTION app.record_stays_signed();

CREATE FUNCTION app.record_is_its_newest_version() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE newest integer; current integer;
BEGIN
  SELECT max(v.number) INTO newest FROM public.meeting_record_versions v
    WHERE v.school_id = NEW.school_id AND v.meeting_id = NEW.meeting_id;
  SELECT r.signed_number INTO current FROM public.meeting_records r
    WHERE r.school_id = NEW.school_id AND r.meeting_id = NEW.meeting_id;
  IF current IS DISTINCT FROM newest THEN
    RAISE EXCEPTION 'a record is signed off as its newest version' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_TABLE_NAME = 'meeting_records' AND TG_OP = 'UPDATE' THEN
    IF OLD.signed_number IS NOT NULL AND NEW.signed_number IS NULL AND newest <= OLD.signed_number THEN
      RAISE EXCEPTION 'an amendment is a new version' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER record_is_its_newest_version AFTER INSERT ON meeting_record_versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.record_is_its_newest_version();
CREATE CONSTRAINT TRIGGER record_is_its_newest_version AFTER UPDATE OF signed_number ON meeting_records
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.record_is_its_newest_version();

-- What belongs to the record is locked with it: its actions, who came, and when and how it was held.
CREATE FUNCTION app.locked_with_its_record() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE meeting uuid; open_to text[]; is_signed boolean;
BEGIN
  IF TG_TABLE_NAME = 'parent_meetings' THEN
    meeting := NEW.id;
    open_to := ARRAY['sitting_id', 'round_id', 'version', 'held_form_key'];
  ELSE
    meeting := NEW.meeting_id;
    open_to := ARRAY['shared_at'];
  END IF;
  SELECT true INTO is_signed FROM public.meeting_records r
    WHERE r.school_id = NEW.school_id AND r.meeting_id = meeting AND r.signed_number IS NOT NULL;
  IF is_signed AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - open_to <> to_jsonb(OLD) - open_to) THEN
    RAISE EXCEPTION 'what was signed off is amended, never altered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER locked_with_its_record BEFORE INSERT OR UPDATE ON meeting_actions FOR EACH ROW EXECUTE FUNCTION app.locked_with_its_record();
CREATE TRIGGER locked_with_its_record BEFORE INSERT OR UPDATE ON meeting_attendees FOR EACH ROW EXECUTE FUNCTION app.locked_with_its_record();
CREATE TRIGGER locked_with_its_record BEFORE UPDATE ON parent_meetings FOR EACH ROW EXECUTE FUNCTION app.locked_with_its_record();

-- The delivery a link was made for, and the membership it is opened as: ids, never a name or a word.
CREATE POLICY functions_read ON meeting_record_deliveries FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION app.record_by_link(token text) RETURNS TABLE (school_id uuid, membership_id uuid, delivery_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT d.school_id, m.id, d.id FROM public.meeting_record_deliveries d
  JOIN public.memberships m ON m.school_id = d.school_id AND m.role = 'system'
  WHERE d.token_hash = token
$$;

-- What is still being written is for nobody but staff.
CREATE POLICY signed_for_families ON meeting_records AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR signed_number IS NOT NULL);
CREATE POLICY signed_for_families ON meeting_actions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR EXISTS (SELECT FROM meeting_records r
    WHERE r.school_id = meeting_actions.school_id AND r.meeting_id = meeting_actions.meeting_id));

-- What became of a thing a parent brought: talked about, answered, or carried forward to somebody by name (P86). What was said
-- of it before stays; the last one holds, and what was only carried is asked again at the next meeting.
CREATE TABLE parent_point_answers (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  point_id uuid NOT NULL,
  outcome text NOT NULL,
  words text,
  carried_to text,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT parent_point_answers_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT parent_point_answers_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_point_answers_school_id_pupil_id_point_id_fkey FOREIGN KEY (school_id, pupil_id, point_id)
    REFERENCES parent_points (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_point_answers_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_point_answers_outcome CHECK (outcome IN ('talked', 'answered', 'carried')),
  CONSTRAINT parent_point_answers_whole CHECK ((outcome <> 'answered' OR words IS NOT NULL) AND (outcome = 'carried') = (carried_to IS NOT NULL))
);
CREATE INDEX parent_point_answers_school_id_point_id_idx ON parent_point_answers (school_id, point_id);
CREATE INDEX parent_point_answers_school_id_meeting_id_idx ON parent_point_answers (school_id, meeting_id);

ALTER TABLE parent_point_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE parent_point_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON parent_point_answers
  USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()));
CREATE POLICY own_pupils ON parent_point_answers AS RESTRICTIVE TO app_user
  USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]));
CREATE POLICY families_apart ON parent_point_answers AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_support()) OR EXISTS (SELECT FROM parent_points p
    WHERE p.school_id = parent_point_answers.school_id AND p.id = parent_point_answers.point_id));
CREATE POLICY writes_new ON parent_point_answers AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND recorded_by_id = (SELECT app.membership_id()));
GRANT SELECT, INSERT ON parent_point_answers TO app_user;

-- A family's own notes of a meeting (P83): theirs alone, read by nobody at school and not by the other parent.
CREATE TABLE family_notes (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  words text NOT NULL,
  written_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT family_notes_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT family_notes_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT family_notes_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX family_notes_school_id_meeting_id_contact_id_key ON family_notes (school_id, meeting_id, contact_id);

ALTER TABLE family_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE family_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON family_notes
  USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()));
CREATE POLICY own_pupils ON family_notes AS RESTRICTIVE TO app_user
  USING (pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK (pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]));
CREATE POLICY families_alone ON family_notes AS RESTRICTIVE TO app_user
  USING ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY writes_new ON family_notes AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY writes_over ON family_notes AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
GRANT SELECT, INSERT ON family_notes TO app_user;
GRANT UPDATE (words, written_at, version) ON family_notes TO app_user;
