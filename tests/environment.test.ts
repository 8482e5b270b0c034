import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// Set by Node, npm, Next or the tests themselves: nobody writes these in .env.
const NOT_OURS = new Set(['NODE_ENV', 'NEXT_RUNTIME', 'PATH', 'LD_LIBRARY_PATH', 'CI', 'TZ', 'E2E_PORT'])

const READERS = [
  'app/**/*.{ts,tsx}',
  'lib/**/*.ts',
  'scripts/**/*.{ts,mjs}',
  'tests/**/*.ts',
  'prisma/**/*.ts',
  '*.{ts,js}',
]

/** Every setting that the code reads: straight from the environment, or as a key of the schema in env.ts. */
function read() {
  const sources = globSync(READERS, { exclude: ['lib/platform/prisma/**'] }).map((file) =>
    readFileSync(file, 'utf8'),
  )
  const direct = sources.flatMap((source) => [...source.matchAll(/process\.env\.([A-Z][A-Z0-9_]+)/g)])
  const checked = [...readFileSync('lib/platform/env.ts', 'utf8').matchAll(/^ +([A-Z][A-Z0-9_]+): z/gm)]
  return new Set([...direct, ...checked].flatMap(([, name]) => name ?? []))
}

const example = readFileSync('.env.example', 'utf8')
const listed = new Set(
  [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].flatMap(([, name]) => name ?? []),
)

it('lists in .env.example every setting that is read', () => {
  expect([...read()].filter((name) => !NOT_OURS.has(name) && !listed.has(name))).toEqual([])
})

it('lists no setting that nothing reads', () => {
  const compose = readFileSync('docker-compose.yml', 'utf8')
  const unread = [...listed].filter((name) => !read().has(name) && !compose.includes(`\${${name}`))
  expect(unread.filter((name) => name !== 'PORT')).toEqual([]) // Next reads that one
})

it('has no secret in it that would work', () => {
  expect(example).toMatch(/^NEXTAUTH_SECRET=$/m)
  expect(example).not.toMatch(/^\w+_PASSWORD=.+$/m)
})
