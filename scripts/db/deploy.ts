// `npm run db:deploy`: brings the database in DATABASE_OWNER_URL up to date and prepares the login
// in DATABASE_URL that the app signs in with. Safe to run again and at every release.
import { Client } from 'pg'
import { prepareMailQueue } from './mail-queue'
import { prisma } from './prisma'
import { readEnvironmentFile } from './environment-file'
import { ensureWebLogin, loginOf, refuseUnboundLogin, tryWebLogin } from './web-login'

/** Applies the migrations that are missing, as the owner, and prepares the app's login. */
export async function deploy({ ownerUrl, webUrl }: { ownerUrl: string; webUrl: string }) {
  const login = loginOf(webUrl)
  if (!login.name || !login.password) throw new Error('DATABASE_URL must name a login and its password.')
  await asOwner(ownerUrl, (owner) => refuseUnboundLogin(owner, login))
  const { code, output } = await prisma(['migrate', 'deploy'], ownerUrl)
  if (code !== 0) throw new Error(`The migrations could not be applied:\n${output.trim()}`)
  await asOwner(ownerUrl, async (owner) => {
    await ensureWebLogin(owner, login)
    await prepareMailQueue(owner, ownerUrl)
  })
  await tryWebLogin(webUrl)
  return output.includes('No pending migrations') ? 'already up to date' : 'migrations applied'
}

async function asOwner(url: string, work: (owner: Client) => Promise<void>) {
  const owner = new Client({ connectionString: url })
  try {
    await owner.connect()
  } catch (error) {
    throw new Error(`The database in DATABASE_OWNER_URL cannot be opened: ${(error as Error).message}.`)
  }
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

function setting(name: 'DATABASE_OWNER_URL' | 'DATABASE_URL') {
  const value = process.env[name]
  if (!value || !URL.canParse(value))
    throw new Error(
      `${name} must be set to an address such as postgresql://login:password@host:5432/database (see .env.example).`,
    )
  return value
}

if (process.argv[1] === import.meta.filename) {
  readEnvironmentFile()
  try {
    const result = await deploy({ ownerUrl: setting('DATABASE_OWNER_URL'), webUrl: setting('DATABASE_URL') })
    process.stdout.write(`The database is ready: ${result}.\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
