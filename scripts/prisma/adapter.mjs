import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { connectionOf } from './connection.mjs'

// The numbers of two types: Postgres's internal one-byte "char" and text (pg_type.oid), and
// a single character in Prisma's own list of column types.
const INTERNAL_CHAR = 18
const TEXT = 25
const CHARACTER_COLUMN = 6

/**
 * The engine's questions to the catalogue come back with columns of the internal type "char",
 * which adapter-pg refuses. Let it read them as text, then say that they are characters; an empty
 * one is what Postgres prints for the zero byte.
 */
function withInternalChar(queryable) {
  const queryRaw = queryable.queryRaw
  queryable.queryRaw = async (query) => {
    let characters = []
    const asking = Object.create(queryable)
    asking.performIO = async (question) => {
      const result = await queryable.performIO(question)
      characters = result.fields.flatMap(({ dataTypeID }, place) =>
        dataTypeID === INTERNAL_CHAR ? [place] : [],
      )
      const fields = result.fields.map((field, place) =>
        characters.includes(place) ? { ...field, dataTypeID: TEXT } : field,
      )
      return { ...result, fields, rows: result.rows }
    }
    const answer = await queryRaw.call(asking, query)
    for (const place of characters) {
      answer.columnTypes[place] = CHARACTER_COLUMN
      for (const row of answer.rows) if (row[place] === '') row[place] = '\0'
    }
    return answer
  }
  return queryable
}

/**
 * One open database as the schema engine needs it. adapter-pg cuts scripts at every semicolon, which
 * breaks functions written between `$$`; here a script goes to Postgres whole, as the native engine
 * sends it.
 */
function asTheEngineNeedsIt(adapter) {
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => withInternalChar(await startTransaction(isolation))
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error))
  }
  return withInternalChar(adapter)
}

async function openDatabase(server, schema) {
  return asTheEngineNeedsIt(await new PrismaPg(server, { schema }).connect())
}

/**
 * A new empty database beside the real one, in which the engine replays the migrations. adapter-pg
 * would drop it while its own connections are still open; here they are closed first.
 */
async function openShadowDatabase(url) {
  const { server, schema } = connectionOf(url)
  const database = `prisma_migrate_shadow_db_${randomUUID()}`
  const owner = new pg.Client(server)
  await owner.connect()
  await owner.query(`CREATE DATABASE "${database}" TEMPLATE template0`)
  const shadow = await openDatabase({ ...server, database }, schema)
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await owner.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
    await owner.end()
  }
  return shadow
}

/** What Prisma's engine opens databases with: adapter-pg, with its three faults for migrations mended. */
export function databaseFactory({ url, shadowDatabaseUrl }) {
  const { server, schema } = connectionOf(url)
  const factory = new PrismaPg(server, { schema })
  factory.connect = () => openDatabase(server, schema)
  factory.connectToShadowDb = () => openShadowDatabase(shadowDatabaseUrl ?? url)
  return factory
}
