-- Concerns are decided more than once and talked over, early talks are noted and given, colleagues are asked for what
-- they know, a family's words stay theirs, and the progress of whole classes is checked.

CREATE TABLE "concern_decisions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reasons" TEXT[],
    "words" TEXT NOT NULL,
    "comparison" TEXT,
    "no_strategies_because" TEXT,
    "look_again_on" DATE,
    "decided_on" DATE NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "concern_decisions_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "concern_talks" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "contact_id" UUID,
    "talked_on" DATE NOT NULL,
    "words" TEXT,
    "note_given" BOOLEAN NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "concern_talks_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "concern_strategies" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "effect" TEXT,
    "effect_words" TEXT,
    "written_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concern_strategies_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "early_discussions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "attended" TEXT NOT NULL,
    "strengths" TEXT NOT NULL,
    "difficulties" TEXT NOT NULL,
    "parent_concerns" TEXT NOT NULL,
    "may_lie_behind" TEXT,
    "agreed_outcomes" TEXT NOT NULL,
    "next_steps" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "early_discussions_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "early_discussion_deliveries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "discussion_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "early_discussion_deliveries_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "advice_mentions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "mentioned_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advice_mentions_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "open_questions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "found" TEXT,
    "found_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "open_questions_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "class_checks" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "checked_on" DATE NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "form_key" UUID NOT NULL,

    CONSTRAINT "class_checks_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "class_check_pupils" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "progress" TEXT NOT NULL,
    "signs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "concern_id" UUID,

    CONSTRAINT "class_check_pupils_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "assessment_requests" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "asked_of_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "words" TEXT,
    "source_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_requests_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "assessment_annotations" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "source_id" UUID,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_annotations_pkey" PRIMARY KEY ("school_id","id")
);

CREATE TABLE "assessment_baselines" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "measured_on" DATE NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_baselines_pkey" PRIMARY KEY ("school_id","id")
);

CREATE INDEX "concern_decisions_school_id_concern_id_idx" ON "concern_decisions"("school_id", "concern_id");

CREATE UNIQUE INDEX "concern_decisions_school_id_pupil_id_id_key" ON "concern_decisions"("school_id", "pupil_id", "id");

CREATE INDEX "concern_talks_school_id_decision_id_idx" ON "concern_talks"("school_id", "decision_id");

CREATE INDEX "concern_strategies_school_id_concern_id_idx" ON "concern_strategies"("school_id", "concern_id");

CREATE INDEX "early_discussions_school_id_pupil_id_idx" ON "early_discussions"("school_id", "pupil_id");

CREATE UNIQUE INDEX "early_discussions_school_id_pupil_id_id_key" ON "early_discussions"("school_id", "pupil_id", "id");

CREATE UNIQUE INDEX "early_discussion_deliveries_school_id_discussion_id_contact_key" ON "early_discussion_deliveries"("school_id", "discussion_id", "contact_id");

CREATE UNIQUE INDEX "advice_mentions_school_id_pupil_id_phase_key" ON "advice_mentions"("school_id", "pupil_id", "phase");

CREATE INDEX "open_questions_school_id_pupil_id_idx" ON "open_questions"("school_id", "pupil_id");

CREATE INDEX "class_checks_school_id_class_id_idx" ON "class_checks"("school_id", "class_id");

CREATE UNIQUE INDEX "class_checks_school_id_form_key_key" ON "class_checks"("school_id", "form_key");

CREATE UNIQUE INDEX "class_check_pupils_school_id_check_id_pupil_id_key" ON "class_check_pupils"("school_id", "check_id", "pupil_id");

CREATE UNIQUE INDEX "class_check_pupils_school_id_pupil_id_concern_id_key" ON "class_check_pupils"("school_id", "pupil_id", "concern_id");

CREATE INDEX "assessment_requests_school_id_cycle_id_idx" ON "assessment_requests"("school_id", "cycle_id");

CREATE INDEX "assessment_annotations_school_id_cycle_id_idx" ON "assessment_annotations"("school_id", "cycle_id");

CREATE INDEX "assessment_baselines_school_id_cycle_id_idx" ON "assessment_baselines"("school_id", "cycle_id");

CREATE UNIQUE INDEX "assessment_sources_school_id_pupil_id_id_key" ON "assessment_sources"("school_id", "pupil_id", "id");

CREATE UNIQUE INDEX "concerns_school_id_pupil_id_id_key" ON "concerns"("school_id", "pupil_id", "id");

ALTER TABLE "concern_decisions" ADD CONSTRAINT "concern_decisions_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_decisions" ADD CONSTRAINT "concern_decisions_school_id_pupil_id_concern_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "concern_id") REFERENCES "concerns"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_decisions" ADD CONSTRAINT "concern_decisions_school_id_decided_by_id_fkey" FOREIGN KEY ("school_id", "decided_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_talks" ADD CONSTRAINT "concern_talks_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_talks" ADD CONSTRAINT "concern_talks_school_id_pupil_id_decision_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "decision_id") REFERENCES "concern_decisions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_talks" ADD CONSTRAINT "concern_talks_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_talks" ADD CONSTRAINT "concern_talks_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_strategies" ADD CONSTRAINT "concern_strategies_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_strategies" ADD CONSTRAINT "concern_strategies_school_id_pupil_id_concern_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "concern_id") REFERENCES "concerns"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "concern_strategies" ADD CONSTRAINT "concern_strategies_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "early_discussions" ADD CONSTRAINT "early_discussions_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "early_discussions" ADD CONSTRAINT "early_discussions_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "early_discussion_deliveries" ADD CONSTRAINT "early_discussion_deliveries_school_id_pupil_id_discussion__fkey" FOREIGN KEY ("school_id", "pupil_id", "discussion_id") REFERENCES "early_discussions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "early_discussion_deliveries" ADD CONSTRAINT "early_discussion_deliveries_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "early_discussion_deliveries" ADD CONSTRAINT "early_discussion_deliveries_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "advice_mentions" ADD CONSTRAINT "advice_mentions_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "advice_mentions" ADD CONSTRAINT "advice_mentions_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_school_id_owner_id_fkey" FOREIGN KEY ("school_id", "owner_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_school_id_asked_by_id_fkey" FOREIGN KEY ("school_id", "asked_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "class_checks" ADD CONSTRAINT "class_checks_school_id_class_id_fkey" FOREIGN KEY ("school_id", "class_id") REFERENCES "classes"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "class_checks" ADD CONSTRAINT "class_checks_school_id_checked_by_id_fkey" FOREIGN KEY ("school_id", "checked_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "class_check_pupils" ADD CONSTRAINT "class_check_pupils_school_id_pupil_id_fkey" FOREIGN KEY ("school_id", "pupil_id") REFERENCES "pupils"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "class_check_pupils" ADD CONSTRAINT "class_check_pupils_school_id_check_id_fkey" FOREIGN KEY ("school_id", "check_id") REFERENCES "class_checks"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "class_check_pupils" ADD CONSTRAINT "class_check_pupils_school_id_pupil_id_concern_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "concern_id") REFERENCES "concerns"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_requests" ADD CONSTRAINT "assessment_requests_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_requests" ADD CONSTRAINT "assessment_requests_school_id_asked_of_id_fkey" FOREIGN KEY ("school_id", "asked_of_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_requests" ADD CONSTRAINT "assessment_requests_school_id_asked_by_id_fkey" FOREIGN KEY ("school_id", "asked_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_requests" ADD CONSTRAINT "assessment_requests_school_id_pupil_id_source_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "source_id") REFERENCES "assessment_sources"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_annotations" ADD CONSTRAINT "assessment_annotations_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_annotations" ADD CONSTRAINT "assessment_annotations_school_id_pupil_id_source_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "source_id") REFERENCES "assessment_sources"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_annotations" ADD CONSTRAINT "assessment_annotations_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_baselines" ADD CONSTRAINT "assessment_baselines_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assessment_baselines" ADD CONSTRAINT "assessment_baselines_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What these columns of words may hold.
ALTER TABLE concern_decisions
  ADD CONSTRAINT concern_decisions_decision CHECK (decision IN ('sen-support', 'not-sen', 'monitor', 'gather-more')),
  -- English as an additional language is not SEN by itself (6.24; Children and Families Act 2014, section 20(4)).
  ADD CONSTRAINT concern_decisions_not_language_alone
    CHECK (decision <> 'sen-support' OR reasons <> ARRAY['english-as-an-additional-language']);
ALTER TABLE concern_strategies
  ADD CONSTRAINT concern_strategies_effect CHECK (effect IN ('helped', 'helped-a-little', 'no-difference')),
  ADD CONSTRAINT concern_strategies_ended CHECK ((effect IS NULL) = (until_on IS NULL)),
  ADD CONSTRAINT concern_strategies_days CHECK (until_on IS NULL OR from_on <= until_on);
ALTER TABLE early_discussion_deliveries
  ADD CONSTRAINT early_discussion_deliveries_method CHECK (method IN ('in-person', 'letter', 'email', 'declined'));
ALTER TABLE advice_mentions
  ADD CONSTRAINT advice_mentions_phase CHECK (phase IN ('early-years', 'primary', 'secondary', 'post-16'));
ALTER TABLE open_questions ADD CONSTRAINT open_questions_found CHECK ((found IS NULL) = (found_on IS NULL));
ALTER TABLE assessment_requests ADD CONSTRAINT assessment_requests_kind CHECK (kind IN
  ('teacher', 'progress', 'school-data', 'other-subjects', 'comparison', 'parent', 'pupil', 'specialist'));
-- One open request for each thing asked of a colleague.
CREATE UNIQUE INDEX assessment_requests_one_open ON assessment_requests (school_id, cycle_id, asked_of_id, kind)
  WHERE source_id IS NULL AND withdrawn_at IS NULL;
ALTER TABLE assessment_annotations
  ADD CONSTRAINT assessment_annotations_about CHECK (about IN ('parent-views', 'pupil-views', 'source')),
  ADD CONSTRAINT assessment_annotations_source CHECK ((about = 'source') = (source_id IS NOT NULL));
ALTER TABLE class_check_pupils
  ADD CONSTRAINT class_check_pupils_progress CHECK (progress IN ('as-expected', 'less-than-expected', 'too-early'));

-- What was decided before there was a history is its first line. The migrating role reads past the school for this.
ALTER TABLE concerns NO FORCE ROW LEVEL SECURITY;
INSERT INTO concern_decisions (school_id, id, pupil_id, concern_id, decision, reasons, words, decided_on, decided_by_id)
  SELECT school_id, gen_random_uuid(), pupil_id, id, decision, '{}', COALESCE(answer, ''), answered_on, decided_by_id
  FROM concerns WHERE decision IS NOT NULL AND decided_by_id IS NOT NULL;
ALTER TABLE concerns FORCE ROW LEVEL SECURITY;

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['concern_decisions', 'concern_talks', 'concern_strategies', 'early_discussions',
    'early_discussion_deliveries', 'advice_mentions', 'open_questions', 'assessment_requests', 'assessment_annotations',
    'assessment_baselines', 'class_checks', 'class_check_pupils'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I
      USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    IF room <> 'class_checks' THEN
      EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
        USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
        WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    END IF;
    -- What staff weigh up between themselves is not on the family's pages; the note of the early talk is, once given.
    IF room NOT IN ('early_discussions', 'early_discussion_deliveries') THEN
      EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()))', room);
    END IF;
  END LOOP;

  FOREACH room IN ARRAY ARRAY['concern_talks', 'early_discussions', 'early_discussion_deliveries', 'advice_mentions',
    'open_questions', 'assessment_requests', 'assessment_baselines', 'class_checks', 'class_check_pupils'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
  END LOOP;
  FOREACH room IN ARRAY ARRAY['concern_strategies', 'assessment_annotations'] LOOP
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_support()))', room);
  END LOOP;
END $$;

CREATE POLICY writes_new ON concern_decisions AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.whole_school()));

-- A row that is finished stays as it is: a strategy with its effect, a note that was given, a question that is answered,
-- a request that was met or taken back, a pupil's line of a check from which a concern was raised.
CREATE POLICY writes_over ON concern_strategies AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_support()) AND effect IS NULL) WITH CHECK ((SELECT app.may_support()));
CREATE POLICY writes_over ON early_discussions AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_teach()) AND shared_at IS NULL) WITH CHECK ((SELECT app.may_teach()));
CREATE POLICY writes_over ON open_questions AS RESTRICTIVE FOR UPDATE TO app_user
  USING (found IS NULL AND ((SELECT app.may_teach()) OR ((SELECT app.may_support()) AND owner_id = (SELECT app.membership_id()))))
  WITH CHECK ((SELECT app.may_support()));
CREATE POLICY writes_over ON assessment_requests AS RESTRICTIVE FOR UPDATE TO app_user
  USING (source_id IS NULL AND withdrawn_at IS NULL
    AND ((SELECT app.may_teach()) OR ((SELECT app.may_support()) AND asked_of_id = (SELECT app.membership_id()))))
  WITH CHECK ((SELECT app.may_support()));
CREATE POLICY writes_over ON class_check_pupils AS RESTRICTIVE FOR UPDATE TO app_user
  USING ((SELECT app.may_teach()) AND concern_id IS NULL) WITH CHECK ((SELECT app.may_teach()));

-- Parents read the note they were given, and see only their own copy of it.
CREATE POLICY shared_with_parents ON early_discussions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR shared_at IS NOT NULL);
CREATE POLICY families_apart ON early_discussions AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR EXISTS (SELECT FROM early_discussion_deliveries d
    WHERE d.school_id = early_discussions.school_id AND d.discussion_id = early_discussions.id AND d.method <> 'declined'));
CREATE POLICY families_apart ON early_discussion_deliveries AS RESTRICTIVE FOR SELECT TO app_user
  USING ((SELECT app.role()) <> 'parent' OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]));

GRANT SELECT, INSERT ON concern_decisions, concern_talks, concern_strategies, early_discussions,
  early_discussion_deliveries, advice_mentions, open_questions, assessment_requests, assessment_annotations,
  assessment_baselines, class_checks, class_check_pupils TO app_user;
GRANT UPDATE (until_on, effect, effect_words, version) ON concern_strategies TO app_user;
GRANT UPDATE (held_on, attended, strengths, difficulties, parent_concerns, may_lie_behind, agreed_outcomes, next_steps,
  shared_at, version) ON early_discussions TO app_user;
GRANT UPDATE (found, found_on, version) ON open_questions TO app_user;
GRANT UPDATE (source_id, withdrawn_at) ON assessment_requests TO app_user;
GRANT UPDATE (concern_id) ON class_check_pupils TO app_user;

-- A parent's and the pupil's words are theirs: once written they are added to, never altered (6.45).
CREATE FUNCTION app.own_words_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF TG_TABLE_NAME = 'assessment_sources' THEN
    IF OLD.kind IN ('parent', 'pupil') AND (NEW.words <> OLD.words OR NEW.kind <> OLD.kind OR NEW.said_by <> OLD.said_by) THEN
      RAISE EXCEPTION 'the words of a parent or a pupil stay as they were written' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.parent_views IS DISTINCT FROM OLD.parent_views AND OLD.parent_views IS NOT NULL
     OR NEW.pupil_views IS DISTINCT FROM OLD.pupil_views AND OLD.pupil_views IS NOT NULL THEN
    RAISE EXCEPTION 'the words of a parent or a pupil stay as they were written' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_words_stay BEFORE UPDATE ON assessment_sources FOR EACH ROW EXECUTE FUNCTION app.own_words_stay();
CREATE TRIGGER own_words_stay BEFORE UPDATE ON assessments FOR EACH ROW EXECUTE FUNCTION app.own_words_stay();
