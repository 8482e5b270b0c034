-- What is typed is kept: each member of staff has drafts of the forms they have not sent yet. A draft is no record: it is
-- read by nobody but its writer, counts as nothing, and goes when the form is sent.

CREATE TABLE drafts (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  membership_id uuid NOT NULL,
  pupil_id uuid,
  page text NOT NULL,
  form text NOT NULL,
  began jsonb NOT NULL,
  typed jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT drafts_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT drafts_school_id_membership_id_fkey FOREIGN KEY (school_id, membership_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT drafts_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- An address of this service, which holds ids and no names.
  CONSTRAINT drafts_page CHECK (page ~ '^/schools/[a-z0-9/-]+$' AND length(page) <= 300),
  CONSTRAINT drafts_form CHECK (form <> '' AND length(form) <= 1000),
  CONSTRAINT drafts_size CHECK (octet_length(began::text) <= 200000 AND octet_length(typed::text) <= 200000)
);

-- One draft for each form of a page, for each person.
CREATE UNIQUE INDEX drafts_school_id_membership_id_page_form_key ON drafts (school_id, membership_id, page, form);
CREATE INDEX drafts_school_id_updated_at_idx ON drafts (school_id, updated_at);

ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts FORCE ROW LEVEL SECURITY;

CREATE POLICY own_school ON drafts
  USING (school_id = (SELECT app.school_id()))
  WITH CHECK (school_id = (SELECT app.school_id()));

-- Nobody reads what another has not sent: not the SENCO, not the headteacher.
CREATE POLICY own_name ON drafts AS RESTRICTIVE TO app_user
  USING (membership_id = (SELECT app.membership_id()) AND (SELECT app.may_support()))
  WITH CHECK (membership_id = (SELECT app.membership_id()) AND (SELECT app.may_support()));

-- Who no longer works with a pupil no longer has what they were writing about them.
CREATE POLICY own_pupils ON drafts AS RESTRICTIVE TO app_user
  USING (pupil_id IS NULL OR (SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK (pupil_id IS NULL OR (SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]));

GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO app_user;

-- Drafts that nobody came back to, of anyone in the school: those of somebody who has left would stay for ever.
CREATE FUNCTION app.forget_drafts(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM public.drafts WHERE school_id = app.school_id() AND updated_at < before AND before < now() - interval '30 days'
$$;
