-- What hangs on personal care is for those who see the care: every table that says which provision, or which Do note,
-- a row is about (P44). A test asks it of tables that are added later.

DO $$
DECLARE room record;
BEGIN
  FOR room IN
    SELECT c.relname AS name, a.attname AS about FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname IN ('provision_id', 'do_note_id')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'care_kept_close')
    ORDER BY a.attname DESC
  LOOP
    -- One that names both is kept by its provision.
    CONTINUE WHEN EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = room.name::regclass AND p.polname = 'care_kept_close');
    IF room.about = 'provision_id' THEN
      EXECUTE format('CREATE POLICY care_kept_close ON %I AS RESTRICTIVE FOR SELECT TO app_user
        USING (provision_id IS NULL OR NOT provision_id = ANY ((SELECT app.care_of_others())::uuid[]))', room.name);
    ELSE
      -- The note itself is kept close already, and whoever does not see it does not see what hangs on it. Parents see
      -- by what was shared with them, and never a word of a note for staff.
      EXECUTE format('CREATE POLICY care_kept_close ON %1$I AS RESTRICTIVE FOR SELECT TO app_user
        USING (do_note_id IS NULL OR (SELECT app.role()) = ''parent''
          OR EXISTS (SELECT FROM do_notes n WHERE n.school_id = %1$I.school_id AND n.id = %1$I.do_note_id))', room.name);
    END IF;
  END LOOP;
END $$;
