-- A plan in force is changed by publishing its next version: what was published stays as it was, and a change
-- that is still being written is seen by nobody but those who write it.

ALTER TABLE "cycles" ADD COLUMN "every_day_version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "responsible_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "outcomes" ADD COLUMN "change_id" UUID, ADD COLUMN "origin_id" UUID;
ALTER TABLE "provisions" ADD COLUMN "change_id" UUID, ADD COLUMN "origin_id" UUID;
CREATE TABLE "plan_versions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,
    "applies_from" DATE NOT NULL,
    "reason" TEXT,
    "content" JSONB NOT NULL,
    CONSTRAINT "plan_versions_pkey" PRIMARY KEY ("school_id","id")
);
CREATE TABLE "plan_family_versions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "applies_from" DATE NOT NULL,
    "reason" TEXT,
    "content" JSONB NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "plan_family_versions_pkey" PRIMARY KEY ("school_id","id")
);
CREATE TABLE "plan_changes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "ended" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "aspirations" TEXT,
    "in_every_lesson" TEXT,
    "at_home" TEXT,
    "responsible_id" UUID,
    "every_day_version" INTEGER NOT NULL DEFAULT 1,
    "responsible_version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "plan_changes_pkey" PRIMARY KEY ("school_id","id")
);
CREATE TABLE "plan_agreements" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "change_id" UUID,
    "contact_id" UUID,
    "answer" TEXT NOT NULL,
    "said" TEXT,
    "method" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "plan_agreements_pkey" PRIMARY KEY ("school_id","id")
);
CREATE TABLE "plan_invitations" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "change_id" UUID,
    "contact_id" UUID,
    "made_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "came_of_it" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "plan_invitations_pkey" PRIMARY KEY ("school_id","id")
);
CREATE UNIQUE INDEX "plan_versions_school_id_pupil_id_id_key" ON "plan_versions"("school_id", "pupil_id", "id");
CREATE UNIQUE INDEX "plan_versions_school_id_pupil_id_cycle_id_number_key" ON "plan_versions"("school_id", "pupil_id", "cycle_id", "number");
CREATE UNIQUE INDEX "plan_family_versions_school_id_pupil_id_version_id_key" ON "plan_family_versions"("school_id", "pupil_id", "version_id");
CREATE INDEX "plan_family_versions_school_id_cycle_id_idx" ON "plan_family_versions"("school_id", "cycle_id");
CREATE UNIQUE INDEX "plan_changes_school_id_pupil_id_id_key" ON "plan_changes"("school_id", "pupil_id", "id");
CREATE INDEX "plan_changes_school_id_cycle_id_idx" ON "plan_changes"("school_id", "cycle_id");
CREATE INDEX "plan_agreements_school_id_cycle_id_idx" ON "plan_agreements"("school_id", "cycle_id");
CREATE INDEX "plan_invitations_school_id_cycle_id_idx" ON "plan_invitations"("school_id", "cycle_id");

ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_family_versions" ADD CONSTRAINT "plan_family_versions_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_invitations" ADD CONSTRAINT "plan_invitations_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_family_versions" ADD CONSTRAINT "plan_family_versions_school_id_pupil_id_version_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "version_id") REFERENCES "plan_versions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_school_id_pupil_id_change_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "change_id") REFERENCES "plan_changes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_school_id_pupil_id_change_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "change_id") REFERENCES "plan_changes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_school_id_pupil_id_change_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "change_id") REFERENCES "plan_changes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_invitations" ADD CONSTRAINT "plan_invitations_school_id_pupil_id_change_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "change_id") REFERENCES "plan_changes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_school_id_pupil_id_origin_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "origin_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_school_id_pupil_id_origin_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "origin_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_invitations" ADD CONSTRAINT "plan_invitations_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_invitations" ADD CONSTRAINT "plan_invitations_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_school_id_published_by_id_fkey" FOREIGN KEY ("school_id", "published_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_school_id_opened_by_id_fkey" FOREIGN KEY ("school_id", "opened_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_school_id_ended_by_id_fkey" FOREIGN KEY ("school_id", "ended_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_school_id_responsible_id_fkey" FOREIGN KEY ("school_id", "responsible_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan_versions ADD CONSTRAINT plan_versions_number CHECK (number >= 1),
  ADD CONSTRAINT plan_versions_reason CHECK ((number = 1) = (reason IS NULL));
ALTER TABLE plan_changes ADD CONSTRAINT plan_changes_ended CHECK (ended IN ('published', 'dropped')),
  ADD CONSTRAINT plan_changes_ended_at CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (ended_by_id IS NULL));
-- Two people who press "Change the plan" in the same moment write in the same draft.
CREATE UNIQUE INDEX plan_changes_one_open ON plan_changes (school_id, cycle_id) WHERE ended IS NULL;
ALTER TABLE plan_agreements ADD CONSTRAINT plan_agreements_answer CHECK (answer IN ('agreed', 'partly', 'disagreed', 'no-answer')),
  ADD CONSTRAINT plan_agreements_said CHECK (answer NOT IN ('partly', 'disagreed') OR said IS NOT NULL),
  ADD CONSTRAINT plan_agreements_method CHECK (method IN ('in-person', 'video', 'phone', 'letter', 'email', 'message'));
ALTER TABLE plan_invitations ADD CONSTRAINT plan_invitations_method CHECK (method IN ('in-person', 'video', 'phone', 'letter', 'email', 'message'));

-- What was published, agreed or tried stays as it was written, whoever asks.
CREATE FUNCTION app.stays_as_written() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '% stays as it was written', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Which change a transaction works in, and on which cycle; nobody has said: the plan as it was published.
CREATE FUNCTION app.plan_change_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.plan_change_id', true), '')::uuid;
CREATE FUNCTION app.changing_cycle_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.changing_cycle_id', true), '')::uuid;

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['plan_versions', 'plan_family_versions', 'plan_changes', 'plan_agreements', 'plan_invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_user', room);
    IF room <> 'plan_changes' THEN
      EXECUTE format('CREATE TRIGGER stays_as_written BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.stays_as_written()', room);
    END IF;
  END LOOP;

  -- The school's edition, and what is still being written, are not for families.
  FOREACH room IN ARRAY ARRAY['plan_versions', 'plan_changes'] LOOP
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()))', room);
  END LOOP;
  -- A parent reads what they themselves said, never what another parent did.
  FOREACH room IN ARRAY ARRAY['plan_agreements', 'plan_invitations'] LOOP
    EXECUTE format('CREATE POLICY families_apart ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))', room);
  END LOOP;

  -- A row of a draft is there only for a transaction that says it works in that change, which then does not see the
  -- published rows of the same plan; everyone else sees only these. So no page can show a change before its day.
  FOREACH room IN ARRAY ARRAY['outcomes', 'provisions'] LOOP
    EXECUTE format('CREATE POLICY drafts_apart ON %I AS RESTRICTIVE TO app_user
      USING (change_id IS NOT DISTINCT FROM CASE WHEN cycle_id = (SELECT app.changing_cycle_id()) THEN (SELECT app.plan_change_id()) END)
      WITH CHECK (change_id IS NOT DISTINCT FROM CASE WHEN cycle_id = (SELECT app.changing_cycle_id()) THEN (SELECT app.plan_change_id()) END)', room);
  END LOOP;
END $$;

CREATE POLICY shared_with_parents ON plan_family_versions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
GRANT UPDATE ON plan_changes TO app_user;
CREATE POLICY writes_over ON plan_changes AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));

-- What is written while a transaction works in a change is part of that change.
CREATE FUNCTION app.belongs_to_change() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.change_id IS NULL AND NEW.cycle_id = app.changing_cycle_id() THEN NEW.change_id := app.plan_change_id(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER belongs_to_change BEFORE INSERT ON outcomes FOR EACH ROW EXECUTE FUNCTION app.belongs_to_change();
CREATE TRIGGER belongs_to_change BEFORE INSERT ON provisions FOR EACH ROW EXECUTE FUNCTION app.belongs_to_change();

-- The open change that a drafted outcome or provision is part of, for those who may write it.
CREATE FUNCTION app.change_of_row(row_id uuid) RETURNS TABLE (change_id uuid, cycle_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c.id, c.cycle_id FROM public.plan_changes c
  WHERE c.school_id = app.school_id() AND c.ended IS NULL AND app.may_teach()
    AND (app.whole_school() OR c.pupil_id = ANY (app.own_pupil_ids()))
    AND (EXISTS (SELECT FROM public.outcomes o WHERE o.school_id = c.school_id AND o.change_id = c.id AND o.id = row_id)
      OR EXISTS (SELECT FROM public.provisions p WHERE p.school_id = c.school_id AND p.change_id = c.id AND p.id = row_id))
$$;

-- The columns of a room that a draft carries: all but its keys and what the service itself sets, so that a column
-- that is added later is drafted and published like the others.
CREATE FUNCTION app.drafted_columns(room text) RETURNS text[] LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
  WHERE a.attrelid = ('public.' || quote_ident(room))::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND a.attname NOT IN ('school_id', 'id', 'pupil_id', 'cycle_id', 'change_id', 'origin_id', 'removed_at', 'shared_at', 'version')
$$;

-- Opens the draft: each published outcome and provision of the plan gets a row of the change beside it.
CREATE FUNCTION app.draft_plan_change(change uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  opened public.plan_changes;
  room text;
  columns text;
BEGIN
  SELECT * INTO STRICT opened FROM public.plan_changes c
  WHERE c.school_id = app.school_id() AND c.id = change AND c.ended IS NULL AND app.may_teach()
    AND (app.whole_school() OR c.pupil_id = ANY (app.own_pupil_ids()));
  FOREACH room IN ARRAY ARRAY['outcomes', 'provisions'] LOOP
    columns := array_to_string(app.drafted_columns(room), ', ');
    EXECUTE format('INSERT INTO public.%1$I (school_id, id, pupil_id, cycle_id, change_id, origin_id, version, %2$s)
      SELECT school_id, gen_random_uuid(), pupil_id, cycle_id, $1, id, 1, %2$s FROM public.%1$I
      WHERE school_id = $2 AND cycle_id = $3 AND change_id IS NULL AND removed_at IS NULL', room, columns)
    USING opened.id, opened.school_id, opened.cycle_id;
  END LOOP;
  INSERT INTO public.provision_outcomes (school_id, provision_id, outcome_id, pupil_id)
  SELECT l.school_id, p.id, o.id, l.pupil_id FROM public.provision_outcomes l
  JOIN public.provisions p ON p.school_id = l.school_id AND p.change_id = opened.id AND p.origin_id = l.provision_id
  JOIN public.outcomes o ON o.school_id = l.school_id AND o.change_id = opened.id AND o.origin_id = l.outcome_id
  WHERE l.school_id = opened.school_id;
END $$;

-- Publishes the draft: a line that was there is written over, a new one is there from now on, and one that was taken
-- out is kept as removed. Do notes and ratings go on belonging to the same lines.
CREATE FUNCTION app.publish_plan_change(change uuid, published_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  opened public.plan_changes;
  room text;
  columns text[];
  links jsonb;
BEGIN
  SELECT * INTO STRICT opened FROM public.plan_changes c
  WHERE c.school_id = app.school_id() AND c.id = change AND c.ended IS NULL AND app.may_teach()
    AND (app.whole_school() OR c.pupil_id = ANY (app.own_pupil_ids()));
  FOREACH room IN ARRAY ARRAY['outcomes', 'provisions'] LOOP
    columns := app.drafted_columns(room);
    EXECUTE format('UPDATE public.%1$I kept SET (%2$s) = ROW(%3$s), version = kept.version + 1 FROM public.%1$I draft
      WHERE draft.school_id = $2 AND draft.change_id = $1 AND draft.removed_at IS NULL
        AND kept.school_id = $2 AND kept.id = draft.origin_id AND kept.removed_at IS NULL
        AND (%4$s) IS DISTINCT FROM (%3$s)', room, array_to_string(columns, ', '),
      (SELECT string_agg('draft.' || c, ', ') FROM unnest(columns) c), (SELECT string_agg('kept.' || c, ', ') FROM unnest(columns) c))
    USING opened.id, opened.school_id;
    EXECUTE format('UPDATE public.%1$I kept SET removed_at = $3, version = kept.version + 1 FROM public.%1$I draft
      WHERE draft.school_id = $2 AND draft.change_id = $1 AND draft.removed_at IS NOT NULL
        AND kept.school_id = $2 AND kept.id = draft.origin_id AND kept.removed_at IS NULL', room)
    USING opened.id, opened.school_id, published_at;
    EXECUTE format('UPDATE public.%1$I SET change_id = NULL, shared_at = $3
      WHERE school_id = $2 AND change_id = $1 AND origin_id IS NULL AND removed_at IS NULL', room)
    USING opened.id, opened.school_id, published_at;
  END LOOP;

  -- What each provision is for, as the draft says: of a drafted line its published one, of a new line itself.
  SELECT COALESCE(jsonb_agg(jsonb_build_object('provision', COALESCE(p.origin_id, p.id), 'outcome', COALESCE(o.origin_id, o.id), 'pupil', l.pupil_id)), '[]')
  INTO links
  FROM public.provision_outcomes l
  JOIN public.provisions p ON p.school_id = l.school_id AND p.id = l.provision_id
  JOIN public.outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id
  WHERE l.school_id = opened.school_id AND p.cycle_id = opened.cycle_id AND p.removed_at IS NULL AND o.removed_at IS NULL
    AND (p.change_id = opened.id OR (p.change_id IS NULL AND NOT EXISTS (
      SELECT FROM public.provisions d WHERE d.school_id = p.school_id AND d.change_id = opened.id AND d.origin_id = p.id)));
  DELETE FROM public.provision_outcomes l USING public.provisions p
  WHERE p.school_id = opened.school_id AND p.cycle_id = opened.cycle_id AND p.change_id IS NULL AND p.removed_at IS NULL
    AND l.school_id = p.school_id AND l.provision_id = p.id;
  INSERT INTO public.provision_outcomes (school_id, provision_id, outcome_id, pupil_id)
  SELECT opened.school_id, r.provision, r.outcome, r.pupil FROM jsonb_to_recordset(links) AS r(provision uuid, outcome uuid, pupil uuid);
END $$;
