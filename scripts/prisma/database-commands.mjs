import pg from 'pg'
import { connectionOf } from './connection.mjs'

/** Prisma's own codes for a database that cannot be reached, by what Postgres or the socket said. */
const REASONS = new Map([
  ['28P01', 'P1000'],
  ['28000', 'P1000'],
  ['3D000', 'P1003'],
  ['42P04', 'P1009'],
  ['42501', 'P1010'],
])

const quoted = (name) => `"${name.replaceAll('"', '""')}"`

async function run(server, sql) {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The three things the command line asks of a server before there is a database to speak to. */
const COMMANDS = {
  'can-connect-to-database': (server) => run(server, 'SELECT 1'),
  'create-database': (server) =>
    run({ ...server, database: 'postgres' }, `CREATE DATABASE ${quoted(server.database)}`),
  'drop-database': (server) =>
    run({ ...server, database: 'postgres' }, `DROP DATABASE ${quoted(server.database)}`),
}

/** Creates the database an address names; the engine asks for this when a schema is pushed to a new one. */
export async function createDatabase(url) {
  const { server } = connectionOf(url)
  await COMMANDS['create-database'](server)
  return { databaseName: server.database }
}

/** Runs one such command; a failure is written to standard error in the form Prisma reads, code included. */
export async function runDatabaseCommand(name, url) {
  try {
    const command = COMMANDS[name]
    if (!command) throw new Error(`The schema engine has no command "${name}"`)
    await command(connectionOf(url).server)
  } catch (error) {
    report('INFO', { message: 'Starting the schema engine' }) // Prisma skips the first line
    report('ERROR', {
      message: reasonOf(error),
      error_code: REASONS.get(error.code) ?? 'P1001',
      is_panic: false,
    })
    process.exitCode = 1
  }
}

const report = (level, fields) =>
  process.stderr.write(`${JSON.stringify({ level, target: 'schema_engine::logger', fields })}\n`)

// Node reports a refused connection to a name with two addresses as an error without words.
const reasonOf = (error) =>
  error.message || error.errors?.map(({ message }) => message).join('; ') || String(error)
