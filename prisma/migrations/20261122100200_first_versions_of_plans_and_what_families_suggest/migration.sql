-- Every plan in force has a first version; a change of personal care alone is a change; and what a family suggests is
-- answered where the plan is written, and who was told of another responsible teacher is written down.

-- Whether a change that is being written makes anything of personal care different. It says that and no more, so that
-- whoever publishes need not see the care (P44).
CREATE FUNCTION app.care_changed(change uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  opened public.plan_changes;
  columns text[] := app.drafted_columns('provisions');
  differs boolean;
BEGIN
  SELECT * INTO STRICT opened FROM public.plan_changes c
  WHERE c.school_id = app.school_id() AND c.id = change AND c.ended IS NULL AND app.may_teach()
    AND (app.whole_school() OR c.pupil_id = ANY (app.own_pupil_ids()));
  -- A line that is new, was taken out, or says something else.
  EXECUTE format('SELECT EXISTS (SELECT FROM public.provisions draft
      LEFT JOIN public.provisions kept ON kept.school_id = draft.school_id AND kept.id = draft.origin_id AND kept.removed_at IS NULL
      WHERE draft.school_id = $1 AND draft.change_id = $2 AND (draft.care OR kept.care)
        AND ((kept.id IS NULL AND draft.removed_at IS NULL) OR (kept.id IS NOT NULL AND draft.removed_at IS NOT NULL)
          OR (kept.id IS NOT NULL AND (%1$s) IS DISTINCT FROM (%2$s))))',
    (SELECT string_agg('draft.' || c, ', ') FROM unnest(columns) c), (SELECT string_agg('kept.' || c, ', ') FROM unnest(columns) c))
  INTO differs USING opened.school_id, opened.id;
  -- Or is for other outcomes.
  RETURN differs OR EXISTS (
    SELECT FROM public.provisions draft
    JOIN public.provisions kept ON kept.school_id = draft.school_id AND kept.id = draft.origin_id
    WHERE draft.school_id = opened.school_id AND draft.change_id = opened.id AND draft.care AND draft.removed_at IS NULL
      AND (SELECT array_agg(COALESCE(o.origin_id, o.id) ORDER BY COALESCE(o.origin_id, o.id)) FROM public.provision_outcomes l
           JOIN public.outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
           WHERE l.school_id = draft.school_id AND l.provision_id = draft.id)
        IS DISTINCT FROM
          (SELECT array_agg(o.id ORDER BY o.id) FROM public.provision_outcomes l
           JOIN public.outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
           WHERE l.school_id = kept.school_id AND l.provision_id = kept.id));
END $$;

-- The plan of a cycle as it is published now, without its personal care, as lib/plan/content.reads.ts reads it.
CREATE FUNCTION app.published_content(cycle uuid, edition text) RETURNS jsonb LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT jsonb_build_object('cycleNumber', c.number, 'activatedOn', c.activated_on, 'reviewDue', c.review_due,
    'aspirations', c.aspirations, 'inEveryLesson', c.in_every_lesson, 'atHome', c.at_home,
    'responsible', (SELECT json_build_object('membershipId', m.id, 'name', concat_ws(' ', m.title, m.given_name, m.family_name),
        'role', m.role, 'jobTitle', m.job_title)
       FROM public.memberships m WHERE m.school_id = c.school_id AND m.id = c.responsible_id),
    'pupilViews', (SELECT json_build_object('words', a.pupil_views, 'how', a.pupil_views_how, 'on', a.pupil_views_on)
       FROM public.assessments a WHERE a.school_id = c.school_id AND a.cycle_id = c.id AND a.pupil_views IS NOT NULL
         AND (edition = 'staff' OR a.shared_at IS NOT NULL)),
    'outcomes', COALESCE((SELECT json_agg(jsonb_build_object('id', o.id, 'willDo', o.will_do, 'measure', o.measure,
        'unit', o.unit, 'baseline', o.baseline, 'baselineOn', o.baseline_on, 'target', o.target, 'by', o.by_on, 'why', o.why,
        'expectedImpact', o.expected_impact,
        'longTerm', (SELECT t.will_do FROM public.long_term_outcomes t WHERE t.school_id = o.school_id AND t.id = o.long_term_outcome_id
           AND (edition = 'staff' OR t.shared_at IS NOT NULL)), 'wish', o.wish, 'broadAreas', o.broad_areas)
        || CASE WHEN edition = 'staff' THEN jsonb_build_object('needs',
             COALESCE((SELECT json_agg(t.name ORDER BY t.name) FROM public.need_types t WHERE t.code = ANY (o.needs)), '[]')) ELSE '{}' END
        ORDER BY o.position, o.id)
       FROM public.outcomes o WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.change_id IS NULL AND o.removed_at IS NULL
         AND (edition = 'staff' OR o.shared_at IS NOT NULL)), '[]'),
    'provisions', COALESCE((SELECT json_agg(json_build_object('id', p.id, 'what', p.what, 'deliveredById', p.delivered_by_id,
        'deliverer', COALESCE(NULLIF(concat_ws(' ', d.title, d.given_name, d.family_name), ''), p.deliverer), 'place', p.place,
        'minutes', p.minutes, 'perWeek', p.per_week, 'groupSize', p.group_size, 'from', p.from_on, 'until', p.until_on,
        'form', p.form, 'wave', p.wave, 'additional', p.additional, 'fromOutside', p.from_outside, 'equipment', p.equipment,
        'inPlaceOn', p.in_place_on, 'alsoGivenBy', COALESCE((SELECT json_agg(concat_ws(' ', g.title, g.given_name, g.family_name) ORDER BY g.family_name, g.id)
           FROM public.memberships g WHERE g.school_id = p.school_id AND g.id = ANY (p.also_given_by)), '[]'),
        'outcomeIds', COALESCE((SELECT json_agg(o.id ORDER BY o.position, o.id) FROM public.provision_outcomes l
           JOIN public.outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
           WHERE l.school_id = p.school_id AND l.provision_id = p.id), '[]')) ORDER BY p.id)
       FROM public.provisions p LEFT JOIN public.memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
       WHERE p.school_id = c.school_id AND p.cycle_id = c.id AND p.change_id IS NULL AND p.removed_at IS NULL AND NOT p.care
         AND (edition = 'staff' OR p.shared_at IS NOT NULL)), '[]'),
    'lines', COALESCE((SELECT json_agg(json_build_object('id', l.id, 'kind', l.kind, 'words', l.words,
        'about', l.about, 'who', l.who, 'howOften', l.how_often) ORDER BY l.id)
       FROM public.plan_lines l WHERE l.school_id = c.school_id AND l.cycle_id = c.id AND l.change_id IS NULL AND l.removed_at IS NULL
         AND (edition = 'staff' OR l.shared_at IS NOT NULL)), '[]'),
    'people', COALESCE((SELECT json_agg(json_build_object('membershipId', m.id, 'name', concat_ws(' ', m.title, m.given_name, m.family_name),
        'role', m.role, 'jobTitle', m.job_title) ORDER BY m.role <> 'class-teacher', m.role <> 'senco', m.family_name, m.given_name, m.id)
       FROM public.memberships m WHERE m.school_id = c.school_id AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())
         AND (m.role = 'senco'
           OR EXISTS (SELECT FROM public.provisions p WHERE p.school_id = m.school_id AND p.cycle_id = c.id AND p.change_id IS NULL
             AND p.removed_at IS NULL AND NOT p.care AND p.delivered_by_id = m.id)
           OR (m.role = 'class-teacher' AND EXISTS (SELECT FROM public.class_staff s JOIN public.pupils k ON k.school_id = s.school_id AND k.class_id = s.class_id
             WHERE s.school_id = m.school_id AND s.membership_id = m.id AND k.id = c.pupil_id
               AND s.from_on <= app.today() AND (s.until_on IS NULL OR s.until_on >= app.today()))))), '[]'))
    || CASE WHEN edition = 'staff' THEN jsonb_build_object('agreement', '[]'::jsonb, 'consultation',
      jsonb_build_object('parents', c.parent_consultation, 'parentsNote', c.parent_consultation_note,
        'pupil', c.pupil_consultation, 'pupilNote', c.pupil_consultation_note)) ELSE '{}' END
  FROM public.cycles c WHERE c.school_id = app.school_id() AND c.id = cycle
$$;

-- Keeps a first version of every plan in force that has none: those of before versions were kept. In the name of who
-- brought it into force, else of who answers for it, else of the SENCO; from the day it came into force. Published
-- on the day it is kept, so that nobody is late with reading it. For the owner at a release, and for nobody else.
CREATE FUNCTION app.keep_first_versions(school uuid) RETURNS integer LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
DECLARE
  plan record;
  version_id uuid;
  kept integer := 0;
BEGIN
  PERFORM set_config('app.school_id', school::text, true);
  FOR plan IN
    SELECT c.school_id, c.id, c.pupil_id, COALESCE(c.activated_on, c.started_on) AS applies_from, COALESCE(
      (SELECT e.membership_id FROM public.audit_entries e WHERE e.school_id = c.school_id AND e.pupil_id = c.pupil_id
         AND e.subject_id = c.id AND e.action = 'plan.activated' ORDER BY e.recorded_at LIMIT 1),
      c.responsible_id,
      (SELECT m.id FROM public.memberships m WHERE m.school_id = c.school_id AND m.role = 'senco'
         ORDER BY m.until_on DESC NULLS FIRST, m.from_on, m.id LIMIT 1)) AS published_by
    FROM public.cycles c
    WHERE c.school_id = school AND c.stage IN ('do', 'review') AND c.shared_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM public.plan_versions v WHERE v.school_id = c.school_id AND v.cycle_id = c.id)
  LOOP
    CONTINUE WHEN plan.published_by IS NULL;
    version_id := gen_random_uuid();
    INSERT INTO public.plan_versions (school_id, id, pupil_id, cycle_id, number, published_at, published_by_id, applies_from, reason, content)
    VALUES (plan.school_id, version_id, plan.pupil_id, plan.id, 1, now(), plan.published_by, plan.applies_from, NULL,
      app.published_content(plan.id, 'staff'));
    INSERT INTO public.plan_family_versions (school_id, id, pupil_id, cycle_id, version_id, number, applies_from, reason, content, shared_at)
    VALUES (plan.school_id, gen_random_uuid(), plan.pupil_id, plan.id, version_id, 1, plan.applies_from, NULL,
      app.published_content(plan.id, 'family'), now());
    INSERT INTO public.plan_care_versions (school_id, id, pupil_id, version_id, provision_id, given_by, shared_at, content)
    SELECT p.school_id, gen_random_uuid(), p.pupil_id, version_id, p.id, array_append(p.also_given_by, p.delivered_by_id), p.shared_at,
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
    FROM public.provisions p LEFT JOIN public.memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
    WHERE p.school_id = plan.school_id AND p.cycle_id = plan.id AND p.care AND p.removed_at IS NULL AND p.change_id IS NULL;
    kept := kept + 1;
  END LOOP;
  PERFORM set_config('app.school_id', '', true);
  RETURN kept;
END $$;
REVOKE EXECUTE ON FUNCTION app.keep_first_versions(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.published_content(uuid, text) FROM PUBLIC;

DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT id FROM schools LOOP
    PERFORM app.keep_first_versions(one.id);
  END LOOP;
END $$;

-- Which extra help a parent thinks would work, in their own words; no words: they were asked and had none in mind (P19).
CREATE TABLE "family_suggestions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "words" TEXT,
    "said_on" DATE NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "form_key" UUID NOT NULL,

    CONSTRAINT "family_suggestions_pkey" PRIMARY KEY ("school_id","id")
);

-- What the school answers, once the plan is written; a later answer stands beside the earlier.
CREATE TABLE "suggestion_answers" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "taken_as" TEXT,
    "reason" TEXT,
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suggestion_answers_pkey" PRIMARY KEY ("school_id","id")
);

-- That a parent, or the young person, was told who answers for the support now, after a version of the plan changed it (P31).
CREATE TABLE "responsible_notices" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pupil_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "contact_id" UUID,
    "method" TEXT NOT NULL,
    "told_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "responsible_notices_pkey" PRIMARY KEY ("school_id","id")
);

CREATE UNIQUE INDEX "family_suggestions_school_id_pupil_id_id_key" ON "family_suggestions"("school_id", "pupil_id", "id");
CREATE UNIQUE INDEX "family_suggestions_school_id_form_key_key" ON "family_suggestions"("school_id", "form_key");
CREATE INDEX "family_suggestions_school_id_cycle_id_idx" ON "family_suggestions"("school_id", "cycle_id");
CREATE INDEX "suggestion_answers_school_id_suggestion_id_idx" ON "suggestion_answers"("school_id", "suggestion_id");
CREATE INDEX "responsible_notices_school_id_version_id_idx" ON "responsible_notices"("school_id", "version_id");
-- Each is told once of one change; the young person is the one without a contact.
CREATE UNIQUE INDEX responsible_notices_once ON responsible_notices (school_id, version_id, contact_id) NULLS NOT DISTINCT;

ALTER TABLE "family_suggestions" ADD CONSTRAINT "family_suggestions_school_id_pupil_id_cycle_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "cycle_id") REFERENCES "cycles"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "family_suggestions" ADD CONSTRAINT "family_suggestions_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "family_suggestions" ADD CONSTRAINT "family_suggestions_school_id_written_by_id_fkey" FOREIGN KEY ("school_id", "written_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion_answers" ADD CONSTRAINT "suggestion_answers_school_id_pupil_id_suggestion_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "suggestion_id") REFERENCES "family_suggestions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion_answers" ADD CONSTRAINT "suggestion_answers_school_id_answered_by_id_fkey" FOREIGN KEY ("school_id", "answered_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "responsible_notices" ADD CONSTRAINT "responsible_notices_school_id_pupil_id_version_id_fkey" FOREIGN KEY ("school_id", "pupil_id", "version_id") REFERENCES "plan_versions"("school_id", "pupil_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "responsible_notices" ADD CONSTRAINT "responsible_notices_school_id_contact_id_fkey" FOREIGN KEY ("school_id", "contact_id") REFERENCES "contacts"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "responsible_notices" ADD CONSTRAINT "responsible_notices_school_id_recorded_by_id_fkey" FOREIGN KEY ("school_id", "recorded_by_id") REFERENCES "memberships"("school_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE family_suggestions ADD CONSTRAINT family_suggestions_words CHECK (words <> '');
ALTER TABLE suggestion_answers ADD CONSTRAINT suggestion_answers_answer CHECK (answer IN ('in-the-plan', 'tried', 'not-now')),
  ADD CONSTRAINT suggestion_answers_taken CHECK ((answer = 'in-the-plan') = (taken_as IS NOT NULL)),
  ADD CONSTRAINT suggestion_answers_reason CHECK (answer = 'in-the-plan' OR reason IS NOT NULL);
ALTER TABLE responsible_notices ADD CONSTRAINT responsible_notices_method CHECK (method IN ('in-person', 'phone', 'letter', 'email'));

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['family_suggestions', 'suggestion_answers', 'responsible_notices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY own_school ON %I USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()))', room);
    EXECUTE format('CREATE POLICY own_pupils ON %I AS RESTRICTIVE TO app_user
      USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
      WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))', room);
    EXECUTE format('CREATE POLICY writes_new ON %I AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()))', room);
    EXECUTE format('CREATE TRIGGER stays_as_written BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.stays_as_written()', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_user', room);
  END LOOP;
  -- A parent reads what they themselves said, or were told.
  FOREACH room IN ARRAY ARRAY['family_suggestions', 'responsible_notices'] LOOP
    EXECUTE format('CREATE POLICY families_apart ON %I AS RESTRICTIVE FOR SELECT TO app_user
      USING ((SELECT app.may_support()) OR contact_id = ANY ((SELECT app.own_contact_ids())::uuid[]))', room);
  END LOOP;
END $$;
-- And the answer with the plan it is about: once that is shared.
CREATE POLICY as_its_suggestion ON suggestion_answers AS RESTRICTIVE FOR SELECT TO app_user
  USING (EXISTS (SELECT FROM family_suggestions s WHERE s.school_id = suggestion_answers.school_id AND s.id = suggestion_answers.suggestion_id
    AND ((SELECT app.may_support()) OR EXISTS (SELECT FROM cycles c WHERE c.school_id = s.school_id AND c.id = s.cycle_id))));
CREATE POLICY own_name ON family_suggestions AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (written_by_id = (SELECT app.membership_id()));
CREATE POLICY own_name ON suggestion_answers AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (answered_by_id = (SELECT app.membership_id()));
CREATE POLICY own_name ON responsible_notices AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (recorded_by_id = (SELECT app.membership_id()));

-- Whether a parent who signs in has opened the page of their child since an instant: by the trail, and nothing more of it.
CREATE FUNCTION app.looked_since(pupil uuid, parent uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT app.may_support() AND (app.whole_school() OR pupil = ANY (app.own_pupil_ids())) AND EXISTS (
    SELECT FROM public.audit_entries e WHERE e.school_id = app.school_id() AND e.pupil_id = pupil AND e.membership_id = parent
      AND e.action = 'pupil.opened' AND e.recorded_at >= at)
$$;
