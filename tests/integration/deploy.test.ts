import { afterEach, beforeEach, expect, it } from 'vitest'
import { deploy } from '@/scripts/db/deploy'
import { pendingMigrations } from '@/scripts/db/pending'
import { aDatabase, aName, asSuperuser, dropDatabase } from '@/tests/support/own-database'

let database: string
let ownerUrl: string
let login: string

beforeEach(async () => {
  ;({ database, ownerUrl } = await aDatabase('template_migrated'))
  login = aName('login')
})

afterEach(async () => {
  await dropDatabase(database)
  await asSuperuser(`DROP ROLE IF EXISTS ${login}`)
})

const webUrl = (password = 'a password of its own') => {
  const address = new URL(ownerUrl)
  address.username = login
  address.password = encodeURIComponent(password)
  return address.href
}

const attributes = () =>
  asSuperuser(
    `SELECT rolcanlogin AS login, rolsuper AS superuser, rolbypassrls AS bypass, rolcreatedb AS createdb,
       pg_has_role(rolname, 'app_user', 'USAGE') AS member, pg_has_role(rolname, 'app_owner', 'MEMBER') AS owner
     FROM pg_roles WHERE rolname = '${login}'`,
  )
const BOUND = [{ login: true, superuser: false, bypass: false, createdb: false, member: true, owner: false }]

it('makes the login that the app uses, bound by row-level security, and can be run again', async () => {
  await deploy({ ownerUrl, webUrl: webUrl("it's a 'quoted' pass:word/£") })
  expect(await attributes()).toEqual(BOUND)
  expect(await deploy({ ownerUrl, webUrl: webUrl("it's a 'quoted' pass:word/£") })).toBe('already up to date')
})

it('lets a login that is there already into the group, and leaves its password alone', async () => {
  await asSuperuser(`CREATE ROLE ${login} LOGIN PASSWORD 'set by an administrator'`)
  await deploy({ ownerUrl, webUrl: webUrl('set by an administrator') })
  expect(await attributes()).toEqual(BOUND)
  await expect(deploy({ ownerUrl, webUrl: webUrl('another') })).rejects.toThrow(
    `The login "${login}" cannot open the database in DATABASE_URL`,
  )
})

it.each([
  ['a superuser', 'is a superuser', (name: string) => `CREATE ROLE ${name} LOGIN SUPERUSER PASSWORD 'x'`],
  [
    'one past row-level security',
    'has BYPASSRLS',
    (name: string) => `CREATE ROLE ${name} LOGIN BYPASSRLS PASSWORD 'x'`,
  ],
  [
    'a member of the owner',
    'is a member of "app_owner", which owns the tables',
    (name: string) => `CREATE ROLE ${name} LOGIN PASSWORD 'x' IN ROLE app_owner`,
  ],
])('refuses %s as the login of the app', async (_who, reason, create) => {
  await asSuperuser(create(login))
  await expect(deploy({ ownerUrl, webUrl: webUrl('x') })).rejects.toThrow(
    `The login "${login}" in DATABASE_URL ${reason}`,
  )
})

it('refuses the owner itself, before anything is migrated', async () => {
  const empty = await aDatabase()
  await expect(deploy({ ownerUrl: empty.ownerUrl, webUrl: empty.ownerUrl })).rejects.toThrow(
    'owns the tables',
  )
  expect(await asSuperuser("SELECT to_regclass('_prisma_migrations') AS applied", empty.database)).toEqual([
    { applied: null },
  ])
  await dropDatabase(empty.database)
})

it('says what to ask an administrator for, when the owner may not make the login', async () => {
  const small = aName('small_owner')
  await asSuperuser(`CREATE ROLE ${small} LOGIN PASSWORD 'x'`)
  // An owner of this one database, with no right to make roles.
  await asSuperuser(`GRANT app_owner TO ${small} WITH INHERIT TRUE`)
  const address = new URL(ownerUrl)
  address.username = small
  address.password = 'x'
  await expect(deploy({ ownerUrl: address.href, webUrl: webUrl('secret') })).rejects.toThrow(
    new RegExp(`ask an administrator of the server to run CREATE ROLE "${login}" LOGIN (?!.*secret)`),
  )
  await asSuperuser(`DROP ROLE ${small}`)
})

it('wants a login and a password in DATABASE_URL', async () => {
  const address = new URL(ownerUrl)
  address.username = ''
  address.password = ''
  await expect(deploy({ ownerUrl, webUrl: address.href })).rejects.toThrow('DATABASE_URL must name a login')
})

it('knows which migrations a database has not had', async () => {
  expect(await pendingMigrations(ownerUrl)).toEqual([])
  await asSuperuser(
    `DELETE FROM _prisma_migrations WHERE migration_name LIKE '%sign_in_through_functions'`,
    database,
  )
  expect(await pendingMigrations(ownerUrl)).toEqual([expect.stringContaining('sign_in_through_functions')])
})
