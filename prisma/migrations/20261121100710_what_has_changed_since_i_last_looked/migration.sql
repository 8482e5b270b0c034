-- What has changed since one last looked: the trail says when a person last opened a pupil's page, and what others have
-- done since. Most may not read the trail, which also says who has looked; so this gives them its changes and nothing else,
-- about their own pupils, without a word of what was changed, and to those who do not lead nothing of parents and contacts.

CREATE FUNCTION app.changed_since_i_looked(pupil uuid, looking_since timestamptz)
RETURNS TABLE (looked_at timestamptz, recorded_at timestamptz, action text, membership_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  WITH looked AS MATERIALIZED (
    SELECT a.recorded_at FROM public.audit_entries a
    WHERE a.school_id = app.school_id() AND a.pupil_id = pupil AND a.membership_id = app.membership_id()
      AND a.action = 'pupil.opened' AND a.details ->> 'page' IN ('pupil', 'timeline') AND a.recorded_at < looking_since
    ORDER BY a.recorded_at DESC LIMIT 1
  )
  SELECT l.recorded_at, a.recorded_at, a.action, a.membership_id
  FROM looked l LEFT JOIN public.audit_entries a
    ON a.school_id = app.school_id() AND a.pupil_id = pupil AND a.recorded_at > l.recorded_at
      AND a.membership_id <> app.membership_id() AND a.action <> 'pupil.opened'
      AND (app.whole_school() OR split_part(a.action, '.', 1) NOT IN ('contact', 'parent', 'care', 'pupil'))
  WHERE app.may_support() AND (app.whole_school() OR pupil = ANY (app.own_pupil_ids()))
  ORDER BY a.recorded_at DESC
$$;
