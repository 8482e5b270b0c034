-- Whether the person asking may count the sessions of a cycle is asked once, and not of each note: a hundred notes took five
-- milliseconds. Nothing else of the function has changed.

CREATE OR REPLACE FUNCTION app.sessions_given(cycle uuid)
RETURNS TABLE (provision_id uuid, given integer, partly integer, not_given integer, minutes integer, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT n.provision_id,
    (count(*) FILTER (WHERE n.delivered = 'given'))::int,
    (count(*) FILTER (WHERE n.delivered = 'partly'))::int,
    (count(*) FILTER (WHERE n.delivered = 'not-given'))::int,
    COALESCE(sum(n.minutes) FILTER (WHERE n.delivered <> 'not-given'), 0)::int,
    max(n.happened_on)
  FROM public.do_notes n
  WHERE n.school_id = (SELECT app.school_id()) AND n.cycle_id = cycle AND n.provision_id IS NOT NULL
    AND ((SELECT app.whole_school()) OR n.pupil_id = ANY ((SELECT app.own_pupil_ids())::uuid[]))
  GROUP BY n.provision_id
$$;
