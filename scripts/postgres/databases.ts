import { Client } from 'pg'
import { servesFrom } from './running'
import { type Secrets } from './secrets'
import { type EmbeddedPostgres } from './server'

/** The three doors to one database: the app's, the owner's who migrates it, the superuser's. */
export type Addresses = { web: string; owner: string; superuser: string }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The addresses of a database on the embedded server. */
export function addressesOf(postgres: EmbeddedPostgres, database: string, secrets: Secrets): Addresses {
  const door = (login: string, password: string) =>
    `postgresql://${login}:${password}@127.0.0.1:${postgres.port}/${database}`
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
    if (!owners)
      await client.query(`CREATE ROLE app_owner LOGIN CREATEDB CREATEROLE PASSWORD '${secrets.owner}'`)
    const { rowCount: databases } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      database,
    ])
    if (!databases) await client.query(`CREATE DATABASE ${quoted(database)} OWNER app_owner`)
  })
  return addressesOf(postgres, database, secrets)
}

/** Whether the server has a database of this name. */
export async function databaseExists(postgres: EmbeddedPostgres, database: string) {
  let found = false
  await asSuperuser(postgres, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    found = rowCount === 1
  })
  return found
}

/** Removes a database and everything in it. */
export async function dropDatabase(postgres: EmbeddedPostgres, database: string) {
  await asSuperuser(postgres, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`),
  )
}

/** Puts a finished database in the place of another, which is removed. */
export async function replaceDatabase(postgres: EmbeddedPostgres, database: string, finished: string) {
  await dropDatabase(postgres, database)
  await asSuperuser(postgres, (client) =>
    client.query(`ALTER DATABASE ${quoted(finished)} RENAME TO ${quoted(database)}`),
  )
}

/** A second database with everything in the first: each run of tests starts from a migrated one. */
export async function copyDatabase(postgres: EmbeddedPostgres, template: string, database: string) {
  await asSuperuser(postgres, (client) =>
    client.query(`CREATE DATABASE ${quoted(database)} TEMPLATE ${quoted(template)} OWNER app_owner`),
  )
}

/** Speaks to the server as superuser, once it is sure that it is ours. */
async function asSuperuser(postgres: EmbeddedPostgres, work: (client: Client) => Promise<unknown>) {
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
