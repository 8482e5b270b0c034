import { describe, expect, it } from 'vitest'
import { look } from '@/tests/factories/insert'

// What Prisma's drift check cannot see: policies, grants, functions and keys.
const tablesInASchool = `SELECT c.oid, c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id' AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`

const names = async (sql: string) => (await look<{ name: string }>(sql)).map(({ name }) => name).sort()

describe('every table inside a school', () => {
  it('is there to be checked at all', async () => {
    expect(await names(tablesInASchool)).toEqual(
      expect.arrayContaining(['pupils', 'cycles', 'parent_meetings', 'audit_entries']),
    )
  })

  it('has row-level security, forced on its owner too', async () => {
    expect(
      await names(
        `SELECT t.name FROM (${tablesInASchool}) t JOIN pg_class c ON c.oid = t.oid WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
      ),
    ).toEqual([])
  })

  it('keeps to one school by a policy of its own', async () => {
    expect(
      await names(`SELECT t.name FROM (${tablesInASchool}) t WHERE NOT EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'own_school' AND p.polpermissive AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)`),
    ).toEqual([])
  })

  it('is found first by its school', async () => {
    expect(
      await names(`SELECT t.name FROM (${tablesInASchool}) t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] WHERE a.attname <> 'school_id'`),
    ).toEqual([])
  })

  it('refers to other tables of a school by the school as well', async () => {
    expect(
      await names(`SELECT k.conname AS name FROM (${tablesInASchool}) t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
      WHERE k.confrelid IN (SELECT oid FROM (${tablesInASchool}) u)
      AND NOT EXISTS (SELECT FROM unnest(k.conkey) WITH ORDINALITY c(n, i) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.n
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[c.i] WHERE a.attname = 'school_id' AND b.attname = 'school_id')`),
    ).toEqual([])
  })

  it('limits own pupils wherever a row belongs to one', async () => {
    expect(
      await names(`SELECT t.name FROM (${tablesInASchool}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'pupil_id'
      WHERE t.name <> 'audit_entries' AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'own_pupils' AND NOT p.polpermissive)`),
    ).toEqual([])
  })

  it('shows parents only what was shared, wherever a row can be shared', async () => {
    expect(
      await names(`SELECT t.name FROM (${tablesInASchool}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'shared_at'
      WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'shared_with_parents' AND NOT p.polpermissive)`),
    ).toEqual([])
  })

  it('keeps what hangs on personal care to those who see the care (P44)', async () => {
    expect(
      await names(`SELECT DISTINCT t.name FROM (${tablesInASchool}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname IN ('provision_id', 'do_note_id', 'care') AND NOT a.attisdropped
      WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'care_kept_close' AND NOT p.polpermissive)`),
    ).toEqual([])
  })

  it('says who may write, wherever the app may', async () => {
    expect(
      await names(`SELECT t.name FROM (${tablesInASchool}) t WHERE has_table_privilege('app_user', t.oid, 'INSERT')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND NOT p.polpermissive AND p.polcmd IN ('a', '*') AND p.polname IN ('writes_new', 'own_name'))`),
    ).toEqual([])
  })
})

describe('the login that serves requests', () => {
  it('may delete nothing but what is set anew as a whole, and drafts, which are no record', async () => {
    expect(
      await names(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND has_table_privilege('app_user', c.oid, 'DELETE')`,
      ),
    ).toEqual(['closed_days', 'drafts', 'provision_outcomes', 'terms'])
  })

  it('never alters what was noted, reviewed, told, given or looked at', async () => {
    expect(
      await names(`SELECT unnest(ARRAY['do_notes', 'reviews', 'outcome_ratings', 'parent_notifications', 'meeting_record_deliveries', 'audit_entries',
      'provision_verdicts', 'review_views', 'review_date_moves', 'step_down_watches', 'watch_checks', 'support_end_notices', 'counting_settings', 'meeting_rule_sets']) AS name
      EXCEPT SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND NOT has_table_privilege('app_user', c.oid, 'UPDATE')`),
    ).toEqual([])
  })

  it('reads no table of sign-in at all', async () => {
    expect(
      await names(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('people', 'sessions', 'password_links', 'sign_in_attempts')
      AND has_any_column_privilege('app_user', c.oid, 'SELECT, INSERT, UPDATE')`),
    ).toEqual([])
  })

  it('cannot ask which pupils somebody else has', async () => {
    expect(
      await look(
        `SELECT has_function_privilege('app_user', 'app.pupil_ids_of(uuid, uuid, text)', 'EXECUTE') AS may`,
      ),
    ).toEqual([{ may: false }])
  })

  it('finds every function that runs as the owner shut off from a search path', async () => {
    expect(
      await names(
        `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND NOT ('search_path=""' = ANY (COALESCE(p.proconfig, '{}')))`,
      ),
    ).toEqual([])
  })
})
