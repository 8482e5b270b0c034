import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/scripts/db/prisma'
import { PROJECT } from '@/scripts/project'
import { aDatabase, aName, asSuperuser, dropDatabase, withDatabase } from '@/tests/support/own-database'

// Prisma's command line and its engine speak a language of their own to each other, which any
// release may change. These tests say whether scripts/prisma still speaks it.

const SCHEMA = `
datasource db {
  provider = "postgresql"
}

model Shelf {
  id    Int    @id
  books Book[]
  @@map("shelves")
}

model Book {
  id      Int     @id
  title   String  @unique
  lent    Boolean @default(false)
  shelfId Int     @map("shelf_id")
  shelf   Shelf   @relation(fields: [shelfId], references: [id], onDelete: Cascade)
  @@map("books")
}
`

// A function between dollar signs, with semicolons inside; a policy; a trigger.
const TABLES = `
CREATE TABLE "shelves" ("id" INTEGER NOT NULL, CONSTRAINT "shelves_pkey" PRIMARY KEY ("id"));
CREATE TABLE "books" ("id" INTEGER NOT NULL, "title" TEXT NOT NULL, "lent" BOOLEAN NOT NULL DEFAULT false,
  "shelf_id" INTEGER NOT NULL, CONSTRAINT "books_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "books_title_key" ON "books"("title");
ALTER TABLE "books" ADD CONSTRAINT "books_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "shelves"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "books" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "all" ON "books" USING (true);
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.title := upper(NEW.title);
  RETURN NEW;
END;
$$;
CREATE TRIGGER shout BEFORE INSERT ON "books" FOR EACH ROW EXECUTE FUNCTION shout();
`

let folder: string
let database: string
let ownerUrl: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'prisma engine '))
  ;({ database, ownerUrl } = await aDatabase())
  writeFileSync(path.join(folder, 'schema.prisma'), SCHEMA)
  migration('20260101000000_books', TABLES)
  writeFileSync(
    path.join(folder, 'prisma.config.ts'),
    `process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(path.join(PROJECT, 'scripts/prisma/schema-engine.mjs'))}
    export default {
      schema: 'schema.prisma',
      migrations: { path: 'migrations' },
      datasource: { url: process.env.DATABASE_OWNER_URL },
    }`,
  )
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await dropDatabase(database)
})

function migration(name: string, sql: string) {
  mkdirSync(path.join(folder, 'migrations', name), { recursive: true })
  writeFileSync(path.join(folder, 'migrations', name, 'migration.sql'), sql)
  writeFileSync(path.join(folder, 'migrations/migration_lock.toml'), 'provider = "postgresql"\n')
}

const run = (...words: string[]) => runAt(ownerUrl, ...words)
const runAt = (url: string, ...words: string[]) =>
  prisma([...words, '--config', path.join(folder, 'prisma.config.ts')], url)

const drift = () =>
  run(
    ...['migrate', 'diff', '--exit-code', '--from-migrations', path.join(folder, 'migrations')],
    ...['--to-schema', path.join(folder, 'schema.prisma')],
  )

const addColumn = () => {
  writeFileSync(path.join(folder, 'schema.prisma'), SCHEMA.replace('lent ', 'author String?\n  lent '))
}

const shadowDatabases = () =>
  asSuperuser("SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'")

describe('migrate deploy', () => {
  it('applies hand-written SQL whole: functions, policies and triggers', async () => {
    expect(await run('migrate', 'deploy')).toMatchObject({ code: 0 })
    await asSuperuser(
      "INSERT INTO shelves VALUES (1); INSERT INTO books VALUES (1, 'emma', false, 1)",
      database,
    )
    expect(await asSuperuser('SELECT title FROM books', database)).toEqual([{ title: 'EMMA' }])
    expect(
      await asSuperuser("SELECT polname FROM pg_policy WHERE polrelid = 'books'::regclass", database),
    ).toEqual([{ polname: 'all' }])
  })

  it('notes each migration with the checksum of its file, and does nothing the second time', async () => {
    await run('migrate', 'deploy')
    const again = await run('migrate', 'deploy')
    expect(again.output).toContain('No pending migrations to apply')
    const file = readFileSync(path.join(folder, 'migrations/20260101000000_books/migration.sql'))
    expect(await asSuperuser('SELECT checksum FROM _prisma_migrations', database)).toEqual([
      { checksum: createHash('sha256').update(file).digest('hex') },
    ])
  })

  it('applies everything once when four start at the same time', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => run('migrate', 'deploy')))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(await asSuperuser('SELECT count(*)::int AS applied FROM _prisma_migrations', database)).toEqual([
      { applied: 1 },
    ])
  })

  it('stops at a migration that fails, says which and why, and goes on once it is resolved', async () => {
    migration('20260102000000_broken', 'ALTER TABLE "books" ADD COLUMN "lent" INTEGER;')
    const failed = await run('migrate', 'deploy')
    expect(failed.code).toBe(1)
    expect(failed.output).toContain('20260102000000_broken')
    expect(failed.output).toContain('column "lent" of relation "books" already exists')

    expect((await run('migrate', 'deploy')).output).toContain('P3009') // it waits for a decision
    expect(await run('migrate', 'resolve', '--rolled-back', '20260102000000_broken')).toMatchObject({
      code: 0,
    })
    migration('20260102000000_broken', 'ALTER TABLE "books" ADD COLUMN "pages" INTEGER;')
    expect(await run('migrate', 'deploy')).toMatchObject({ code: 0 })
  })

  it('makes a database that is not there yet', async () => {
    const fresh = aName('fresh')
    expect(await runAt(withDatabase(ownerUrl, fresh), 'migrate', 'deploy')).toMatchObject({ code: 0 })
    expect(await asSuperuser('SELECT count(*)::int AS books FROM books', fresh)).toEqual([{ books: 0 }])
    await dropDatabase(fresh)
  })

  it('says so when the server does not answer, or does not accept the password', async () => {
    const nobodyThere = new URL(ownerUrl)
    nobodyThere.port = '1'
    expect((await runAt(nobodyThere.href, 'migrate', 'deploy')).output).toContain('P1001')
    const wrong = new URL(ownerUrl)
    wrong.password = 'wrong'
    const refused = await runAt(wrong.href, 'migrate', 'deploy')
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('P1000')
  })
})

describe('migrate diff, the drift check', () => {
  it('ends with 0 when migrations and schema agree, and leaves no shadow database', async () => {
    expect(await drift()).toMatchObject({ code: 0 })
    expect(await shadowDatabases()).toEqual([])
  })

  it('ends with 2 and names the column when the schema has moved on', async () => {
    addColumn()
    const { code, output } = await drift()
    expect(code).toBe(2)
    expect(output).toContain('Added column `author`')
    expect(await shadowDatabases()).toEqual([])
  })

  it('never touches the database it was given', async () => {
    await drift()
    expect(await asSuperuser("SELECT to_regclass('books') AS books", database)).toEqual([{ books: null }])
  })

  it('writes the SQL of a migration', async () => {
    await run('migrate', 'deploy')
    addColumn()
    const { output } = await run(
      ...[
        'migrate',
        'diff',
        '--script',
        '--from-config-datasource',
        '--to-schema',
        path.join(folder, 'schema.prisma'),
      ],
    )
    expect(output).toContain('ALTER TABLE "books" ADD COLUMN     "author" TEXT')
  })
})

it('says which migrations wait', async () => {
  const before = await run('migrate', 'status')
  expect(before.code).toBe(1)
  expect(before.output).toContain('20260101000000_books')
  await run('migrate', 'deploy')
  expect((await run('migrate', 'status')).output).toContain('Database schema is up to date')
})

it("reads a database back, with Postgres's internal one-byte type in the catalogue", async () => {
  await run('migrate', 'deploy')
  writeFileSync(path.join(folder, 'schema.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n')
  const { output } = await run('db', 'pull', '--print')
  expect(output).toContain('onDelete: Cascade')
  expect(output).toContain('model books')
})

it('gives its version', async () => {
  const { output } = await prisma(['version'], ownerUrl)
  expect(output).toMatch(/schema-engine-wasm [0-9a-f]{40}/)
})
