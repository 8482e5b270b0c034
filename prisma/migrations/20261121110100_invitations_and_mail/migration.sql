-- Parents are invited to a meeting, answer without an account, and are reminded once; what is sent goes through an outbox
-- that is written with what caused it, and keeps no letter longer than it is needed.

ALTER TABLE schools ADD COLUMN meeting_minutes integer NOT NULL DEFAULT 30;
ALTER TABLE schools ADD COLUMN reminder_days integer NOT NULL DEFAULT 2;
ALTER TABLE schools
  ADD CONSTRAINT schools_meeting_minutes CHECK (meeting_minutes BETWEEN 5 AND 240),
  ADD CONSTRAINT schools_reminder_days CHECK (reminder_days BETWEEN 0 AND 14);

-- What an invitation says beyond the meeting itself: who else comes, what to read first, how to take part.
CREATE TABLE meeting_arrangements (
  school_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  pupil_invited boolean NOT NULL DEFAULT false,
  others text[] NOT NULL DEFAULT '{}',
  note_taker text,
  join_by text,
  papers text,
  interpreter text,
  access_needs text,
  -- Two clicks on "Invite" invite once: the key of the form that last did.
  form_key uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT meeting_arrangements_pkey PRIMARY KEY (school_id, meeting_id),
  CONSTRAINT meeting_arrangements_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX meeting_arrangements_school_id_pupil_id_meeting_id_key ON meeting_arrangements (school_id, pupil_id, meeting_id);

-- One parent asked to one meeting. Of the link only a hash is kept; the letter that holds it is made when it is sent.
CREATE TABLE meeting_invitations (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  -- How often the calendar entry has changed: 0 as first sent (RFC 5545, SEQUENCE).
  sequence integer NOT NULL DEFAULT 0,
  answer text,
  answered_at timestamptz(3),
  bringing text,
  interpreter text,
  access_needs text,
  better_times text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT meeting_invitations_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_invitations_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_invitations_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_invitations_answer CHECK (answer IN ('yes', 'no', 'another-time')),
  CONSTRAINT meeting_invitations_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX meeting_invitations_token_hash_key ON meeting_invitations (token_hash);
CREATE UNIQUE INDEX meeting_invitations_school_id_meeting_id_contact_id_key ON meeting_invitations (school_id, meeting_id, contact_id);
CREATE INDEX meeting_invitations_school_id_pupil_id_idx ON meeting_invitations (school_id, pupil_id);

-- What was tried and what came back, each with its day (domain.md 8.3, C12): written once, never altered.
CREATE TABLE invitation_entries (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  kind text NOT NULL,
  method text NOT NULL,
  outcome text,
  happened_on date NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by_id uuid NOT NULL,
  mail_id uuid,
  CONSTRAINT invitation_entries_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT invitation_entries_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_entries_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_entries_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_entries_kind CHECK (kind IN ('offered', 'moved', 'called-off', 'reminded', 'answered')),
  CONSTRAINT invitation_entries_method CHECK (method IN ('email', 'letter', 'phone', 'in-person', 'link', 'service')),
  CONSTRAINT invitation_entries_outcome CHECK (outcome IS NULL OR (outcome IN ('yes', 'no', 'another-time', 'no-reply') AND kind IN ('answered', 'offered')))
);
CREATE INDEX invitation_entries_school_id_pupil_id_idx ON invitation_entries (school_id, pupil_id);
CREATE INDEX invitation_entries_school_id_meeting_id_idx ON invitation_entries (school_id, meeting_id);

-- The outbox: that something is to be sent, about what and why, and not a word of the letter.
CREATE TABLE outbox_mails (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  kind text NOT NULL,
  about_id uuid NOT NULL,
  -- The same act asked for twice is one mail.
  key text NOT NULL,
  asked_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  queued_at timestamptz(3),
  status text NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  claimed_until timestamptz(3),
  problem text,
  finished_at timestamptz(3),
  CONSTRAINT outbox_mails_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT outbox_mails_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT outbox_mails_school_id_asked_by_id_fkey FOREIGN KEY (school_id, asked_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT outbox_mails_kind CHECK (kind IN ('meeting-invitation', 'meeting-moved', 'meeting-called-off', 'meeting-reminder')),
  CONSTRAINT outbox_mails_status CHECK (status IN ('waiting', 'sending', 'sent', 'caught', 'withheld', 'failed')),
  CONSTRAINT outbox_mails_problem CHECK (problem IN ('no-address', 'shut-out', 'no-longer', 'refused-address', 'refused', 'unreachable')),
  CONSTRAINT outbox_mails_finished CHECK ((finished_at IS NULL) = (status IN ('waiting', 'sending')))
);
CREATE UNIQUE INDEX outbox_mails_school_id_key_key ON outbox_mails (school_id, key);
CREATE INDEX outbox_mails_school_id_about_id_idx ON outbox_mails (school_id, about_id);
CREATE INDEX outbox_mails_not_queued ON outbox_mails (created_at) WHERE queued_at IS NULL;

-- Where no mail server is set, what would have been sent: the one place a letter is kept, and cleared after some days.
CREATE TABLE caught_mails (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  sent_to text,
  subject text NOT NULL,
  body text,
  calendar text,
  caught_at timestamptz(3) NOT NULL,
  CONSTRAINT caught_mails_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT caught_mails_school_id_id_fkey FOREIGN KEY (school_id, id)
    REFERENCES outbox_mails (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['meeting_arrangements', 'meeting_invitations', 'invitation_entries', 'outbox_mails', 'caught_mails'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    IF room <> 'caught_mails' THEN
      EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
        USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
        WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    END IF;
  END LOOP;
END $$;

-- A parent reads and answers their own invitation, and neither sees what the other was asked or said.
CREATE POLICY families_apart ON meeting_invitations AS RESTRICTIVE TO app_user
  USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))
  WITH CHECK ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY writes_new ON meeting_invitations AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()));
CREATE POLICY writes_over ON meeting_invitations AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_teach()) OR ((SELECT app.role()) = 'parent' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[])));

CREATE POLICY families_apart ON invitation_entries AS RESTRICTIVE TO app_user
  USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY writes_new ON invitation_entries AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (recorded_by_id = (SELECT app.membership_id()) AND ((SELECT app.may_teach())
    OR ((SELECT app.role()) = 'parent' AND kind = 'answered' AND contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))));

CREATE POLICY families_apart ON meeting_arrangements AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_support()) OR ((SELECT app.role()) = 'parent' AND EXISTS (SELECT FROM meeting_attendees a
    WHERE a.school_id = meeting_arrangements.school_id AND a.meeting_id = meeting_arrangements.meeting_id AND a.contact_id IS NOT NULL)));
CREATE POLICY writes_new ON meeting_arrangements AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()));
CREATE POLICY writes_over ON meeting_arrangements AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));

-- Whoever works with the pupil and may write home sees whether it arrived; only the service itself says so.
CREATE POLICY staff_only ON outbox_mails AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_teach()));
CREATE POLICY writes_new ON outbox_mails AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK ((SELECT app.may_teach()) AND asked_by_id = (SELECT app.membership_id()));
CREATE POLICY writes_over ON outbox_mails AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.role()) = 'system');

CREATE POLICY leaders_read ON caught_mails AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.whole_school()));
CREATE POLICY writes_new ON caught_mails AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.role()) = 'system');
CREATE POLICY writes_over ON caught_mails AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.role()) = 'system');

GRANT SELECT, INSERT ON meeting_arrangements, meeting_invitations, invitation_entries, outbox_mails, caught_mails TO app_user;
GRANT UPDATE (pupil_invited, others, note_taker, join_by, papers, interpreter, access_needs, form_key, version) ON meeting_arrangements TO app_user;
GRANT UPDATE (expires_at, sequence, answer, answered_at, bringing, interpreter, access_needs, better_times, version)
  ON meeting_invitations TO app_user;
GRANT UPDATE (status, attempts, claimed_until, problem, finished_at) ON outbox_mails TO app_user;
GRANT UPDATE (sent_to, body, calendar) ON caught_mails TO app_user;

-- A letter that was kept is only ever cleared, and an answer is changed without changing the meeting it is to.
CREATE FUNCTION app.caught_is_only_cleared() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.sent_to IS NOT NULL OR NEW.body IS NOT NULL OR NEW.calendar IS NOT NULL THEN
    RAISE EXCEPTION 'a caught letter is cleared, never altered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER caught_is_only_cleared BEFORE UPDATE ON caught_mails FOR EACH ROW EXECUTE FUNCTION app.caught_is_only_cleared();

CREATE FUNCTION app.parents_only_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF app.role() = 'parent' AND (NEW.sequence <> OLD.sequence OR NEW.expires_at <> OLD.expires_at) THEN
    RAISE EXCEPTION 'a parent changes nothing of an invitation but their answer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parents_only_answer BEFORE UPDATE ON meeting_invitations FOR EACH ROW EXECUTE FUNCTION app.parents_only_answer();

-- The functions below run before a school is known, and hand out ids, never a name or a word.
CREATE POLICY functions_read ON outbox_mails FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY functions_queue ON outbox_mails FOR UPDATE TO CURRENT_USER USING (true);
CREATE POLICY functions_read ON meeting_invitations FOR SELECT TO CURRENT_USER USING (true);

-- The invitation a link was made for, and the membership its answer is written by.
CREATE FUNCTION app.invitation_by_link(token text) RETURNS TABLE (school_id uuid, membership_id uuid, invitation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT i.school_id, m.id, i.id FROM public.meeting_invitations i
  JOIN public.memberships m ON m.school_id = i.school_id AND m.role = 'system'
  WHERE i.token_hash = token
$$;

-- Mail that has no job yet, oldest first.
CREATE FUNCTION app.mail_to_queue(at_most integer) RETURNS TABLE (school_id uuid, membership_id uuid, mail_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT o.school_id, m.id, o.id FROM public.outbox_mails o
  JOIN public.memberships m ON m.school_id = o.school_id AND m.role = 'system'
  WHERE o.queued_at IS NULL ORDER BY o.created_at LIMIT at_most
$$;

CREATE FUNCTION app.mail_queued(mails uuid[], at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.outbox_mails SET queued_at = at WHERE id = ANY (mails) AND queued_at IS NULL
$$;

-- Every school, with the membership in which the service does its own rounds there.
CREATE FUNCTION app.mail_rounds() RETURNS TABLE (school_id uuid, membership_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.school_id, m.id FROM public.memberships m WHERE m.role = 'system'
$$;
