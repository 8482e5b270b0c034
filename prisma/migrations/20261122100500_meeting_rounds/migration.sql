-- A round of parent meetings: whom to meet in which days, who is there when, in which rooms, and the timetable that is
-- proposed until it is published as meetings.

CREATE TABLE meeting_rounds (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  minutes integer NOT NULL,
  purpose text NOT NULL,
  format text NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  -- Published with fixed times, or for parents to choose among those that are free.
  way text,
  -- How much each constraint matters; what is not named is as a round begins.
  levels jsonb NOT NULL DEFAULT '{}',
  travel_minutes integer NOT NULL DEFAULT 5,
  run_minutes integer NOT NULL DEFAULT 120,
  most_a_day integer NOT NULL DEFAULT 6,
  seed integer NOT NULL DEFAULT 1,
  choose_until date,
  created_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  proposed_at timestamptz(3),
  published_at timestamptz(3),
  form_key uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT meeting_rounds_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_rounds_school_id_created_by_id_fkey FOREIGN KEY (school_id, created_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_rounds_days CHECK (last_on >= first_on),
  CONSTRAINT meeting_rounds_minutes CHECK (minutes BETWEEN 5 AND 240),
  CONSTRAINT meeting_rounds_state CHECK (state IN ('draft', 'published', 'closed')),
  CONSTRAINT meeting_rounds_way CHECK (way IN ('fixed', 'choose')),
  CONSTRAINT meeting_rounds_format CHECK (format IN ('in-person', 'video', 'phone')),
  CONSTRAINT meeting_rounds_published CHECK ((state = 'draft') = (published_at IS NULL) AND (way IS NULL) = (published_at IS NULL))
);
CREATE UNIQUE INDEX meeting_rounds_school_id_form_key_key ON meeting_rounds (school_id, form_key);

CREATE TABLE meeting_round_rooms (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  name text NOT NULL,
  building text NOT NULL,
  seats integer NOT NULL,
  position integer NOT NULL,
  -- A room that is no longer offered stays, for what was placed in it.
  is_used boolean NOT NULL DEFAULT true,
  CONSTRAINT meeting_round_rooms_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_round_rooms_school_id_round_id_fkey FOREIGN KEY (school_id, round_id)
    REFERENCES meeting_rounds (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_rooms_seats CHECK (seats BETWEEN 1 AND 500)
);
CREATE UNIQUE INDEX meeting_round_rooms_school_id_round_id_name_key ON meeting_round_rooms (school_id, round_id, name);

-- When somebody is there: a list of days, each with from and until.
CREATE TABLE meeting_round_staff (
  school_id uuid NOT NULL,
  round_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  hours jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT meeting_round_staff_pkey PRIMARY KEY (school_id, round_id, membership_id),
  CONSTRAINT meeting_round_staff_school_id_round_id_fkey FOREIGN KEY (school_id, round_id)
    REFERENCES meeting_rounds (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_staff_school_id_membership_id_fkey FOREIGN KEY (school_id, membership_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- One pupil of a round, what their meeting needs, and where it is proposed to be.
CREATE TABLE meeting_round_pupils (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  lead_id uuid,
  also_there_id uuid,
  due_on date,
  is_behind boolean NOT NULL,
  prefers text[] NOT NULL DEFAULT '{}',
  taken_out_at timestamptz(3),
  on_day date,
  starts_at text,
  placed_lead_id uuid,
  room_id uuid,
  is_locked boolean NOT NULL DEFAULT false,
  unplaced_why text,
  unplaced_who_id uuid,
  meeting_id uuid,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT meeting_round_pupils_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_round_pupils_school_id_round_id_fkey FOREIGN KEY (school_id, round_id)
    REFERENCES meeting_rounds (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_lead_id_fkey FOREIGN KEY (school_id, lead_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_also_there_id_fkey FOREIGN KEY (school_id, also_there_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_placed_lead_id_fkey FOREIGN KEY (school_id, placed_lead_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_room_id_fkey FOREIGN KEY (school_id, room_id)
    REFERENCES meeting_round_rooms (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_pupils_placed CHECK ((on_day IS NULL) = (starts_at IS NULL) AND (on_day IS NULL) = (placed_lead_id IS NULL)),
  CONSTRAINT meeting_round_pupils_starts_at CHECK (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  CONSTRAINT meeting_round_pupils_prefers CHECK (prefers <@ ARRAY['morning', 'afternoon', 'after-school', 'evening'])
);
CREATE UNIQUE INDEX meeting_round_pupils_school_id_round_id_pupil_id_key ON meeting_round_pupils (school_id, round_id, pupil_id);
CREATE INDEX meeting_round_pupils_school_id_pupil_id_idx ON meeting_round_pupils (school_id, pupil_id);
-- The last lock against one place for two: nobody leads two that begin together, no room holds two.
CREATE UNIQUE INDEX meeting_round_pupils_one_lead ON meeting_round_pupils (school_id, round_id, placed_lead_id, on_day, starts_at)
  WHERE on_day IS NOT NULL AND taken_out_at IS NULL;
CREATE UNIQUE INDEX meeting_round_pupils_one_room ON meeting_round_pupils (school_id, round_id, room_id, on_day, starts_at)
  WHERE room_id IS NOT NULL AND taken_out_at IS NULL;

-- One parent asked to choose a time. Of the link only a hash is kept, as for an invitation.
CREATE TABLE meeting_round_choices (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  round_pupil_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  chosen_at timestamptz(3),
  CONSTRAINT meeting_round_choices_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT meeting_round_choices_school_id_round_id_fkey FOREIGN KEY (school_id, round_id)
    REFERENCES meeting_rounds (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_choices_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_choices_school_id_round_pupil_id_fkey FOREIGN KEY (school_id, round_pupil_id)
    REFERENCES meeting_round_pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT meeting_round_choices_school_id_contact_id_fkey FOREIGN KEY (school_id, contact_id)
    REFERENCES contacts (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX meeting_round_choices_token_hash_key ON meeting_round_choices (token_hash);
CREATE UNIQUE INDEX meeting_round_choices_school_id_round_pupil_id_contact_id_key ON meeting_round_choices (school_id, round_pupil_id, contact_id);
CREATE INDEX meeting_round_choices_school_id_pupil_id_idx ON meeting_round_choices (school_id, pupil_id);

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['meeting_rounds', 'meeting_round_rooms', 'meeting_round_staff', 'meeting_round_pupils', 'meeting_round_choices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    IF room IN ('meeting_round_pupils', 'meeting_round_choices') THEN
      EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
        USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
        WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    END IF;
    -- A round is arranged by those who lead the school.
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.whole_school()))', room);
    EXECUTE format('CREATE POLICY writes_over ON %I AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.whole_school()))', room);
    -- Teachers see the part that is their own; of a parent only the asking is theirs to see.
    IF room <> 'meeting_round_choices' THEN
      EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_teach()))', room);
    END IF;
  END LOOP;
END $$;

CREATE POLICY own_hours ON meeting_round_staff AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR membership_id = (SELECT app.membership_id()));
CREATE POLICY families_apart ON meeting_round_choices AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.may_teach()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));

GRANT SELECT, INSERT ON meeting_rounds, meeting_round_rooms, meeting_round_staff, meeting_round_pupils, meeting_round_choices TO app_user;
GRANT UPDATE (name, first_on, last_on, minutes, state, way, levels, travel_minutes, run_minutes, most_a_day, seed, choose_until, proposed_at, published_at, version)
  ON meeting_rounds TO app_user;
GRANT UPDATE (building, seats, position, is_used) ON meeting_round_rooms TO app_user;
GRANT UPDATE (hours, version) ON meeting_round_staff TO app_user;
GRANT UPDATE (lead_id, also_there_id, due_on, is_behind, prefers, taken_out_at, on_day, starts_at, placed_lead_id, room_id, is_locked, unplaced_why, unplaced_who_id, meeting_id, version)
  ON meeting_round_pupils TO app_user;
GRANT UPDATE (chosen_at) ON meeting_round_choices TO app_user;

-- The asking a link was made for, and the membership the choice is written by: ids, never a name.
CREATE POLICY functions_read ON meeting_round_choices FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION app.round_choice_by_link(token text) RETURNS TABLE (school_id uuid, membership_id uuid, choice_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c.school_id, m.id, c.id FROM public.meeting_round_choices c
  JOIN public.memberships m ON m.school_id = c.school_id AND m.role = 'system'
  WHERE c.token_hash = token
$$;

-- What the kinds of mail are is said where letters are written; here only that each is about a meeting.
ALTER TABLE outbox_mails DROP CONSTRAINT outbox_mails_kind,
  ADD CONSTRAINT outbox_mails_kind CHECK (kind ~ '^meeting-[a-z-]+$');
