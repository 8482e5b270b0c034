import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressesOf, ensureDatabase } from '@/scripts/postgres/databases'
import { postmasterOf, servesFrom } from '@/scripts/postgres/running'
import { isAlive } from '@/scripts/processes.mjs'
import { secretsIn } from '@/scripts/postgres/secrets'
import { type EmbeddedPostgres, startPostgres } from '@/scripts/postgres/server'
import { PROJECT } from '@/scripts/project'

const password = 'only-for-this-test'

let parent: string
let folder: string
const holders: ChildProcess[] = []

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'embedded postgres '))
  chmodSync(parent, 0o755)
  folder = path.join(parent, 'with a space', 'postgres')
})

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  const pointer = `${folder}-is-elsewhere`
  const homes = [folder, ...(existsSync(pointer) ? [readFileSync(pointer, 'utf8').trim()] : [])]
  for (const home of homes) {
    const left = postmasterOf(path.join(home, 'data'))
    if (left) await untilGone(left.pid)
    rmSync(home, { recursive: true, force: true })
  }
  rmSync(parent, { recursive: true, force: true })
})

const start = () => startPostgres({ folder, password })
const dataDirectory = () => path.join(folder, 'data')
const pidNow = () => postmasterOf(dataDirectory())?.pid ?? 0

async function untilGone(pid: number) {
  for (let tries = 0; isAlive(pid) && tries < 200; tries++) await wait(50)
  return !isAlive(pid)
}

/** Another process of ours that starts Postgres and stays. */
async function held(...words: string[]) {
  const holder = spawn(process.execPath, ['--import', 'tsx', 'tests/support/hold-postgres.ts', ...words], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  const where = await new Promise<string>((resolve) => {
    holder.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
  })
  return { holder, where }
}

async function ask(postgres: EmbeddedPostgres, sql: string) {
  const client = new Client({ connectionString: postgres.superuserUrl() })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

it('makes its data folder in a path with spaces, keeps what is written, and stops', async () => {
  const first = await start()
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS number')
  const pid = pidNow()
  await first.stop()
  expect(await untilGone(pid)).toBe(true)

  const second = await start()
  expect(await ask(second, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
  await second.stop()
})

it('listens to this machine only, and to nobody without the password', async () => {
  const postgres = await start()
  const stranger = new Client({
    connectionString: postgres.superuserUrl().replace(password, 'guessed'),
  })
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/)
  expect(await ask(postgres, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await postgres.stop()
})

it('leaves no Postgres behind when its process is killed without warning', async () => {
  const { holder } = await held(folder, password)
  const pid = pidNow()
  holder.kill('SIGKILL')
  expect(await untilGone(pid)).toBe(true)
})

it('leaves no temporary folder behind either', async () => {
  const { holder, where } = await held()
  expect(existsSync(path.join(where, 'PG_VERSION'))).toBe(true)
  holder.kill('SIGKILL')
  for (let tries = 0; existsSync(where) && tries < 200; tries++) await wait(100)
  expect(existsSync(where)).toBe(false)
})

it('starts again at once after such an end, and keeps the data', async () => {
  const { holder } = await held(folder, password)
  holder.kill('SIGKILL')
  const postgres = await start()
  expect(await servesFrom(dataDirectory(), postgres.superuserUrl())).toBe(true)
  await postgres.stop()
})

it('takes over a Postgres whose process and guard both died', async () => {
  const first = await start()
  const pid = pidNow()
  // As if the process in charge had died and could not be replaced by its guard: nobody is in charge.
  writeFileSync(path.join(folder, 'in-charge'), '999999999')
  const second = await start()
  expect({ port: second.port, pid: pidNow() }).toEqual({ port: first.port, pid })
  await second.stop()
  expect(await untilGone(pid)).toBe(true)
  await first.stop() // nothing left to stop, but its guard is called off
})

it('uses the Postgres that another process of ours runs, and leaves stopping to that one', async () => {
  const { holder } = await held(folder, password)
  const pid = pidNow()
  const guest = await start()
  expect(await ask(guest, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await guest.stop()
  await wait(200)
  expect(isAlive(pid)).toBe(true)
  holder.kill('SIGKILL')
  expect(await untilGone(pid)).toBe(true)
})

it('is not misled by a note about a process that is something else by now', async () => {
  const first = await start()
  await first.stop()
  const note = path.join(dataDirectory(), 'postmaster.pid')
  writeFileSync(
    note,
    [process.pid, dataDirectory(), 0, first.port, '', '127.0.0.1', '', 'ready', ''].join('\n'),
  )
  const second = await start()
  expect(pidNow()).not.toBe(process.pid)
  await second.stop()
})

it('refuses to change a server that keeps its data elsewhere', async () => {
  const postgres = await start()
  const secrets = secretsIn(parent)
  const another = { ...postgres, dataDirectory: path.join(parent, 'somewhere else') }
  await expect(ensureDatabase(another, 'mine', secrets)).rejects.toThrow('keeps its data elsewhere')
  await postgres.stop()
})

it('gives the owner a database of its own, and no right to what a superuser may do', async () => {
  const postgres = await start()
  const secrets = secretsIn(parent)
  await ensureDatabase(postgres, 'mine', secrets)
  await ensureDatabase(postgres, 'mine', secrets)
  const owner = new Client({ connectionString: addressesOf(postgres, 'mine', secrets).owner })
  await owner.connect()
  const { rows } = await owner.query(
    `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user`,
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: true, rolcreaterole: true }])
  await owner.end()
  await postgres.stop()
})

it('keeps its secrets where only their owner reads them, and the same ones for good', () => {
  const first = secretsIn(parent)
  expect(statSync(path.join(parent, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(secretsIn(parent)).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(4)
})

describe.runIf(process.getuid?.() === 0)('as root, in a folder closed to everyone else', () => {
  it('keeps the data where Postgres can reach it, notes where, and finds it again', async () => {
    mkdirSync(path.dirname(folder))
    chmodSync(path.dirname(folder), 0o700)
    const first = await start()
    const elsewhere = readFileSync(`${folder}-is-elsewhere`, 'utf8').trim()
    expect(first.dataDirectory).toBe(path.join(elsewhere, 'data'))
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS number')
    await first.stop()

    const second = await start()
    expect(await ask(second, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
    expect(second.dataDirectory).toBe(first.dataDirectory)
    await second.stop()
  })
})
