import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from '../processes.mjs'
import { createCluster } from './cluster'
import { stopWith } from './guard'
import { homeFor } from './home'
import { launch } from './launch'
import { findRunning, servesFrom, stopPostmaster, superuserUrl } from './running'
import { runAs } from './run-as'

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
  const wanted = runAs(path.join(folder, 'data'))
  const home = realpathSync(homeFor(folder, wanted))
  const dataDirectory = path.join(home, 'data')
  const cluster = { home, dataDirectory, who: runAs(dataDirectory) }
  if (!existsSync(dataDirectory)) createCluster(cluster, password)

  const running = await findRunning(dataDirectory, password)
  if (running && isAlive(chargeOf(home)))
    return { ...faceOf(running.port, cluster, password), stop: () => Promise.resolve() }

  const started = running ?? (await launch(cluster, settings))
  const face = faceOf(started.port, cluster, password)
  if (!(await servesFrom(dataDirectory, face.superuserUrl()))) {
    await stopPostmaster(started.pid)
    throw new Error(`Postgres does not accept the password kept for it: delete ${home} to begin again.`)
  }
  return { ...face, stop: takeCharge(home, started.pid) }
}

const faceOf = (port: number, { dataDirectory }: { dataDirectory: string }, password: string) => ({
  port,
  dataDirectory,
  superuserUrl: (database?: string) => superuserUrl(port, password, database),
})

// The process that will stop the server is written beside the data. While it lives, others only use
// the server; when it has died, the next one that finds the server running takes over.
const chargeFile = (home: string) => path.join(home, 'in-charge')

function chargeOf(home: string) {
  const file = chargeFile(home)
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

function takeCharge(home: string, pid: number) {
  writeFileSync(chargeFile(home), String(process.pid), { mode: 0o600 })
  const dismissGuard = stopWith(pid)
  return async () => {
    dismissGuard()
    await stopPostmaster(pid)
    rmSync(chargeFile(home), { force: true })
  }
}
