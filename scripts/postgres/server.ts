import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, openSync, closeSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stopWith } from './guard'
import { homeFor } from './home'
import { programsFor } from './native'
import { findRunning, isAlive, postmasterOf, servesFrom, stopPostmaster, superuserUrl } from './running'
import { type RunAs, runAs } from './run-as'

/** A running Postgres of our own. `stop` does nothing where another process of ours is in charge of it. */
export type EmbeddedPostgres = {
  port: number
  dataDirectory: string
  superuserUrl: (database?: string) => string
  stop: () => Promise<void>
}

/** Where it lives, the superuser's password, and settings beyond the ordinary. */
export type Wanted = { folder: string; password: string; settings?: Record<string, string> }

/** Starts Postgres on a free port with its data in the folder, or takes up the one that still runs there. */
export async function startPostgres({ folder, password, settings = {} }: Wanted): Promise<EmbeddedPostgres> {
  const who = runAs(path.join(folder, 'data'))
  const home = realpathSync(homeFor(folder, who))
  const dataDirectory = path.join(home, 'data')
  if (!existsSync(dataDirectory)) createCluster({ home, dataDirectory, password, who })

  const running = await findRunning(dataDirectory, password)
  if (running) return inCharge(running, dataDirectory, password, !isAlive(chargeOf(home) ?? 0))

  const started = await launch({ home, dataDirectory, settings, who })
  if (!(await servesFrom(dataDirectory, superuserUrl(started.port, password)))) {
    await stopPostmaster(started.pid)
    throw new Error(`Postgres started but does not accept the password kept for it: delete ${home} to begin again.`)
  }
  return inCharge(started, dataDirectory, password, true)
}

type Cluster = { home: string; dataDirectory: string; who: RunAs }

/** Makes the data folder. Under another name first: a run cut short must not leave half of one behind. */
function createCluster({ home, dataDirectory, password, who }: Cluster & { password: string }) {
  const unfinished = `${dataDirectory}.${process.pid}`
  const passwordFile = `${unfinished}.password`
  spawnSync('mkdir', ['-m', '700', unfinished])
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who.uid !== undefined) for (const entry of [unfinished, passwordFile]) chownSync(entry, who.uid, who.gid)
  try {
    const { status, stderr } = spawnSync(
      path.join(programsFor(who, home), 'initdb'),
      [
        ...['--pgdata', unfinished, '--username', 'postgres', '--pwfile', passwordFile],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale-provider', 'builtin', '--locale', 'C.UTF-8'],
        '--no-instructions',
      ],
      { ...who, cwd: unfinished, env: plainEnvironment, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`Postgres could not make its data folder: ${stderr}`)
    if (!existsSync(dataDirectory)) renameSync(unfinished, dataDirectory)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

// Settings of the person's own (PGDATA, LC_ALL, TZ) must not reach the server.
const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Starts the server; tries another port when somebody else took the free one in between. */
async function launch({ home, dataDirectory, settings, who }: Cluster & { settings: Record<string, string> }) {
  const log = path.join(home, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const all = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
    const output = openSync(log, 'w', 0o600)
    // A session of its own, so that Ctrl-C reaches the app first and the database last.
    const server = spawn(
      path.join(programsFor(who, home), 'postgres'),
      ['-D', dataDirectory, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...who, cwd: dataDirectory, env: plainEnvironment, stdio: ['ignore', output, output], detached: true },
    )
    closeSync(output)
    server.unref()
    const ended = new Promise<'ended'>((resolve) => {
      server.on('error', () => resolve('ended'))
      server.on('exit', () => resolve('ended'))
    })
    const ready = untilReady(dataDirectory, server.pid)
    if ((await Promise.race([ready, ended])) === 'ready' && server.pid) return { pid: server.pid, port }
    const said = readFileSync(log, 'utf8')
    if (attempt === 5 || !/could not bind|in use|lock file/.test(said)) throw new Error(`Postgres did not start: ${said}`)
    await wait(200)
  }
}

async function untilReady(dataDirectory: string, pid: number | undefined) {
  for (const until = performance.now() + 60_000; performance.now() < until; await wait(10)) {
    const postmaster = postmasterOf(dataDirectory)
    if (postmaster?.isReady && postmaster.pid === pid) return 'ready'
    if (pid === undefined || !isAlive(pid)) return 'ended'
  }
  return 'ended'
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

// The process that will stop the server is written beside the data. When it has died, the next one
// that finds the server running takes over; while it lives, others only use the server.
const chargeFile = (home: string) => path.join(home, 'in-charge')
const chargeOf = (home: string) =>
  existsSync(chargeFile(home)) ? Number(readFileSync(chargeFile(home), 'utf8')) || undefined : undefined

function inCharge(running: { pid: number; port: number }, dataDirectory: string, password: string, ours: boolean): EmbeddedPostgres {
  const server = { port: running.port, dataDirectory, superuserUrl: (database?: string) => superuserUrl(running.port, password, database) }
  if (!ours) return { ...server, stop: () => Promise.resolve() }
  const file = chargeFile(path.dirname(dataDirectory))
  writeFileSync(file, String(process.pid))
  chmodSync(file, 0o600)
  const dismissGuard = stopWith(running.pid)
  return {
    ...server,
    stop: async () => {
      dismissGuard()
      await stopPostmaster(running.pid)
      rmSync(file, { force: true })
    },
  }
}
