import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { isAlive } from '../processes.mjs'

/** What `postmaster.pid` says: the process, its port and whether it takes connections yet. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

/** Who is noted as running on this data, or undefined when nobody is. */
export function postmasterOf(dataDirectory: string): Postmaster | undefined {
  const file = path.join(dataDirectory, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/** The address of a database of the superuser's on this port. */
export const superuserUrl = (port: number, password: string, database = 'postgres') =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`

/**
 * Whether the server at an address keeps its data in this very folder. Asked before anything is
 * destroyed or reused: a port or a process id may meanwhile belong to somebody else.
 */
export async function servesFrom(dataDirectory: string, url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined) // the server may be on its way down while we ask
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(dataDirectory)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

// `ps` is on every Unix; after a restart of the machine the noted process may be anything at all.
const isPostgresOn = (pid: number, dataDirectory: string) =>
  spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(dataDirectory)

/**
 * Deals with what the last run left behind. Returns the server if it still runs on this data and
 * answers; otherwise makes sure that nobody runs on it, and returns undefined.
 */
export async function findRunning(dataDirectory: string, password: string, patience = 15_000) {
  const until = performance.now() + patience
  for (;;) {
    const postmaster = postmasterOf(dataDirectory)
    if (!postmaster || !isAlive(postmaster.pid)) return undefined
    if (postmaster.isReady && (await servesFrom(dataDirectory, superuserUrl(postmaster.port, password))))
      return postmaster
    if (!isPostgresOn(postmaster.pid, dataDirectory)) {
      rmSync(path.join(dataDirectory, 'postmaster.pid'), { force: true })
      return undefined
    }
    // It is starting, recovering or shutting down: give it time, then end it. Its data is safe,
    // because Postgres replays its log at the next start.
    if (performance.now() > until) {
      await stopPostmaster(postmaster.pid, 'SIGQUIT')
      return undefined
    }
    await wait(100)
  }
}

/** Stops a server by its process and waits until it is gone; one that will not go is ended at once. */
export async function stopPostmaster(pid: number, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT') {
  const until = performance.now() + 20_000
  if (isAlive(pid)) process.kill(pid, signal)
  while (isAlive(pid)) {
    if (performance.now() > until) {
      process.kill(pid, 'SIGKILL')
      return
    }
    await wait(20)
  }
}
