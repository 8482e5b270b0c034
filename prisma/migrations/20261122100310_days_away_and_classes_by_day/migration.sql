-- Days a pupil or a member of staff is away, which plan and expect nothing; and the class a pupil was in on each day.

CREATE TABLE pupil_absences (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  from_on date NOT NULL,
  until_on date,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  form_key uuid NOT NULL,
  withdrawn_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pupil_absences_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT pupil_absences_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT pupil_absences_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT pupil_absences_days CHECK (until_on IS NULL OR from_on <= until_on),
  CONSTRAINT pupil_absences_reason CHECK (reason IN ('illness', 'appointment', 'suspension', 'family', 'other'))
);
CREATE UNIQUE INDEX pupil_absences_school_id_form_key_key ON pupil_absences (school_id, form_key);
CREATE INDEX pupil_absences_school_id_pupil_id_idx ON pupil_absences (school_id, pupil_id);

-- Why somebody of the staff is away is nobody's business here.
CREATE TABLE staff_absences (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  membership_id uuid NOT NULL,
  from_on date NOT NULL,
  until_on date,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  form_key uuid NOT NULL,
  withdrawn_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT staff_absences_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT staff_absences_school_id_membership_id_fkey FOREIGN KEY (school_id, membership_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT staff_absences_school_id_recorded_by_id_fkey FOREIGN KEY (school_id, recorded_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT staff_absences_days CHECK (until_on IS NULL OR from_on <= until_on)
);
CREATE UNIQUE INDEX staff_absences_school_id_form_key_key ON staff_absences (school_id, form_key);
CREATE INDEX staff_absences_school_id_membership_id_idx ON staff_absences (school_id, membership_id);

-- A row for each time in a class. No first day: since before it was kept. No last day: the class of today.
CREATE TABLE pupil_classes (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  class_id uuid NOT NULL,
  from_on date,
  until_on date,
  CONSTRAINT pupil_classes_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT pupil_classes_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id)
    REFERENCES pupils (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT pupil_classes_school_id_class_id_fkey FOREIGN KEY (school_id, class_id)
    REFERENCES classes (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT pupil_classes_days CHECK (until_on IS NULL OR from_on IS NULL OR from_on <= until_on)
);
CREATE INDEX pupil_classes_school_id_pupil_id_idx ON pupil_classes (school_id, pupil_id);
CREATE UNIQUE INDEX pupil_classes_one_today ON pupil_classes (school_id, pupil_id) WHERE until_on IS NULL;

INSERT INTO pupil_classes (school_id, id, pupil_id, class_id)
SELECT p.school_id, gen_random_uuid(), p.id, p.class_id FROM pupils p WHERE p.class_id IS NOT NULL;

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['pupil_absences', 'staff_absences', 'pupil_classes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY staff_read ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['pupil_absences', 'pupil_classes'] LOOP
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
  END LOOP;
END $$;

CREATE POLICY own_name ON pupil_absences AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (recorded_by_id = (SELECT app.membership_id()) AND (SELECT app.may_support()));
CREATE POLICY writes_over ON pupil_absences AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_support()));
CREATE POLICY own_name ON staff_absences AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (recorded_by_id = (SELECT app.membership_id()) AND (SELECT app.whole_school()));
CREATE POLICY writes_over ON staff_absences AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.whole_school()));

GRANT SELECT, INSERT ON pupil_absences, staff_absences TO app_user;
GRANT UPDATE (until_on, withdrawn_at, version) ON pupil_absences, staff_absences TO app_user;
GRANT SELECT ON pupil_classes TO app_user;

-- The migrating role writes for the function below, and answers for families: it serves no request.
CREATE POLICY functions_write ON pupil_classes TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY functions_read ON pupil_absences FOR SELECT TO CURRENT_USER USING (true);

-- The days a pupil was away, and not why: a plan counts the same for the family as for staff.
CREATE FUNCTION app.days_away(pupil uuid) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT COALESCE(json_agg(json_build_object('from', a.from_on, 'until', a.until_on) ORDER BY a.from_on), '[]')
  FROM public.pupil_absences a
  WHERE a.school_id = app.school_id() AND a.pupil_id = pupil AND a.withdrawn_at IS NULL
    AND (app.whole_school() OR pupil = ANY (app.own_pupil_ids()))
$$;

-- Keeps the class of each day, whoever moves the pupil: the day of the move is set in the transaction, else it is today.
-- Of a pupil who is new it is not known since when, unless it is set. Moved twice in one day, the last class counts.
CREATE FUNCTION app.keep_class() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE moved date := NULLIF(current_setting('app.moved_on', true), '')::date;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    moved := COALESCE(moved, app.today());
    DELETE FROM public.pupil_classes c
      WHERE c.school_id = NEW.school_id AND c.pupil_id = NEW.id AND c.until_on IS NULL AND c.from_on >= moved;
    UPDATE public.pupil_classes c SET until_on = NULL
      WHERE c.school_id = NEW.school_id AND c.pupil_id = NEW.id AND c.until_on = moved - 1 AND c.class_id = NEW.class_id;
    IF FOUND THEN RETURN NEW; END IF;
    UPDATE public.pupil_classes c SET until_on = moved - 1
      WHERE c.school_id = NEW.school_id AND c.pupil_id = NEW.id AND c.until_on IS NULL;
  END IF;
  IF NEW.class_id IS NOT NULL THEN
    INSERT INTO public.pupil_classes (school_id, id, pupil_id, class_id, from_on)
    VALUES (NEW.school_id, gen_random_uuid(), NEW.id, NEW.class_id, moved);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeps_class_of_new AFTER INSERT ON pupils FOR EACH ROW
  WHEN (NEW.class_id IS NOT NULL) EXECUTE FUNCTION app.keep_class();
CREATE TRIGGER keeps_class_of_moved AFTER UPDATE OF class_id ON pupils FOR EACH ROW
  WHEN (NEW.class_id IS DISTINCT FROM OLD.class_id) EXECUTE FUNCTION app.keep_class();
