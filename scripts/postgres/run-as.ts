import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** The user Postgres runs as; undefined where it is simply the person who started it. */
export type RunAs = { uid: number; gid: number } | undefined

const NOBODY = { uid: 65_534, gid: 65_534 }

/**
 * Who Postgres must run as. It refuses to run as root, so root hands it to the owner of the data if
 * there is any yet, else to the system's `postgres` or `nobody`.
 */
export function runAs(dataDirectory: string): RunAs {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory)
    if (uid !== 0) return { uid, gid }
  }
  return accountIn('/etc/passwd', ['postgres', 'nobody']) ?? NOBODY
}

/** The first of these names that the file of accounts knows. */
export function accountIn(file: string, names: readonly string[]) {
  const accounts = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
    : []
  for (const name of names) {
    const account = accounts.find(([known]) => known === name)
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  return undefined
}

/**
 * Whether that user can get into a folder. Tried, not worked out from permission bits: a parent of
 * mode 700, an access list or a mount may each be in the way.
 */
export function canEnter(folder: string, who: RunAs) {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...who, cwd: '/', stdio: 'ignore' }).status ===
    0
  )
}

/** Whether that user can run a program, libraries and all. */
export function canRun(program: string, who: RunAs) {
  return spawnSync(program, ['--version'], { ...who, cwd: '/', stdio: 'ignore' }).status === 0
}
