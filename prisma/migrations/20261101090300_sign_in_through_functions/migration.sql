-- Signing in happens before a school is known. The four tables of sign-in belong to no school; the
-- web app may not read or write them at all, only call the functions below, each of which does one thing.

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['people', 'sessions', 'password_links', 'sign_in_attempts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', room);
    EXECUTE format('CREATE POLICY through_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', room);
  END LOOP;
END $$;

-- Counts one attempt for each subject (an account, an address) before the password is looked at, so
-- that many attempts at once cannot slip through together. After `allowed` in 15 minutes a wait begins
-- that doubles each time. Answers until when to wait; null: go on.
CREATE FUNCTION app.begin_sign_in(subjects text[], allowed integer[], at timestamptz) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE waiting timestamptz;
BEGIN
  PERFORM FROM public.sign_in_attempts WHERE subject = ANY (subjects) ORDER BY subject FOR UPDATE;
  SELECT max(blocked_until) INTO waiting FROM public.sign_in_attempts WHERE subject = ANY (subjects) AND blocked_until > at;
  IF waiting IS NOT NULL THEN RETURN waiting; END IF;

  INSERT INTO public.sign_in_attempts AS a (subject, failures, first_at, blocked_until)
  SELECT s.subject, 1, at, at FROM unnest(subjects, allowed) AS s(subject, allowed) ORDER BY s.subject
  ON CONFLICT (subject) DO UPDATE SET
    -- afresh when 15 minutes passed without using up the allowance, or a day since the last wait ended
    (failures, first_at, blocked_until) = (
      SELECT CASE WHEN is_old THEN 1 ELSE a.failures + 1 END, CASE WHEN is_old THEN at ELSE a.first_at END,
             CASE WHEN is_old THEN at ELSE a.blocked_until END
      FROM (SELECT a.first_at < at - interval '15 minutes'
                   AND (a.blocked_until <= a.first_at OR a.blocked_until < at - interval '1 day') AS is_old) AS age);
  -- the wait begins with the attempt that uses up the allowance, and doubles up to a day
  UPDATE public.sign_in_attempts a
  SET blocked_until = at + least(interval '15 minutes' * power(2, a.failures - s.allowed), interval '1 day')
  FROM unnest(subjects, allowed) AS s(subject, allowed)
  WHERE a.subject = s.subject AND a.failures >= s.allowed;
  RETURN NULL;
END $$;

-- The right password was given: the account starts afresh, the address takes back this one attempt.
CREATE FUNCTION app.sign_in_succeeded(account text, address text, address_allowed integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM public.sign_in_attempts WHERE subject = account;
  UPDATE public.sign_in_attempts SET failures = greatest(failures - 1, 0),
    blocked_until = CASE WHEN failures <= address_allowed THEN first_at ELSE blocked_until END
  WHERE subject = address;
$$;

CREATE FUNCTION app.credential_of(email_given text) RETURNS TABLE (person_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.id, p.password_hash FROM public.people p WHERE p.email = lower(email_given)
$$;

CREATE FUNCTION app.start_session(token text, person uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.sessions (token_hash, person_id, started_at, last_seen_at) VALUES (token, person, at, at)
$$;

-- Who holds this session, with each live membership; nothing when it has ended, slept for 30 minutes
-- or lasted 12 hours. Being seen is written down at most once a minute.
CREATE FUNCTION app.session_of(token text, at timestamptz)
RETURNS TABLE (person_id uuid, membership_id uuid, role text, title text, given_name text, family_name text,
  school_id uuid, school_slug text, school_name text, plan_name text, pupil_ids uuid[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_person uuid; seen timestamptz;
BEGIN
  SELECT s.person_id, s.last_seen_at INTO found_person, seen FROM public.sessions s
  WHERE s.token_hash = token AND s.ended_at IS NULL
    AND s.last_seen_at > at - interval '30 minutes' AND s.started_at > at - interval '12 hours';
  IF found_person IS NULL THEN RETURN; END IF;
  IF seen < at - interval '1 minute' THEN
    UPDATE public.sessions s SET last_seen_at = at WHERE s.token_hash = token;
  END IF;
  RETURN QUERY
    SELECT found_person, m.id, m.role, m.title, m.given_name, m.family_name, s.id, s.slug, s.name, s.plan_name,
      CASE WHEN m.role IN ('class-teacher', 'teaching-assistant', 'parent') THEN app.pupil_ids_of(m.school_id, m.id, m.role) END
    FROM public.memberships m JOIN public.schools s ON s.id = m.school_id
    WHERE m.person_id = found_person AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())
    ORDER BY s.name, m.role;
END $$;

CREATE FUNCTION app.end_session(token text, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.sessions SET ended_at = at WHERE token_hash = token AND ended_at IS NULL
$$;

-- The person with this email address, made known if nobody has it yet. Only for those who lead a school.
CREATE FUNCTION app.person_with_email(email_given text, new_id uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE known uuid;
BEGIN
  IF NOT app.whole_school() THEN RAISE EXCEPTION 'only those who lead a school may add people' USING ERRCODE = '42501'; END IF;
  INSERT INTO public.people (id, email) VALUES (new_id, lower(email_given)) ON CONFLICT (email) DO NOTHING;
  SELECT p.id INTO known FROM public.people p WHERE p.email = lower(email_given);
  RETURN known;
END $$;

-- A link to set a password. Refused (false) for someone who already has one and also serves another
-- school: a school may not take over an account that opens another school's records.
CREATE FUNCTION app.add_password_link(membership uuid, token text, expires timestamptz, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE person uuid;
BEGIN
  IF NOT app.whole_school() THEN RAISE EXCEPTION 'only those who lead a school may make a link' USING ERRCODE = '42501'; END IF;
  SELECT m.person_id INTO person FROM public.memberships m WHERE m.school_id = app.school_id() AND m.id = membership AND m.person_id IS NOT NULL;
  IF person IS NULL THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM public.people p JOIN public.memberships m ON m.person_id = p.id
             WHERE p.id = person AND p.password_hash IS NOT NULL AND m.school_id <> app.school_id()) THEN RETURN false; END IF;
  UPDATE public.password_links SET expires_at = at WHERE person_id = person AND used_at IS NULL AND expires_at > at;
  INSERT INTO public.password_links (token_hash, person_id, expires_at) VALUES (token, person, expires);
  RETURN true;
END $$;

CREATE FUNCTION app.password_link_is_open(token text, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT FROM public.password_links l WHERE l.token_hash = token AND l.used_at IS NULL AND l.expires_at > at)
$$;

-- Sets the password once, ends every session of that person and closes the link. False: not open.
CREATE FUNCTION app.set_password_by_link(token text, hash text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE person uuid;
BEGIN
  UPDATE public.password_links l SET used_at = at WHERE l.token_hash = token AND l.used_at IS NULL AND l.expires_at > at
    RETURNING l.person_id INTO person;
  IF person IS NULL THEN RETURN false; END IF;
  UPDATE public.people SET password_hash = hash WHERE id = person;
  UPDATE public.sessions SET ended_at = at WHERE person_id = person AND ended_at IS NULL;
  RETURN true;
END $$;

-- Which memberships of this school have a password set: for the people page.
CREATE FUNCTION app.memberships_with_password() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.id FROM public.memberships m JOIN public.people p ON p.id = m.person_id
  WHERE m.school_id = app.school_id() AND p.password_hash IS NOT NULL AND app.whole_school()
$$;

-- The school a command line names by its URN, and the membership it acts as.
CREATE FUNCTION app.command_line_of(urn_given text) RETURNS TABLE (school_id uuid, membership_id uuid, slug text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.id, m.id, s.slug FROM public.schools s JOIN public.memberships m ON m.school_id = s.id AND m.role = 'system'
  WHERE s.urn = urn_given
$$;

GRANT USAGE ON SCHEMA app TO app_user;
