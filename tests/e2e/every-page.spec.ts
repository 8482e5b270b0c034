import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './test'

// Pages and routes that are there before anyone has signed in. Whoever adds one to this list says why.
const OPEN_TO_ALL = [
  '/sign-in', // the door itself
  '/set-password/[token]', // whoever holds the link is the person it was given to
  '/answer/[linkToken]', // whoever holds the link is the parent it was sent to
  '/answer/[linkToken]/calendar', // the same
  '/choose-time/[linkToken]', // the same, to choose a time
  '/prepare/[prepareToken]', // the same, with a link of its own
  '/record/[linkToken]', // the same, and only once the child's date of birth is given
  '/api/auth/[...nextauth]', // next-auth's own
]

const addresses = (file: string) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((found) => path.basename(found) === file)
    .map((found) => `/${path.dirname(found)}`.replace(/^\/\.$/, '/').replace(/\/\([^)]+\)/g, ''))

const filledIn = (address: string) => address.replace(/\[[^\]]+\]/g, '00000000-0000-4000-8000-000000000000')

const pages = addresses('page.tsx').filter((address) => !OPEN_TO_ALL.includes(address))
const routes = addresses('route.ts').filter((address) => !OPEN_TO_ALL.includes(address))

test('there are pages to check @desktop', () => {
  expect(pages).toEqual(expect.arrayContaining(['/', '/schools/[schoolSlug]/people']))
})

test('every page asks a stranger to sign in @desktop', async ({ request }) => {
  const asked = async (address: string) => {
    const answer = await request.get(filledIn(address))
    return new URL(answer.url()).pathname === '/sign-in' && (await answer.text()).includes('>Sign in</h1>')
  }
  const open = []
  for (const address of pages) if (!(await asked(address))) open.push(address)
  expect(open).toEqual([])
})

test('no route gives a stranger anything @desktop', async ({ request }) => {
  for (const address of routes)
    for (const method of ['get', 'post'] as const) {
      const answer = await request[method](filledIn(address), { maxRedirects: 0 })
      expect([303, 307, 401, 403, 404, 405], `${method} ${address}`).toContain(answer.status())
      expect(await answer.text()).not.toMatch(/UPN|Surname/)
    }
})

test('every action asks who is there before anything else @desktop', () => {
  const actions = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'actions.ts',
  )
  expect(actions.length).toBeGreaterThan(3)
  for (const file of actions.filter(
    (name) => !/set-password|sign-out|^(answer|choose-time|prepare|record)\//.test(name),
  )) {
    const source = readFileSync(path.join('app', file), 'utf8')
    const exported = source.split(/\nexport async function /).slice(1)
    for (const action of exported)
      expect(action.slice(0, 700), `${file}: ${action.slice(0, 40)}`).toMatch(
        /await require(Actor|Staff|Parent|ParentOf)\(/,
      )
  }
  expect(existsSync('app/sign-in/page.tsx')).toBe(true)
})
