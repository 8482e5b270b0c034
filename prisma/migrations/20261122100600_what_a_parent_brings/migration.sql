-- What a parent brings to a meeting is kept in their own words, which nobody alters; the other parent never reads them.

CREATE TABLE parent_points (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  -- The meeting it is brought to; none while no meeting is booked.
  meeting_id uuid,
  contact_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  -- How it was given: by the parent, through a link or the service, or to somebody at school who typed it in.
  given_by text NOT NULL,
  added_by_id uuid NOT NULL,
  added_at timestamptz(3) NOT NULL,
  -- The same form sent twice is kept once: its key.
  form_key uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT parent_points_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT parent_points_school_id_pupil_id_meeting_id_fkey FOREIGN KEY (school_id, pupil_id, meeting_id)
    REFERENCES parent_meetings (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_points_school_id_pupil_id_contact_id_fkey FOREIGN KEY (school_id, pupil_id, contact_id)
    REFERENCES pupil_contacts (school_id, pupil_id, contact_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_points_school_id_added_by_id_fkey FOREIGN KEY (school_id, added_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT parent_points_kind CHECK (kind IN ('hope', 'concern', 'what-helps', 'good-news', 'child-wish', 'question')),
  CONSTRAINT parent_points_given_by CHECK (given_by IN ('link', 'service', 'phone', 'in-person', 'letter', 'email')),
  CONSTRAINT parent_points_words CHECK (words <> '')
);

CREATE UNIQUE INDEX parent_points_school_id_pupil_id_id_key ON parent_points (school_id, pupil_id, id);
CREATE UNIQUE INDEX parent_points_school_id_form_key_kind_key ON parent_points (school_id, form_key, kind);
CREATE INDEX parent_points_school_id_pupil_id_idx ON parent_points (school_id, pupil_id);
CREATE INDEX parent_points_school_id_meeting_id_idx ON parent_points (school_id, meeting_id);

ALTER TABLE parent_points ENABLE ROW LEVEL SECURITY;
ALTER TABLE parent_points FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON parent_points
  USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()));
CREATE POLICY own_pupils ON parent_points AS RESTRICTIVE TO app_user
  USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]));
CREATE POLICY families_apart ON parent_points AS RESTRICTIVE TO app_user
  USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))
  WITH CHECK ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));

-- A parent writes in their own name, for a meeting they are asked to; somebody who may arrange it writes down what they were told.
CREATE POLICY writes_new ON parent_points AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (added_by_id = (SELECT app.membership_id()) AND ((SELECT app.may_teach())
    OR ((SELECT app.role()) = 'parent' AND given_by = 'service' AND (meeting_id IS NULL
      OR EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = parent_points.school_id
        AND a.meeting_id = parent_points.meeting_id AND a.contact_id = parent_points.contact_id)))));
CREATE POLICY writes_over ON parent_points AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));

-- Only which meeting it is brought to may change; the words, whose they are and how they came stay.
GRANT SELECT, INSERT ON parent_points TO app_user;
GRANT UPDATE (meeting_id, version) ON parent_points TO app_user;
