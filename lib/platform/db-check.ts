import 'server-only'
import { beforeAnySchool } from './db'

type Login = { name: string; superuser: boolean; bypasses: boolean; owns: boolean; is_app_user: boolean }

/** Why the app must not start on this database, in a sentence that says what to do; null when it may. */
export async function databaseProblem(): Promise<string | null> {
  try {
    const [login] = await beforeAnySchool(
      (db) => db.$queryRaw<Login[]>`
        SELECT current_user::text AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
          EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relowner = r.oid) AS owns,
          EXISTS (SELECT FROM pg_roles g WHERE g.rolname = 'app_user' AND pg_has_role(r.oid, g.oid, 'USAGE')) AS is_app_user
        FROM pg_roles r WHERE r.rolname = current_user`,
    )
    if (!login) return 'DATABASE_URL: this login cannot see itself. Check the address.'
    if (login.superuser || login.bypasses || login.owns)
      return `DATABASE_URL signs in as ${login.name}, which row-level security does not hold. Give it a login of its own and run: npm run db:deploy.`
    if (!login.is_app_user) return 'The database is not ready for this version. Run: npm run db:deploy.'
    await beforeAnySchool((db) => db.$queryRaw`SELECT count(*) FROM app.session_of('no such session', now())`)
    return null
  } catch (error) {
    const reason =
      error instanceof Error &&
      /P1001|ECONNREFUSED|Can't reach|ENOTFOUND/.test(
        error.message + String((error as { code?: string }).code),
      )
        ? 'does not answer'
        : 'is not ready'
    return `The database in DATABASE_URL ${reason}. Check the address and that it is running, then run: npm run db:deploy.`
  }
}
