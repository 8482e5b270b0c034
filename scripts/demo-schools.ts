import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import {
  type Addresses,
  addressesOf,
  databaseExists,
  dropDatabase,
  replaceDatabase,
} from './postgres/databases'
import { DATABASE, type ProjectPostgres, upToDate } from './postgres/project-database'
import { DATA_FOLDER, PROJECT } from './project'

/** Somebody to sign in as. */
export type DemoAccount = { role: string; email: string; password: string; school: string }

const ACCOUNTS = path.join(DATA_FOLDER, 'demo-accounts.json')

/**
 * The database of the demo, with the demo schools in it if it held no school yet. They are loaded into
 * a database beside it, which takes its place when they are complete: a run cut short leaves no half
 * of a school.
 */
export async function demoDatabase(
  server: ProjectPostgres,
): Promise<{ addresses: Addresses; loaded: boolean }> {
  const { postgres, secrets } = server
  if (
    (await databaseExists(postgres, DATABASE)) &&
    (await hasSchools(addressesOf(postgres, DATABASE, secrets)))
  ) {
    return { addresses: await upToDate(server), loaded: false }
  }
  const unfinished = `${DATABASE}_unfinished`
  await dropDatabase(postgres, unfinished)
  await loadDemoSchools(await upToDate(server, unfinished), secrets.session)
  await replaceDatabase(postgres, DATABASE, unfinished)
  return { addresses: addressesOf(postgres, DATABASE, secrets), loaded: true }
}

// Asked as superuser: row-level security shows the owner no school either.
async function hasSchools({ superuser }: Addresses) {
  const client = new Client({ connectionString: superuser })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "SELECT to_regclass('public.schools') IS NOT NULL AS there",
    )
    if (!rows[0]?.there) return false
    return (await client.query('SELECT FROM schools LIMIT 1')).rowCount === 1
  } finally {
    await client.end()
  }
}

/** Runs prisma/seed.ts, which makes the schools through the same commands as real use. */
async function loadDemoSchools(addresses: Addresses, secret: string) {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: addresses.web,
      DATABASE_OWNER_URL: addresses.owner,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: 'http://localhost:3000',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0)
    throw new Error(
      `The demo schools could not be loaded, and nothing of them was kept: run npm run demo again, and report this if it stays.\n${said.trim()}`,
    )
}

/** One account for each role and school, as the demo schools were loaded with. */
export function demoAccounts(): readonly DemoAccount[] {
  if (!existsSync(ACCOUNTS)) return []
  return (JSON.parse(readFileSync(ACCOUNTS, 'utf8')) as { accounts: DemoAccount[] }).accounts
}

/** The accounts as lines of a table. */
export function accountLines(accounts: readonly DemoAccount[]) {
  const rows = [
    ['Role', 'Email', 'Password', 'School'],
    ...accounts.map((one) => [one.role, one.email, one.password, one.school]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}
