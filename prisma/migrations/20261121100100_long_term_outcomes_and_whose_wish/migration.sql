-- A long-term outcome belongs to the pupil and lives across cycles; the outcomes of a plan are its SMART targets, and
-- each says whose wish it is and which broad areas it is about (domain.md 1.2, 7.1; guide 1).

CREATE TABLE "long_term_outcomes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "will_do" TEXT NOT NULL,
    "why" TEXT,
    "wish" TEXT,
    "broad_areas" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "by_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "status_from" DATE NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "long_term_outcomes_pkey" PRIMARY KEY ("school_id","id")
);
CREATE TABLE "long_term_outcome_steps" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "long_term_outcome_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "long_term_outcome_steps_pkey" PRIMARY KEY ("school_id","id")
);
ALTER TABLE "outcomes" ADD COLUMN "long_term_outcome_id" UUID, ADD COLUMN "wish" TEXT,
  ADD COLUMN "broad_areas" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

CREATE UNIQUE INDEX "long_term_outcomes_school_id_pupil_id_id_key" ON "long_term_outcomes"("school_id", "pupil_id", "id");
CREATE INDEX "long_term_outcome_steps_school_id_long_term_outcome_id_idx" ON "long_term_outcome_steps"("school_id", "long_term_outcome_id");

ALTER TABLE "long_term_outcomes" ADD CONSTRAINT "long_term_outcomes_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "long_term_outcome_steps" ADD CONSTRAINT "long_term_outcome_steps_school_id_pupil_id_long_term_outco_fkey" FOREIGN KEY ("school_id", "pupil_id", "long_term_outcome_id") REFERENCES "long_term_outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "long_term_outcome_steps" ADD CONSTRAINT "long_term_outcome_steps_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_school_id_pupil_id_long_term_outcome_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "long_term_outcome_id") REFERENCES "long_term_outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  room text;
  areas text := 'broad_areas <@ ARRAY[''communication-and-interaction'', ''cognition-and-learning'', ''social-emotional-and-mental-health'', ''sensory-and-or-physical'']';
BEGIN
  FOREACH room IN ARRAY ARRAY['outcomes', 'long_term_outcomes'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (wish IN (''pupil'', ''parent'', ''school'')),
      ADD CONSTRAINT %3$I CHECK (%4$s)', room, room || '_wish', room || '_broad_areas', areas);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['long_term_outcomes', 'long_term_outcome_steps'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (status IN (''proposed'', ''active'', ''achieved'', ''stopped''))',
      room, room || '_status');
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_user', room);
  END LOOP;
END $$;

-- An end, and a fresh start after one, are never without their reason.
ALTER TABLE long_term_outcome_steps ADD CONSTRAINT long_term_outcome_steps_reason
  CHECK (status NOT IN ('achieved', 'stopped') OR reason IS NOT NULL);

CREATE POLICY writes_over ON long_term_outcomes AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));
GRANT UPDATE (will_do, why, wish, broad_areas, by_on, status, status_from, shared_at, version) ON long_term_outcomes TO app_user;

-- What is still proposed is between those who write it; the steps and their reasons are the school's own record.
CREATE POLICY shared_with_parents ON long_term_outcomes AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
CREATE POLICY staff_only ON long_term_outcome_steps AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()));
