import { spawn } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { aDatabase, dropDatabase, withDatabase } from '@/tests/support/own-database'

// The demo on days as different as a year has: the first of it, the holidays, the middle, the end of it.
const made: string[] = []
afterAll(() => Promise.all(made.map(dropDatabase)))

async function seeDemo(day: string) {
  const { database, ownerUrl } = await aDatabase('template_migrated')
  made.push(database)
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/see-demo.ts', day],
    {
      env: {
        ...process.env,
        DATABASE_OWNER_URL: ownerUrl,
        DATABASE_URL: withDatabase(process.env.DATABASE_URL, database),
      },
    },
  )
  let said = ''
  let failed = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(failed)
  return JSON.parse(said) as {
    accounts: string[]
    oakfield: Record<string, unknown>
    seaview: Record<string, unknown>
  }
}

const ROLES = ['SENCO', 'Headteacher', 'Class teacher', 'Teaching assistant', 'Governor', 'Parent']

describe('the demo', () => {
  it.each(['2026-09-01', '2026-11-21', '2027-02-17', '2027-08-20'])(
    'shows on %s every state, stage and story',
    { timeout: 240_000 },
    async (day) => {
      const { accounts, oakfield, seaview } = await seeDemo(day)
      for (const school of ['Oakfield Primary', 'Seaview Academy'])
        expect(accounts).toEqual(expect.arrayContaining(ROLES.map((role) => `${school}: ${role}`)))
      expect(accounts).toContain('Oakfield Primary: Parent, separated')
      expect(seaview.states).toEqual(
        expect.arrayContaining(['at-risk', 'met', 'not-applicable', 'not-met', 'on-track', 'part-year-met']),
      )
      expect([...new Set([...(oakfield.stages as string[]), ...(seaview.stages as string[])])]).toEqual(
        expect.arrayContaining(['assess', 'plan', 'do', 'review']),
      )
      expect(oakfield).toMatchObject({ parentsWithAccount: 2, restricted: 1, concernsOpen: 2 })
      expect(oakfield.overdue).toBeGreaterThan(0)
      expect(oakfield.reviewsLate).toBeGreaterThan(0)
      expect([oakfield.withoutSchool, seaview.withoutSchool]).toEqual([[], []])
      expect(seaview.youngPeople).toBeGreaterThan(0)
    },
  )
})
