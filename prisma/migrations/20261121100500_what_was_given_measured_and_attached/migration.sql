-- What was given, measured, seen and attached: a Do note is corrected and never overwritten, measurements stand by
-- themselves, the class teacher looks at what others give and asks back, and files hang on notes and sources.

-- AlterTable
ALTER TABLE "do_notes" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "corrected_by_id" UUID,
ADD COLUMN     "correction_reason" TEXT,
ADD COLUMN     "given_by" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "do_note_revisions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "do_note_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "provision_id" UUID,
    "outcome_id" UUID,
    "happened_on" DATE NOT NULL,
    "delivered" TEXT NOT NULL,
    "reason" TEXT,
    "minutes" INTEGER,
    "observation" TEXT,
    "measured" TEXT,
    "given_by" TEXT,
    "shared_at" TIMESTAMPTZ(3),
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by_id" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "do_note_revisions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "measurements" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "do_note_id" UUID,
    "measured_on" DATE NOT NULL,
    "value" TEXT,
    "note" TEXT,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),
    "form_key" UUID NOT NULL,
    "replaces_id" UUID,
    "why" TEXT,

    CONSTRAINT "measurements_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "oversight_notes" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "looked_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "form_key" UUID NOT NULL,

    CONSTRAINT "oversight_notes_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "do_note_questions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "do_note_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "form_key" UUID NOT NULL,

    CONSTRAINT "do_note_questions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "observations" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "seen_on" DATE NOT NULL,
    "at" TEXT,
    "place" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),
    "form_key" UUID NOT NULL,
    "replaces_id" UUID,
    "why" TEXT,

    CONSTRAINT "observations_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "do_note_id" UUID,
    "source_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "disk_name" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "form_key" UUID NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attachment_contents" (
    "school_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "attachment_contents_pkey" PRIMARY KEY ("school_id","attachment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "do_note_revisions_school_id_do_note_id_version_key" ON "do_note_revisions"("school_id", "do_note_id", "version");

-- CreateIndex
CREATE INDEX "measurements_school_id_outcome_id_measured_on_idx" ON "measurements"("school_id", "outcome_id", "measured_on");

-- CreateIndex
CREATE UNIQUE INDEX "measurements_school_id_pupil_id_id_key" ON "measurements"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "measurements_school_id_form_key_key" ON "measurements"("school_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "measurements_school_id_pupil_id_replaces_id_key" ON "measurements"("school_id", "pupil_id", "replaces_id");

-- CreateIndex
CREATE INDEX "oversight_notes_school_id_provision_id_looked_on_idx" ON "oversight_notes"("school_id", "provision_id", "looked_on");

-- CreateIndex
CREATE UNIQUE INDEX "oversight_notes_school_id_form_key_key" ON "oversight_notes"("school_id", "form_key");

-- CreateIndex
CREATE INDEX "do_note_questions_school_id_do_note_id_idx" ON "do_note_questions"("school_id", "do_note_id");

-- CreateIndex
CREATE UNIQUE INDEX "do_note_questions_school_id_form_key_key" ON "do_note_questions"("school_id", "form_key");

-- CreateIndex
CREATE INDEX "observations_school_id_pupil_id_seen_on_idx" ON "observations"("school_id", "pupil_id", "seen_on");

-- CreateIndex
CREATE UNIQUE INDEX "observations_school_id_pupil_id_id_key" ON "observations"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "observations_school_id_form_key_key" ON "observations"("school_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "observations_school_id_pupil_id_replaces_id_key" ON "observations"("school_id", "pupil_id", "replaces_id");

-- CreateIndex
CREATE INDEX "attachments_school_id_do_note_id_idx" ON "attachments"("school_id", "do_note_id");

-- CreateIndex
CREATE INDEX "attachments_school_id_source_id_idx" ON "attachments"("school_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_school_id_pupil_id_id_key" ON "attachments"("school_id", "pupil_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_school_id_form_key_key" ON "attachments"("school_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_contents_school_id_pupil_id_attachment_id_key" ON "attachment_contents"("school_id", "pupil_id", "attachment_id");

-- CreateIndex

-- CreateIndex
CREATE UNIQUE INDEX "do_notes_school_id_pupil_id_id_key" ON "do_notes"("school_id", "pupil_id", "id");

-- AddForeignKey
ALTER TABLE "do_notes" ADD CONSTRAINT "do_notes_school_id_corrected_by_id_fkey" FOREIGN KEY ("school_id", "corrected_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_revisions" ADD CONSTRAINT "do_note_revisions_school_id_pupil_id_do_note_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "do_note_id") REFERENCES "do_notes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_revisions" ADD CONSTRAINT "do_note_revisions_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_revisions" ADD CONSTRAINT "do_note_revisions_school_id_replaced_by_id_fkey" FOREIGN KEY ("school_id", "replaced_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_school_id_pupil_id_outcome_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "outcome_id") REFERENCES "outcomes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_school_id_pupil_id_do_note_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "do_note_id") REFERENCES "do_notes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_school_id_pupil_id_replaces_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "replaces_id") REFERENCES "measurements"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oversight_notes" ADD CONSTRAINT "oversight_notes_school_id_pupil_id_provision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "provision_id") REFERENCES "provisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oversight_notes" ADD CONSTRAINT "oversight_notes_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_questions" ADD CONSTRAINT "do_note_questions_school_id_pupil_id_do_note_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "do_note_id") REFERENCES "do_notes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_questions" ADD CONSTRAINT "do_note_questions_school_id_asked_by_id_fkey" FOREIGN KEY ("school_id", "asked_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "do_note_questions" ADD CONSTRAINT "do_note_questions_school_id_answered_by_id_fkey" FOREIGN KEY ("school_id", "answered_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_school_id_pupil_id_replaces_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "replaces_id") REFERENCES "observations"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_school_id_pupil_id_do_note_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "do_note_id") REFERENCES "do_notes"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_school_id_pupil_id_source_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "source_id") REFERENCES "assessment_sources"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_school_id_added_by_id_fkey" FOREIGN KEY ("school_id", "added_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_school_id_pupil_id_attachment_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "attachment_id") REFERENCES "attachments"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The words and numbers that may stand there.
ALTER TABLE do_notes ADD CONSTRAINT do_notes_corrected
  CHECK ((version = 1) = (corrected_at IS NULL) AND (corrected_at IS NULL) = (corrected_by_id IS NULL) AND (corrected_at IS NULL) = (correction_reason IS NULL));
ALTER TABLE measurements ADD CONSTRAINT measurements_taken_back CHECK (value IS NOT NULL OR replaces_id IS NOT NULL),
  ADD CONSTRAINT measurements_why CHECK ((replaces_id IS NULL) = (why IS NULL));
ALTER TABLE observations ADD CONSTRAINT observations_at CHECK (at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CONSTRAINT observations_why CHECK ((replaces_id IS NULL) = (why IS NULL));
ALTER TABLE do_note_questions ADD CONSTRAINT do_note_questions_answered
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL));
ALTER TABLE attachments ADD CONSTRAINT attachments_one_owner CHECK ((do_note_id IS NULL) <> (source_id IS NULL)),
  ADD CONSTRAINT attachments_kind CHECK (kind IN ('jpeg', 'png', 'webp', 'pdf', 'docx')),
  ADD CONSTRAINT attachments_bytes CHECK (bytes BETWEEN 1 AND 10485760),
  ADD CONSTRAINT attachments_disk_name CHECK (disk_name ~ '^[0-9a-f]{64}$');

-- Every value of an outcome's measure that stands today: taken by itself, with a session, or in a Do note. What was
-- replaced is left out. It shows what the asking person may see of the tables beneath it.
CREATE VIEW outcome_measurements WITH (security_invoker = true) AS
  SELECT n.school_id, n.id, n.pupil_id, n.outcome_id, n.id AS do_note_id, n.happened_on AS measured_on, n.measured AS value,
    NULL::text AS note, n.written_by_id, n.written_at, n.shared_at, false AS by_itself
  FROM do_notes n WHERE n.outcome_id IS NOT NULL AND n.measured IS NOT NULL
  UNION ALL
  SELECT m.school_id, m.id, m.pupil_id, m.outcome_id, m.do_note_id, m.measured_on, m.value,
    m.note, m.written_by_id, m.written_at, m.shared_at, true
  FROM measurements m WHERE m.value IS NOT NULL
    AND NOT EXISTS (SELECT FROM measurements r WHERE r.school_id = m.school_id AND r.pupil_id = m.pupil_id AND r.replaces_id = m.id);

CREATE INDEX "measurements_school_id_do_note_id_idx" ON "measurements"("school_id", "do_note_id");
CREATE INDEX do_notes_measured ON do_notes (school_id, outcome_id, happened_on) WHERE measured IS NOT NULL;

-- One school at a time, own pupils, and what was shared.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['do_note_revisions', 'measurements', 'oversight_notes', 'do_note_questions', 'observations',
    'attachments', 'attachment_contents'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['do_note_revisions', 'measurements', 'observations'] LOOP
    EXECUTE format('CREATE POLICY shared_with_parents ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.role()) <> ''parent'' OR shared_at IS NOT NULL)', room);
  END LOOP;
  -- What staff say to each other about a note, and what it said before, is for staff.
  FOREACH room IN ARRAY ARRAY['do_note_revisions', 'oversight_notes', 'do_note_questions'] LOOP
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['oversight_notes', 'do_note_questions'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['measurements', 'observations', 'attachments', 'attachment_contents'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_support()))', room);
  END LOOP;
  -- Written in one's own name.
  FOREACH room IN ARRAY ARRAY['measurements', 'oversight_notes', 'observations'] LOOP
    EXECUTE format('CREATE POLICY own_name ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (written_by_id = (SELECT app.membership_id()))', room);
  END LOOP;
END $$;
CREATE POLICY own_name ON attachments AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (added_by_id = (SELECT app.membership_id()));
CREATE POLICY own_name ON do_note_questions AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (asked_by_id = (SELECT app.membership_id()));

-- A file is there for whoever may read what it hangs on: a parent, where that was shared.
CREATE POLICY as_its_owner ON attachments AS RESTRICTIVE TO app_user
  USING (EXISTS (SELECT FROM do_notes n WHERE n.school_id = attachments.school_id AND n.id = attachments.do_note_id)
    OR EXISTS (SELECT FROM assessment_sources s WHERE s.school_id = attachments.school_id AND s.id = attachments.source_id));
CREATE POLICY as_its_owner ON attachment_contents AS RESTRICTIVE TO app_user
  USING (EXISTS (SELECT FROM attachments a WHERE a.school_id = attachment_contents.school_id AND a.id = attachment_contents.attachment_id));

-- What hangs on personal care is for those who see the care (P44).
CREATE POLICY care_kept_close ON do_note_revisions AS RESTRICTIVE FOR SELECT TO app_user
  USING (provision_id IS NULL OR NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]));
CREATE POLICY care_kept_close ON oversight_notes AS RESTRICTIVE FOR SELECT TO app_user
  USING (NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]));
CREATE POLICY as_its_owner ON do_note_questions AS RESTRICTIVE TO app_user
  USING (EXISTS (SELECT FROM do_notes n WHERE n.school_id = do_note_questions.school_id AND n.id = do_note_questions.do_note_id));

-- An answer is given once.
CREATE POLICY writes_over ON do_note_questions AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_support()) AND answer IS NULL) WITH CHECK (answered_by_id = (SELECT app.membership_id()));

GRANT SELECT ON do_note_revisions, outcome_measurements TO app_user;
GRANT SELECT, INSERT ON measurements, oversight_notes, do_note_questions, observations, attachments, attachment_contents TO app_user;
GRANT UPDATE (answer, answered_by_id, answered_at) ON do_note_questions TO app_user;

-- Correcting a Do note: its author or the SENCO, never who wrote it or when; and what it said before is kept.
GRANT UPDATE (provision_id, outcome_id, happened_on, delivered, reason, minutes, observation, measured, given_by, shared_at,
  version, corrected_by_id, corrected_at, correction_reason) ON do_notes TO app_user;
CREATE POLICY own_words ON do_notes AS RESTRICTIVE FOR UPDATE TO app_user
  USING (written_by_id = (SELECT app.membership_id()) OR (SELECT app.role()) IN ('senco', 'system'))
  WITH CHECK (corrected_by_id = (SELECT app.membership_id()));

CREATE FUNCTION app.keep_do_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 OR NEW.corrected_at IS NULL THEN
    RAISE EXCEPTION 'a Do note is corrected, never overwritten';
  END IF;
  INSERT INTO public.do_note_revisions (school_id, id, pupil_id, do_note_id, version, provision_id, outcome_id, happened_on,
    delivered, reason, minutes, observation, measured, given_by, shared_at, written_by_id, written_at, replaced_by_id, replaced_at, why)
  VALUES (OLD.school_id, gen_random_uuid(), OLD.pupil_id, OLD.id, OLD.version, OLD.provision_id, OLD.outcome_id, OLD.happened_on,
    OLD.delivered, OLD.reason, OLD.minutes, OLD.observation, OLD.measured, OLD.given_by, OLD.shared_at,
    COALESCE(OLD.corrected_by_id, OLD.written_by_id), COALESCE(OLD.corrected_at, OLD.written_at),
    NEW.corrected_by_id, NEW.corrected_at, NEW.correction_reason);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.keep_do_note() FROM PUBLIC;
CREATE TRIGGER keep_do_note BEFORE UPDATE ON do_notes FOR EACH ROW EXECUTE FUNCTION app.keep_do_note();
