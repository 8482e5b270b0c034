-- Reviews in full: the moves of an agreed date, a draft before sign-off, each outcome and each provision weighed apart,
-- views that came later, specialists, and the watch after SEN support ends.

ALTER TABLE "reviews" ADD COLUMN "next_review_due" DATE,
ADD COLUMN "parent_invited_on" DATE[] DEFAULT ARRAY[]::DATE[],
ADD COLUMN "parents_say_next" TEXT,
ADD COLUMN "pupil_asked_on" DATE,
ADD COLUMN "pupil_says_next" TEXT,
ADD COLUMN "senco_id" UUID,
ADD COLUMN "teacher_id" UUID,
ADD COLUMN "unchanged_reason" TEXT;

ALTER TABLE "outcome_ratings" ADD COLUMN "lifecycle" TEXT,
ADD COLUMN "trend" TEXT,
ADD COLUMN "why" TEXT,
ADD COLUMN "why_not_known" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "provision_verdicts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "planned" INTEGER,
    "given" INTEGER NOT NULL,
    "partly" INTEGER NOT NULL,
    "not_given" INTEGER NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_by_note" TEXT,
    "trained" TEXT NOT NULL,
    "works" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "reaction" TEXT,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "provision_verdicts_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "review_views" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "whose" TEXT NOT NULL,
    "words" TEXT,
    "on_day" DATE NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_views_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "review_drafts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_off_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_drafts_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "review_date_moves" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_date_moves_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "specialist_involvements" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "person_role" TEXT,
    "asked_for" TEXT NOT NULL,
    "requested_on" DATE NOT NULL,
    "parents_involved_on" DATE NOT NULL,
    "parents_said" TEXT NOT NULL,
    "first_seen_on" DATE,
    "report_received_on" DATE,
    "shared_with_parents_on" DATE,
    "shared_with_staff_on" DATE,
    "agreed" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "specialist_involvements_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "step_down_watches" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "sen_status_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "first_check_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_down_watches_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "watch_checks" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "watch_id" UUID NOT NULL,
    "checked_on" DATE NOT NULL,
    "going" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_checks_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "support_end_notices" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "sen_status_id" UUID NOT NULL,
    "contact_id" UUID,
    "method" TEXT NOT NULL,
    "told_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_end_notices_pkey" PRIMARY KEY ("school_id","id")
);

CREATE UNIQUE INDEX "provision_verdicts_school_id_review_id_provision_id_key" ON "provision_verdicts"("school_id", "review_id", "provision_id");
CREATE INDEX "review_views_school_id_review_id_idx" ON "review_views"("school_id", "review_id");
CREATE UNIQUE INDEX "review_drafts_school_id_pupil_id_cycle_id_key" ON "review_drafts"("school_id", "pupil_id", "cycle_id");
CREATE INDEX "review_date_moves_school_id_cycle_id_idx" ON "review_date_moves"("school_id", "cycle_id");
CREATE INDEX "specialist_involvements_school_id_pupil_id_idx" ON "specialist_involvements"("school_id", "pupil_id");
CREATE UNIQUE INDEX "step_down_watches_school_id_pupil_id_id_key" ON "step_down_watches"("school_id", "pupil_id", "id");
CREATE UNIQUE INDEX "step_down_watches_school_id_pupil_id_sen_status_id_key" ON "step_down_watches"("school_id", "pupil_id", "sen_status_id");
CREATE INDEX "watch_checks_school_id_watch_id_idx" ON "watch_checks"("school_id", "watch_id");
CREATE INDEX "support_end_notices_school_id_pupil_id_idx" ON "support_end_notices"("school_id", "pupil_id");

ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_senco_id_fkey" FOREIGN KEY ("school_id", "senco_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "provision_verdicts" ADD CONSTRAINT "provision_verdicts_school_id_pupil_id_review_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "review_id") REFERENCES "reviews"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "provision_verdicts" ADD CONSTRAINT "provision_verdicts_school_id_pupil_id_provision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "provision_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_views" ADD CONSTRAINT "review_views_school_id_pupil_id_review_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "review_id") REFERENCES "reviews"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_views" ADD CONSTRAINT "review_views_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_school_id_saved_by_id_fkey" FOREIGN KEY ("school_id", "saved_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_date_moves" ADD CONSTRAINT "review_date_moves_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_date_moves" ADD CONSTRAINT "review_date_moves_school_id_moved_by_id_fkey" FOREIGN KEY ("school_id", "moved_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "specialist_involvements" ADD CONSTRAINT "specialist_involvements_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "specialist_involvements" ADD CONSTRAINT "specialist_involvements_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "step_down_watches" ADD CONSTRAINT "step_down_watches_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "step_down_watches" ADD CONSTRAINT "step_down_watches_school_id_pupil_id_sen_status_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "sen_status_id") REFERENCES "sen_statuses"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "step_down_watches" ADD CONSTRAINT "step_down_watches_school_id_pupil_id_review_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "review_id") REFERENCES "reviews"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "watch_checks" ADD CONSTRAINT "watch_checks_school_id_pupil_id_watch_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "watch_id") REFERENCES "step_down_watches"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "watch_checks" ADD CONSTRAINT "watch_checks_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_end_notices" ADD CONSTRAINT "support_end_notices_school_id_pupil_id_sen_status_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "sen_status_id") REFERENCES "sen_statuses"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_end_notices" ADD CONSTRAINT "support_end_notices_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_end_notices" ADD CONSTRAINT "support_end_notices_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the columns of words may hold.
ALTER TABLE outcome_ratings ADD CONSTRAINT outcome_ratings_lifecycle CHECK (lifecycle IN ('achieved', 'continuing', 'stopped')),
  ADD CONSTRAINT outcome_ratings_trend CHECK (trend IN ('improving', 'steady', 'slipping'));
ALTER TABLE provision_verdicts ADD CONSTRAINT provision_verdicts_given_by CHECK (given_by IN ('as-planned', 'partly-others', 'others')),
  ADD CONSTRAINT provision_verdicts_trained CHECK (trained IN ('trained', 'not-needed', 'not-trained', 'not-known')),
  ADD CONSTRAINT provision_verdicts_works CHECK (works IN ('much', 'some', 'none', 'not-known')),
  ADD CONSTRAINT provision_verdicts_quality CHECK (quality IN ('good', 'mixed', 'poor', 'not-seen')),
  ADD CONSTRAINT provision_verdicts_decision CHECK (decision IN ('continue', 'adjust', 'stop'));
ALTER TABLE review_views ADD CONSTRAINT review_views_whose CHECK (whose IN ('parent', 'pupil')),
  -- Without words it is an invitation that had no answer, and only a parent is invited.
  ADD CONSTRAINT review_views_invited CHECK (words IS NOT NULL OR whose = 'parent');
ALTER TABLE review_date_moves ADD CONSTRAINT review_date_moves_kind CHECK (kind IN ('moved', 'expected'));
ALTER TABLE specialist_involvements ADD CONSTRAINT specialist_involvements_service CHECK (service IN
  ('educational-psychology', 'mental-health', 'speech-and-language', 'occupational-therapy', 'physiotherapy', 'specialist-teacher',
   'hearing-or-vision', 'paediatrics', 'other')),
  ADD CONSTRAINT specialist_involvements_days CHECK (first_seen_on >= requested_on AND report_received_on >= requested_on
    AND shared_with_parents_on >= report_received_on AND shared_with_staff_on >= report_received_on);
ALTER TABLE step_down_watches ADD CONSTRAINT step_down_watches_days CHECK (from_on < first_check_on AND first_check_on < until_on);
ALTER TABLE watch_checks ADD CONSTRAINT watch_checks_going CHECK (going IN ('well', 'some-worry', 'support-again'));
ALTER TABLE support_end_notices ADD CONSTRAINT support_end_notices_method CHECK (method IN ('in-person', 'letter', 'email', 'phone'));

-- One school at a time; own pupils; only what was shared; who writes.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['provision_verdicts', 'review_views', 'review_drafts', 'review_date_moves', 'specialist_involvements',
    'step_down_watches', 'watch_checks', 'support_end_notices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['provision_verdicts', 'review_views', 'review_date_moves', 'specialist_involvements', 'step_down_watches'] LOOP
    EXECUTE format('CREATE POLICY shared_with_parents ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.role()) <> ''parent'' OR shared_at IS NOT NULL)', room);
  END LOOP;
  -- What is only being thought about, and what staff note while they watch, is for staff.
  FOREACH room IN ARRAY ARRAY['review_drafts', 'watch_checks'] LOOP
    EXECUTE format('CREATE POLICY staff_read ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.role()) <> ''parent'')', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['provision_verdicts', 'review_views', 'review_drafts', 'review_date_moves', 'specialist_involvements', 'watch_checks'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
    EXECUTE format('CREATE POLICY writes_over ON %I AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['step_down_watches', 'support_end_notices'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.whole_school()))', room);
    EXECUTE format('CREATE POLICY writes_over ON %I AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.whole_school()))', room);
  END LOOP;
END $$;

-- Families are kept apart: what one parent was told, and what a parent said, is not another parent's.
CREATE POLICY families_apart ON support_end_notices AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));
CREATE POLICY families_apart ON review_views AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR whose = 'pupil');

-- Who does not see a provision, such as personal care, does not see how it was weighed.
CREATE POLICY with_its_provision ON provision_verdicts AS RESTRICTIVE FOR SELECT TO app_user
  USING (EXISTS (SELECT FROM provisions p WHERE p.school_id = provision_verdicts.school_id AND p.id = provision_verdicts.provision_id));

-- What was weighed, moved, checked or told stays as it was written; a draft and an involvement go on.
GRANT SELECT, INSERT ON provision_verdicts, review_views, review_date_moves, step_down_watches, watch_checks, support_end_notices TO app_user;
GRANT SELECT, INSERT, UPDATE ON review_drafts, specialist_involvements TO app_user;
