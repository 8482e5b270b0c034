import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The group whose grants and policies the migrations write (docs/access.md); logins join it. */
const GROUP = 'app_user'

type Login = { name: string; password: string }

/** The login that an address names. */
export function loginOf(url: string): Login {
  const { username, password } = new URL(url)
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
}

/**
 * Refuses a login that row-level security would not hold: a superuser, one with BYPASSRLS, or the
 * owner of the tables, itself or through any role it is a member of. A login that does not exist
 * yet passes.
 */
export async function refuseUnboundLogin(owner: Client, { name }: Login) {
  const { rows } = await owner.query<{ role: string; superuser: boolean; bypass: boolean; owns: boolean }>(
    `SELECT r.rolname AS role, r.rolsuper AS superuser, r.rolbypassrls AS bypass,
       r.rolname = current_user OR EXISTS (
         SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p') AND n.nspname = 'public') AS owns
     FROM pg_roles login JOIN pg_roles r ON pg_has_role(login.oid, r.oid, 'MEMBER')
     WHERE login.rolname = $1 ORDER BY r.rolname <> login.rolname`,
    [name],
  )
  for (const { role, superuser, bypass, owns } of rows) {
    const fault = superuser
      ? 'is a superuser'
      : bypass
        ? 'has BYPASSRLS'
        : owns
          ? 'owns the tables'
          : undefined
    if (!fault) continue
    const who =
      role === name
        ? `The login "${name}" in DATABASE_URL ${fault}`
        : `The login "${name}" in DATABASE_URL is a member of "${role}", which ${fault}`
    throw new Error(
      `${who}, so one school could see another's rows: name a login of its own, without such rights.`,
    )
  }
}

/**
 * Makes sure that the app's login exists, belongs to the group and can connect. Says what to ask an
 * administrator for where the owner may not do it.
 */
export async function ensureWebLogin(owner: Client, login: Login) {
  const name = escapeIdentifier(login.name)
  const one = async (question: string) => {
    const { rows } = await owner.query<{ yes: boolean }>(question, [login.name])
    return rows[0]?.yes ?? false
  }

  if (!(await one('SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS yes'))) {
    const attributes = `LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD`
    await orAsk(
      owner,
      `CREATE ROLE ${name} ${attributes} ${escapeLiteral(login.password)}`,
      `CREATE ROLE ${name} ${attributes} '…'`,
    )
  }
  await refuseUnboundLogin(owner, login)

  // USAGE, not MEMBER: the login must have the group's rights without asking for them by SET ROLE.
  if (!(await one(`SELECT pg_has_role($1, '${GROUP}', 'USAGE') AS yes`))) {
    await orAsk(owner, `GRANT ${GROUP} TO ${name}${await inheriting(owner)}`)
  }
  if (!(await one(`SELECT pg_has_role($1, '${GROUP}', 'USAGE') AS yes`)))
    await orAsk(owner, `ALTER ROLE ${name} INHERIT`)
  if (!(await one(`SELECT has_database_privilege($1, current_database(), 'CONNECT') AS yes`))) {
    const { rows } = await owner.query<{ database: string }>('SELECT current_database() AS database')
    await orAsk(owner, `GRANT CONNECT ON DATABASE ${escapeIdentifier(rows[0]?.database ?? '')} TO ${GROUP}`)
  }
}

// From Postgres 16 on, whether rights are inherited belongs to the membership; before, to the login.
async function inheriting(owner: Client) {
  const { rows } = await owner.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  return (rows[0]?.version ?? 0) >= 160_000 ? ' WITH INHERIT TRUE' : ''
}

const DUPLICATE = new Set(['42710', '23505']) // another deploy was quicker
const NOT_PERMITTED = '42501'

async function orAsk(owner: Client, statement: string, shown = statement) {
  try {
    await owner.query(statement)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code && DUPLICATE.has(code)) return
    if (code !== NOT_PERMITTED) throw error
    throw new Error(
      `The login in DATABASE_OWNER_URL may not do this itself: ask an administrator of the server to run ${shown};`,
    )
  }
}

/** Signs in as the app would, so that a wrong password shows here and not in front of people. */
export async function tryWebLogin(url: string) {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    const { name } = loginOf(url)
    throw new Error(
      `The login "${name}" cannot open the database in DATABASE_URL: ${(error as Error).message}. Check its password, host and database name.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
