import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../processes.mjs'
import { freePort } from '../ports'
import { type Cluster, plainEnvironment } from './cluster'
import { programsFor } from './native'
import { postmasterOf } from './running'

const ATTEMPTS = 5

/** Starts the server; tries another port when somebody else took the free one in between. */
export async function launch(cluster: Cluster, settings: Record<string, string>) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const { pid, said } = await launchOn(port, cluster, settings)
    if (pid !== undefined) return { pid, port }
    if (attempt === ATTEMPTS || !/could not bind|in use|lock file/.test(said)) {
      throw new Error(`Postgres did not start: ${said}`)
    }
    await wait(200)
  }
}

async function launchOn(
  port: number,
  { home, dataDirectory, who }: Cluster,
  settings: Record<string, string>,
) {
  const all = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  const log = path.join(home, 'postgres.log')
  const output = openSync(log, 'w', 0o600)
  const server = spawn(
    path.join(programsFor(who, home), 'postgres'),
    ['-D', dataDirectory, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...(who ?? {}),
      cwd: dataDirectory,
      env: plainEnvironment,
      stdio: ['ignore', output, output],
      // A session of its own, so that Ctrl-C reaches the app first and the database last.
      detached: true,
    },
  )
  closeSync(output)
  server.unref()
  const failed = new Promise<undefined>((resolve) => {
    for (const event of ['error', 'exit']) server.on(event, () => resolve(undefined))
  })
  const pid = await Promise.race([untilReady(dataDirectory, server.pid), failed])
  return { pid, said: pid === undefined ? readFileSync(log, 'utf8') : '' }
}

/** The process, once it takes connections; undefined if it ends before that. */
async function untilReady(dataDirectory: string, pid: number | undefined) {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const postmaster = postmasterOf(dataDirectory)
    if (postmaster?.isReady && postmaster.pid === pid) return pid
    if (pid === undefined || !isAlive(pid)) return undefined
    await wait(10)
  }
  return undefined
}
