// Brings a bare clone to where the rest can run: the packages of package-lock.json, a Node 24 among
// them, and Prisma's client. Built-ins only, and nothing newer than Node 20.19, because this runs
// before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The Node that every later step runs on, whatever the machine has. */
export const NODE = path.join(PROJECT, 'node_modules/.bin/node')

/** The environment of later steps: the project's own commands come first on the path. */
export const environment = () => ({
  ...process.env,
  PATH: [path.join(PROJECT, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
})

/** Why this Node is too old for the installation itself, or undefined. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  return isEnough ? undefined : `Node ${version} is too old: install Node 20.19, 22.12 or any later version.`
}

/**
 * Whether node_modules holds what a lock file asks for. npm keeps a lock file of its own in there,
 * written when an installation has finished; packages for other machines may be absent.
 */
export function holdsWhatIsLocked(lock, installed) {
  return Object.entries(lock.packages).every(([place, wanted]) => {
    const found = installed.packages[place]
    return (
      place === '' ||
      (found ? found.version === wanted.version : Boolean(wanted.optional ?? wanted.devOptional))
    )
  })
}

/** Installs the packages if they are missing or not the locked ones. Returns whether it had to. */
export function ensurePackages() {
  const read = (file) => JSON.parse(readFileSync(path.join(PROJECT, file), 'utf8'))
  const record = 'node_modules/.package-lock.json'
  const isInstalled =
    existsSync(path.join(PROJECT, record)) &&
    existsSync(NODE) &&
    holdsWhatIsLocked(read('package-lock.json'), read(record))
  if (isInstalled) return false
  // npm says where it lies itself; the tools of development are needed whatever NODE_ENV says.
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(
    command,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: PROJECT,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (result.status !== 0) {
    throw new Error(
      'npm ci did not finish: see what it says above, check the connection to the npm registry, and run this again.',
    )
  }
  return true
}

/** Writes Prisma's client again if the schema has changed since. Returns whether it had to. */
export function ensurePrismaClient() {
  const schema = readFileSync(path.join(PROJECT, 'prisma/schema.prisma'))
  const lock = readFileSync(path.join(PROJECT, 'node_modules/prisma/package.json'))
  const wanted = createHash('sha256').update(schema).update(lock).digest('hex')
  const note = path.join(PROJECT, 'node_modules/.prisma-client')
  const isCurrent =
    existsSync(path.join(PROJECT, 'lib/platform/prisma/client.ts')) &&
    existsSync(note) &&
    readFileSync(note, 'utf8') === wanted
  if (isCurrent) return false
  const command = path.join(PROJECT, 'node_modules/prisma/build/index.js')
  const result = spawnSync(NODE, [command, 'generate'], {
    cwd: PROJECT,
    env: environment(),
    encoding: 'utf8',
  })
  if (result.status !== 0)
    throw new Error(`prisma generate failed: mend prisma/schema.prisma.\n${result.stdout}${result.stderr}`)
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, wanted)
  return true
}
