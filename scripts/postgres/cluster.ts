import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { programsFor } from './native'
import type { RunAs } from './run-as'

/** A data folder, the folder around it, and the user whom Postgres runs as. */
export type Cluster = { home: string; dataDirectory: string; who: RunAs }

/** Settings of the person's own (PGDATA, LC_ALL, TZ) must not reach the server. */
export const plainEnvironment = {
  PATH: process.env.PATH,
  NODE_ENV: process.env.NODE_ENV,
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Makes the data folder. Under another name first: a run cut short must not leave half of one behind. */
export function createCluster({ home, dataDirectory, who }: Cluster, password: string) {
  const unfinished = `${dataDirectory}.${process.pid}`
  const passwordFile = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who) for (const entry of [unfinished, passwordFile]) chownSync(entry, who.uid, who.gid)
  try {
    const { status, stderr } = spawnSync(
      path.join(programsFor(who, home), 'initdb'),
      [
        ...['--pgdata', unfinished, '--username', 'postgres', '--pwfile', passwordFile],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale-provider', 'builtin'],
        ...['--locale', 'C.UTF-8', '--no-instructions'],
      ],
      { ...who, cwd: unfinished, env: plainEnvironment, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`Postgres could not make its data folder in ${home}: ${stderr}`)
    if (!existsSync(dataDirectory)) renameSync(unfinished, dataDirectory)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}
