-- What is written of personal care before a review is signed off is kept apart, for those who see the care; what they
-- decided is recorded with the review, whoever signs it, and a stop reaches the next cycle like every other (P44, P62).

CREATE TABLE review_care_drafts (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  provision_id uuid NOT NULL,
  answers jsonb NOT NULL,
  saved_by_id uuid NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  CONSTRAINT review_care_drafts_pkey PRIMARY KEY (school_id, id),
  CONSTRAINT review_care_drafts_school_id_pupil_id_cycle_id_fkey FOREIGN KEY (school_id, pupil_id, cycle_id)
    REFERENCES cycles (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT review_care_drafts_school_id_pupil_id_provision_id_fkey FOREIGN KEY (school_id, pupil_id, provision_id)
    REFERENCES provisions (school_id, pupil_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT review_care_drafts_school_id_saved_by_id_fkey FOREIGN KEY (school_id, saved_by_id)
    REFERENCES memberships (school_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX review_care_drafts_school_id_provision_id_key ON review_care_drafts (school_id, provision_id);
CREATE INDEX review_care_drafts_school_id_cycle_id_idx ON review_care_drafts (school_id, cycle_id);

ALTER TABLE review_care_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_care_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_school ON review_care_drafts
  USING (school_id = (SELECT app.school_id())) WITH CHECK (school_id = (SELECT app.school_id()));
CREATE POLICY own_pupils ON review_care_drafts AS RESTRICTIVE TO app_user
  USING ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  WITH CHECK ((SELECT app.whole_school()) OR pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]));
CREATE POLICY staff_read ON review_care_drafts AS RESTRICTIVE FOR SELECT TO app_user USING ((SELECT app.may_support()));
CREATE POLICY care_kept_close ON review_care_drafts AS RESTRICTIVE TO app_user
  USING (NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]))
  WITH CHECK (NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]));
CREATE POLICY writes_new ON review_care_drafts AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK ((SELECT app.may_teach()));
CREATE POLICY writes_over ON review_care_drafts AS RESTRICTIVE FOR UPDATE TO app_user USING ((SELECT app.may_teach()));
GRANT SELECT, INSERT ON review_care_drafts TO app_user;
GRANT UPDATE (answers, saved_by_id, saved_at) ON review_care_drafts TO app_user;

-- Until now a draft held everything in one place: what it says of care moves to where care is kept.
ALTER TABLE review_drafts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE provisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE review_care_drafts NO FORCE ROW LEVEL SECURITY;
INSERT INTO review_care_drafts (school_id, id, pupil_id, cycle_id, provision_id, answers, saved_by_id, saved_at)
SELECT d.school_id, gen_random_uuid(), d.pupil_id, d.cycle_id, p.id,
  (SELECT jsonb_object_agg(a.key, a.value) FROM jsonb_each(d.answers) a WHERE starts_with(a.key, 'provisions.' || p.id || '.')),
  d.saved_by_id, d.saved_at
FROM review_drafts d JOIN provisions p ON p.school_id = d.school_id AND p.cycle_id = d.cycle_id AND p.care
WHERE EXISTS (SELECT FROM jsonb_each(d.answers) a WHERE starts_with(a.key, 'provisions.' || p.id || '.'));
UPDATE review_drafts d SET answers = COALESCE((SELECT jsonb_object_agg(a.key, a.value) FROM jsonb_each(d.answers) a
  WHERE NOT EXISTS (SELECT FROM provisions p WHERE p.school_id = d.school_id AND p.cycle_id = d.cycle_id AND p.care
    AND starts_with(a.key, 'provisions.' || p.id || '.'))), '{}')
WHERE EXISTS (SELECT FROM review_care_drafts k WHERE k.school_id = d.school_id AND k.cycle_id = d.cycle_id);
ALTER TABLE review_drafts FORCE ROW LEVEL SECURITY;
ALTER TABLE provisions FORCE ROW LEVEL SECURITY;
ALTER TABLE review_care_drafts FORCE ROW LEVEL SECURITY;

-- Records with a review what those who see the care have written of it in full, where whoever signs does not see it.
CREATE FUNCTION app.weigh_care(signed uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.provision_verdicts (school_id, id, pupil_id, review_id, provision_id, given, partly, not_given,
    given_by, given_by_note, trained, works, quality, reaction, decision, reason, shared_at)
  SELECT k.school_id, gen_random_uuid(), k.pupil_id, r.id, k.provision_id,
    (SELECT count(*) FROM public.do_notes n WHERE n.school_id = k.school_id AND n.provision_id = k.provision_id AND n.delivered = 'given'),
    (SELECT count(*) FROM public.do_notes n WHERE n.school_id = k.school_id AND n.provision_id = k.provision_id AND n.delivered = 'partly'),
    (SELECT count(*) FROM public.do_notes n WHERE n.school_id = k.school_id AND n.provision_id = k.provision_id AND n.delivered = 'not-given'),
    said.given_by, said.given_by_note, said.trained, said.works, said.quality, said.reaction, said.decision, said.reason, r.shared_at
  FROM public.reviews r
  JOIN public.review_care_drafts k ON k.school_id = r.school_id AND k.cycle_id = r.cycle_id
  JOIN public.provisions p ON p.school_id = k.school_id AND p.id = k.provision_id AND p.care AND p.removed_at IS NULL
  CROSS JOIN LATERAL (SELECT 'provisions.' || k.provision_id || '.' AS head) named
  CROSS JOIN LATERAL (SELECT
    NULLIF(btrim(k.answers ->> (head || 'givenBy')), '') AS given_by,
    NULLIF(btrim(k.answers ->> (head || 'givenByNote')), '') AS given_by_note,
    NULLIF(btrim(k.answers ->> (head || 'trained')), '') AS trained,
    NULLIF(btrim(k.answers ->> (head || 'works')), '') AS works,
    NULLIF(btrim(k.answers ->> (head || 'quality')), '') AS quality,
    NULLIF(btrim(k.answers ->> (head || 'reaction')), '') AS reaction,
    NULLIF(btrim(k.answers ->> (head || 'decision')), '') AS decision,
    NULLIF(btrim(k.answers ->> (head || 'reason')), '') AS reason) said
  WHERE r.school_id = app.school_id() AND r.id = signed
    AND app.may_teach() AND (app.whole_school() OR r.pupil_id = ANY (app.own_pupil_ids()))
    AND said.given_by IN ('as-planned', 'partly-others', 'others')
    AND said.trained IN ('trained', 'not-needed', 'not-trained', 'not-known')
    AND said.works IN ('much', 'some', 'none', 'not-known') AND said.quality IN ('good', 'mixed', 'poor', 'not-seen')
    AND said.decision IN ('continue', 'adjust', 'stop') AND said.reason IS NOT NULL
    AND NOT EXISTS (SELECT FROM public.provision_verdicts v
      WHERE v.school_id = k.school_id AND v.review_id = r.id AND v.provision_id = k.provision_id)
$$;

-- As before, but for what the review of the cycle stopped.
CREATE OR REPLACE FUNCTION app.carry_care(cycle_before uuid, cycle_after uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  WITH carried AS (
    SELECT p.*, gen_random_uuid() AS new_id FROM public.provisions p
    WHERE p.school_id = app.school_id() AND p.cycle_id = cycle_before AND p.care AND p.removed_at IS NULL
      AND app.may_teach() AND (app.whole_school() OR p.pupil_id = ANY (app.own_pupil_ids()))
      AND EXISTS (SELECT FROM public.cycles n WHERE n.school_id = p.school_id AND n.id = cycle_after AND n.previous_id = cycle_before)
      AND NOT EXISTS (SELECT FROM public.provision_verdicts v
        WHERE v.school_id = p.school_id AND v.provision_id = p.id AND v.decision = 'stop')
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
