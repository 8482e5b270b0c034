-- The school's own catalogue of provision, the lines of a plan for every day, who has read the plan, the
-- training staff hold, joining in beside others, and personal care that only those who give it may see.

CREATE TABLE "provision_forms" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provision_forms_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "catalogue_entries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "wave" TEXT NOT NULL,
    "deliverer_role" TEXT,
    "minutes" INTEGER,
    "per_week" INTEGER,
    "weeks" INTEGER,
    "group_size" INTEGER,
    "evidence" TEXT,
    "training" TEXT,
    "steps" TEXT,
    "additional" BOOLEAN NOT NULL DEFAULT true,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catalogue_entries_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "plan_lines" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "about" TEXT,
    "who" TEXT,
    "how_often" TEXT,
    "change_id" UUID,
    "origin_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_lines_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "read_receipts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_receipts_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "staff_trainings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "training" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "until_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_trainings_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "participation_notes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "activity" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "joined" TEXT NOT NULL,
    "minutes" INTEGER,
    "why" TEXT,
    "changed" TEXT,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "form_key" UUID NOT NULL,

    CONSTRAINT "participation_notes_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "plan_care_versions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "given_by" UUID[] NOT NULL,
    "content" JSONB NOT NULL,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_care_versions_pkey" PRIMARY KEY ("school_id","id")
);

ALTER TABLE "provisions"
    ADD COLUMN "catalogue_entry_id" UUID,
    ADD COLUMN "form" TEXT,
    ADD COLUMN "wave" TEXT,
    ADD COLUMN "additional" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "from_outside" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "also_given_by" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    ADD COLUMN "equipment" TEXT,
    ADD COLUMN "in_place_on" DATE,
    ADD COLUMN "care" BOOLEAN NOT NULL DEFAULT false;

CREATE UNIQUE INDEX "provision_forms_school_id_name_key" ON "provision_forms"("school_id", "name");
CREATE INDEX "catalogue_entries_school_id_name_idx" ON "catalogue_entries"("school_id", "name");
CREATE INDEX "plan_lines_school_id_cycle_id_idx" ON "plan_lines"("school_id", "cycle_id");
CREATE UNIQUE INDEX "plan_lines_school_id_pupil_id_id_key" ON "plan_lines"("school_id", "pupil_id", "id");
CREATE UNIQUE INDEX "read_receipts_school_id_pupil_id_version_id_membership_id_key" ON "read_receipts"("school_id", "pupil_id", "version_id", "membership_id");
CREATE UNIQUE INDEX "plan_care_versions_school_id_pupil_id_version_id_provision__key" ON "plan_care_versions"("school_id", "pupil_id", "version_id", "provision_id");
CREATE INDEX "staff_trainings_school_id_membership_id_idx" ON "staff_trainings"("school_id", "membership_id");
CREATE UNIQUE INDEX "participation_notes_school_id_form_key_key" ON "participation_notes"("school_id", "form_key");
CREATE INDEX "participation_notes_school_id_pupil_id_happened_on_idx" ON "participation_notes"("school_id", "pupil_id", "happened_on");

ALTER TABLE "provision_forms" ADD CONSTRAINT "provision_forms_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "catalogue_entries" ADD CONSTRAINT "catalogue_entries_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_school_id_pupil_id_change_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "change_id") REFERENCES "plan_changes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_school_id_pupil_id_origin_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "origin_id") REFERENCES "plan_lines"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "read_receipts" ADD CONSTRAINT "read_receipts_school_id_pupil_id_version_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "version_id") REFERENCES "plan_versions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "read_receipts" ADD CONSTRAINT "read_receipts_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_care_versions" ADD CONSTRAINT "plan_care_versions_school_id_pupil_id_version_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "version_id") REFERENCES "plan_versions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_care_versions" ADD CONSTRAINT "plan_care_versions_school_id_pupil_id_provision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "provision_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "staff_trainings" ADD CONSTRAINT "staff_trainings_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "participation_notes" ADD CONSTRAINT "participation_notes_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "participation_notes" ADD CONSTRAINT "participation_notes_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_school_id_catalogue_entry_id_fkey" FOREIGN KEY ("school_id", "catalogue_entry_id") REFERENCES "catalogue_entries"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the columns of words and numbers may hold.
ALTER TABLE provision_forms ADD CONSTRAINT provision_forms_name CHECK (length(name) BETWEEN 1 AND 100);
ALTER TABLE catalogue_entries ADD CONSTRAINT catalogue_entries_wave CHECK (wave IN ('universal', 'targeted', 'specialist')),
  ADD CONSTRAINT catalogue_entries_deliverer CHECK (deliverer_role IN ('class-teacher', 'teaching-assistant', 'senco', 'outside')),
  ADD CONSTRAINT catalogue_entries_numbers CHECK (minutes BETWEEN 1 AND 600 AND per_week BETWEEN 1 AND 50 AND group_size BETWEEN 1 AND 60 AND weeks BETWEEN 1 AND 60);
ALTER TABLE plan_lines ADD CONSTRAINT plan_lines_kind CHECK (kind IN ('adjustment', 'strategy', 'quiet-place', 'at-home'));
ALTER TABLE staff_trainings ADD CONSTRAINT staff_trainings_days CHECK (until_on IS NULL OR held_on <= until_on);
ALTER TABLE participation_notes ADD CONSTRAINT participation_notes_activity CHECK (activity IN ('lesson', 'club', 'trip', 'playtime', 'other')),
  ADD CONSTRAINT participation_notes_joined CHECK (joined IN ('missed-for-support', 'could-not-join', 'joined')),
  ADD CONSTRAINT participation_notes_minutes CHECK (minutes BETWEEN 1 AND 600),
  ADD CONSTRAINT participation_notes_changed CHECK (joined <> 'joined' OR changed IS NOT NULL);
ALTER TABLE provisions ADD CONSTRAINT provisions_wave CHECK (wave IN ('universal', 'targeted', 'specialist'));

-- One school at a time, and each row of a pupil only for those who know the pupil.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['provision_forms', 'catalogue_entries', 'plan_lines', 'read_receipts', 'staff_trainings', 'participation_notes', 'plan_care_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['plan_lines', 'read_receipts', 'participation_notes', 'plan_care_versions'] LOOP
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
  END LOOP;
  -- Families read the plan, not who of the staff has read it, nor notes that are for staff.
  FOREACH room IN ARRAY ARRAY['provision_forms', 'catalogue_entries', 'read_receipts', 'participation_notes'] LOOP
    EXECUTE format('CREATE POLICY staff_read ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['provision_forms', 'catalogue_entries', 'staff_trainings'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.whole_school()))', room);
    EXECUTE format('CREATE POLICY writes_over ON %I AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.whole_school()))', room);
  END LOOP;
END $$;

CREATE POLICY shared_with_parents ON plan_lines AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
CREATE POLICY writes_new ON plan_lines AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()));
CREATE POLICY writes_over ON plan_lines AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));

-- A line for every day is drafted and published with the rest of the plan: it keeps to the same rules as outcomes
-- and provisions, and the three functions that know these two rooms know this one too.
CREATE POLICY drafts_apart ON plan_lines AS RESTRICTIVE TO app_user
  USING (change_id IS NOT DISTINCT FROM CASE WHEN cycle_id = (SELECT app.changing_cycle_id()) THEN (SELECT app.plan_change_id()) END)
  WITH CHECK (change_id IS NOT DISTINCT FROM CASE WHEN cycle_id = (SELECT app.changing_cycle_id()) THEN (SELECT app.plan_change_id()) END);
CREATE TRIGGER belongs_to_change BEFORE INSERT ON plan_lines FOR EACH ROW EXECUTE FUNCTION app.belongs_to_change();
DO $$
DECLARE
  teaches record;
  before text;
BEGIN
  FOR teaches IN SELECT * FROM (VALUES
    ('app.draft_plan_change(uuid)', $q$ARRAY['outcomes', 'provisions']$q$, $q$ARRAY['outcomes', 'provisions', 'plan_lines']$q$),
    ('app.publish_plan_change(uuid, timestamptz)', $q$ARRAY['outcomes', 'provisions']$q$, $q$ARRAY['outcomes', 'provisions', 'plan_lines']$q$),
    ('app.change_of_row(uuid)', 'AND (EXISTS (', 'AND (EXISTS (SELECT FROM public.plan_lines l WHERE l.school_id = c.school_id AND l.change_id = c.id AND l.id = row_id) OR EXISTS (')
  ) AS t(name, known, knows) LOOP
    before := pg_get_functiondef(teaches.name::regprocedure);
    IF position(teaches.known IN before) = 0 THEN RAISE EXCEPTION '% has changed', teaches.name; END IF;
    EXECUTE replace(before, teaches.known, teaches.knows);
  END LOOP;
END $$;

-- "I have read it" is said for oneself, once, and never taken back.
CREATE POLICY own_name ON read_receipts AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (membership_id = (SELECT app.membership_id()) AND (SELECT app.may_support()));
CREATE POLICY own_name ON participation_notes AS RESTRICTIVE FOR INSERT TO app_user
  WITH CHECK (written_by_id = (SELECT app.membership_id()) AND (SELECT app.may_support()));

-- A person's training is for those who lead the school, and for the person.
CREATE POLICY leaders_read ON staff_trainings AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR membership_id = (SELECT app.membership_id()));

-- Personal care is seen, and written, by those who give it, those who lead the school and the family (P44).
CREATE POLICY care_kept_close ON provisions AS RESTRICTIVE TO app_user
  USING (NOT care OR (SELECT app.whole_school()) OR (SELECT app.role()) = 'parent'
    OR delivered_by_id = (SELECT app.membership_id()) OR (SELECT app.membership_id()) = ANY (also_given_by))
  WITH CHECK (NOT care OR (SELECT app.whole_school())
    OR delivered_by_id = (SELECT app.membership_id()) OR (SELECT app.membership_id()) = ANY (also_given_by));

-- What was published of it stays as it was written, apart from the plan that all staff read.
CREATE POLICY care_kept_close ON plan_care_versions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.whole_school()) OR (SELECT app.role()) = 'parent' OR (SELECT app.membership_id()) = ANY (given_by));
CREATE POLICY shared_with_parents ON plan_care_versions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
CREATE TRIGGER stays_as_written BEFORE UPDATE OR DELETE ON plan_care_versions FOR EACH ROW EXECUTE FUNCTION app.stays_as_written();
GRANT SELECT ON plan_care_versions TO app_user;

-- Keeps the care of a version that is being published, whoever publishes it.
CREATE FUNCTION app.keep_care(published uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.plan_care_versions (school_id, id, pupil_id, version_id, provision_id, given_by, shared_at, content)
  SELECT p.school_id, gen_random_uuid(), p.pupil_id, v.id, p.id, array_append(p.also_given_by, p.delivered_by_id), p.shared_at,
    json_build_object('id', p.id, 'what', p.what, 'deliveredById', p.delivered_by_id,
      'deliverer', COALESCE(NULLIF(concat_ws(' ', d.title, d.given_name, d.family_name), ''), p.deliverer), 'place', p.place,
      'minutes', p.minutes, 'perWeek', p.per_week, 'groupSize', p.group_size, 'from', p.from_on, 'until', p.until_on,
      'form', p.form, 'wave', p.wave, 'additional', p.additional, 'fromOutside', p.from_outside, 'care', true,
      'equipment', p.equipment, 'inPlaceOn', p.in_place_on,
      'alsoGivenBy', COALESCE((SELECT json_agg(concat_ws(' ', g.title, g.given_name, g.family_name) ORDER BY g.family_name, g.id)
         FROM public.memberships g WHERE g.school_id = p.school_id AND g.id = ANY (p.also_given_by)), '[]'),
      'outcomeIds', COALESCE((SELECT json_agg(o.id ORDER BY o.position, o.id) FROM public.provision_outcomes l
         JOIN public.outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
         WHERE l.school_id = p.school_id AND l.provision_id = p.id), '[]'))
  FROM public.plan_versions v
  JOIN public.provisions p ON p.school_id = v.school_id AND p.cycle_id = v.cycle_id AND p.care AND p.removed_at IS NULL AND p.change_id IS NULL
  LEFT JOIN public.memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
  WHERE v.school_id = app.school_id() AND v.id = published AND app.may_teach()
    AND (app.whole_school() OR v.pupil_id = ANY (app.own_pupil_ids()))
  ON CONFLICT DO NOTHING
$$;

-- The provisions of personal care that are not for whoever is asking: what hangs on them is not either.
CREATE FUNCTION app.care_of_others() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT CASE WHEN app.whole_school() OR app.role() = 'parent' THEN '{}' ELSE COALESCE((
    SELECT array_agg(p.id) FROM public.provisions p
    WHERE p.school_id = app.school_id() AND p.care AND p.delivered_by_id IS DISTINCT FROM app.membership_id()
      AND NOT app.membership_id() = ANY (p.also_given_by)), '{}') END
$$;

CREATE POLICY care_kept_close ON provision_outcomes AS RESTRICTIVE FOR SELECT TO app_user
  USING (NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]));
CREATE POLICY care_kept_close ON do_notes AS RESTRICTIVE FOR SELECT TO app_user
  USING (provision_id IS NULL OR NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]));

-- A teacher who does not give the care brings the plan into force all the same: the family then sees it, and
-- what it is for, though the teacher does not.
CREATE FUNCTION app.share_care(cycle uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.provisions p SET shared_at = at
  WHERE p.school_id = app.school_id() AND p.cycle_id = cycle AND p.care AND p.removed_at IS NULL AND p.shared_at IS NULL
    AND app.may_teach() AND (app.whole_school() OR p.pupil_id = ANY (app.own_pupil_ids()))
$$;

-- Care goes on into the next cycle with the outcomes it is for, whoever records the review. Without dates, like
-- every provision that is carried on.
CREATE FUNCTION app.carry_care(cycle_before uuid, cycle_after uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  WITH carried AS (
    SELECT p.*, gen_random_uuid() AS new_id FROM public.provisions p
    WHERE p.school_id = app.school_id() AND p.cycle_id = cycle_before AND p.care AND p.removed_at IS NULL
      AND app.may_teach() AND (app.whole_school() OR p.pupil_id = ANY (app.own_pupil_ids()))
      AND EXISTS (SELECT FROM public.cycles n WHERE n.school_id = p.school_id AND n.id = cycle_after AND n.previous_id = cycle_before)
  ), written AS (
    INSERT INTO public.provisions (school_id, id, pupil_id, cycle_id, what, delivered_by_id, deliverer, place, minutes, per_week,
      group_size, catalogue_entry_id, form, wave, additional, from_outside, also_given_by, equipment, in_place_on, care)
    SELECT school_id, new_id, pupil_id, cycle_after, what, delivered_by_id, deliverer, place, minutes, per_week,
      group_size, catalogue_entry_id, form, wave, additional, from_outside, also_given_by, equipment, in_place_on, care
    FROM carried
  )
  INSERT INTO public.provision_outcomes (school_id, provision_id, outcome_id, pupil_id)
  SELECT c.school_id, c.new_id, o.id, c.pupil_id FROM carried c
  JOIN public.provision_outcomes l ON l.school_id = c.school_id AND l.provision_id = c.id
  JOIN public.outcomes o ON o.school_id = c.school_id AND o.cycle_id = cycle_after AND o.carried_from_id = l.outcome_id
$$;

GRANT SELECT, INSERT, UPDATE ON provision_forms, catalogue_entries, plan_lines, staff_trainings TO app_user;
GRANT SELECT, INSERT ON read_receipts, participation_notes TO app_user;

-- Until now whoever was written down in words came from outside the school on the family's page; it stays so.
ALTER TABLE provisions NO FORCE ROW LEVEL SECURITY;
UPDATE provisions SET from_outside = true WHERE deliverer IS NOT NULL;
ALTER TABLE provisions FORCE ROW LEVEL SECURITY;
