import { Client } from 'pg'
import { type EmbeddedPostgres } from './server'
import { servesFrom } from './running'
import { type Secrets } from './secrets'

/** The three doors to one database: the app's, the owner's who migrates it, the superuser's. */
export type Addresses = { web: string; owner: string; superuser: string }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The addresses of a database on the embedded server. */
export function addressesOf(postgres: EmbeddedPostgres, database: string, secrets: Secrets): Addresses {
  const door = (login: string, password: string) => `postgresql://${login}:${password}@127.0.0.1:${postgres.port}/${database}`
  return {
    web: door('app_web', secrets.web),
    owner: door('app_owner', secrets.owner),
    superuser: postgres.superuserUrl(database),
  }
}

/**
 * Makes the login that owns and migrates the app's databases, and a database of its own. The app's
 * login is not made here but by `npm run db:deploy`, as on any other server.
 */
export async function ensureDatabase(postgres: EmbeddedPostgres, database: string, secrets: Secrets) {
  await asSuperuser(postgres, async (client) => {
    const { rowCount: owners } = await client.query("SELECT FROM pg_roles WHERE rolname = 'app_owner'")
    if (!owners) await client.query(`CREATE ROLE app_owner LOGIN CREATEDB CREATEROLE PASSWORD '${secrets.owner}'`)
    const { rowCount: databases } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (!databases) await client.query(`CREATE DATABASE ${quoted(database)} OWNER app_owner`)
  })
  return addressesOf(postgres, database, secrets)
}

/** A second database with everything in the first: each run of tests starts from a migrated one. */
export async function copyDatabase(postgres: EmbeddedPostgres, template: string, database: string) {
  await asSuperuser(postgres, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${quoted(database)} TEMPLATE ${quoted(template)} OWNER app_owner`)
  })
}

/** Speaks to the server as superuser, once it is sure that it is ours. */
async function asSuperuser(postgres: EmbeddedPostgres, work: (client: Client) => Promise<void>) {
  if (!(await servesFrom(postgres.dataDirectory, postgres.superuserUrl()))) {
    throw new Error('The Postgres that answers keeps its data elsewhere, so nothing was changed in it.')
  }
  const client = new Client({ connectionString: postgres.superuserUrl() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
