import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A rule that stops firing is not noticed by anyone. Each line below is a mistake that must be found.

const eslint = new ESLint()

/** The rules that a piece of code breaks, if it stood at this place. */
async function broken(place: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath: place })
  return result?.messages.map(({ ruleId, message }) => `${ruleId ?? 'parse'}: ${message}`) ?? []
}

// Type-aware rules read a file that is on the disk, so each snippet borrows the place of a real one.
const RULES = 'lib/calendar/iso-date.ts'
const ENVIRONMENT_READER = 'lib/platform/env.ts'
const CLOCK = 'lib/platform/clock.ts'
const TEST = 'lib/calendar/iso-date.test.ts'
const SCRIPT = 'scripts/steps.ts'

describe("the house's law", { timeout: 120_000 }, () => {
  it.each([
    ['reads the clock', 'export const today = () => new Date()\n', 'clock.now()'],
    ['reads the clock the short way', 'export const today = () => Date.now()\n', 'clock.now()'],
    [
      'reads a day in the zone of the machine',
      'export const day = (at: Date) => at.getDate()\n',
      'lib/calendar',
    ],
    [
      'writes a day in the zone of the machine',
      'export const day = (at: Date) => at.toLocaleDateString()\n',
      'lib/calendar',
    ],
    [
      'reads a setting past env.ts',
      'export const url = () => process.env.NEXTAUTH_URL\n',
      'lib/platform/env.ts',
    ],
    ['declares an enum', "export enum Stage { Assess = 'assess' }\n", 'union of string literals'],
    ['declares a class', 'export class Cycle { stage = 1 }\n', 'functions and plain values'],
    ['declares an interface', 'export interface Cycle { stage: string }\n', 'consistent-type-definitions'],
    ['exports a default', 'export default 1\n', 'Export by name'],
    ['makes a barrel', "export * from './school-year'\n", 'No barrels'],
    [
      'opens a server action',
      "'use server'\nexport const save = async () => Promise.resolve()\n",
      'public address',
    ],
    ['uses any', 'export const stage = (cycle: any): string => String(cycle)\n', 'no-explicit-any'],
    [
      'forgets to await',
      'const save = async () => Promise.resolve()\nexport const go = () => { save() }\n',
      'no-floating-promises',
    ],
    [
      'asserts an object into shape',
      'export const cycle = { stage: 1 } as { stage: number; due: string }\n',
      'consistent-type-assertions',
    ],
    [
      'forgets a case',
      "export const word = (stage: 'assess' | 'plan') => { switch (stage) { case 'assess': return 1 } }\n",
      'switch-exhaustiveness-check',
    ],
    ['leaves work for later', '// TODO: the other half\nexport const half = 1\n', 'no-warning-comments'],
    [
      'grows past two hundred lines',
      'export const line = 1\n'.replace('line', 'first') + lines(200),
      'max-lines',
    ],
  ])('finds a rule file that %s', async (_what, code, reason) => {
    expect((await broken(RULES, code)).join('\n')).toContain(reason)
  })

  it('lets the clock read the clock, and the reader of settings the settings', async () => {
    expect(await broken(CLOCK, 'export const now = () => new Date()\n')).toEqual([])
    expect(await broken(ENVIRONMENT_READER, 'export const url = () => process.env.NEXTAUTH_URL\n')).toEqual(
      [],
    )
  })

  it('lets tests and scripts name an instant of now, but not a day of this machine', async () => {
    const now = 'export const at = new Date()\n'
    const day = 'export const day = (at: Date) => at.getDate()\n'
    expect(await broken(TEST, now)).toEqual([])
    expect(await broken(SCRIPT, now)).toEqual([])
    expect((await broken(TEST, day)).join()).toContain('lib/calendar')
    expect((await broken(SCRIPT, day)).join()).toContain('lib/calendar')
  })

  it.each(['lib/audit/commands.ts', 'lib/person/queries.ts', 'lib/school/reads.ts'])(
    'keeps %s off the browser',
    async (place) => {
      expect((await broken(place, 'export const list = 1\n')).join()).toContain("import 'server-only'")
      expect(await broken(place, "import 'server-only'\n\nexport const list = 1\n")).toEqual([])
    },
  )
})

function lines(count: number) {
  return Array.from({ length: count }, (_, place) => `export const line${place} = ${place}\n`).join('')
}

describe('the rooms', () => {
  const folder = path.resolve('tests', 'rooms-')
  let house: string

  beforeAll(() => {
    house = mkdtempSync(folder)
    // The smallest house in which every forbidden look is taken once.
    const files = {
      'lib/cycle/rules.ts':
        "import { review } from '../review/rules'\nimport { z } from 'zod'\nexport const cycle = [review, z]\n",
      'lib/review/rules.ts': 'export const review = 1\n',
      'lib/review/words.ts': "import { step } from './step'\nexport const word = step\n",
      'lib/review/step.ts': "import { list } from './queries'\nexport const step = list\n",
      'lib/review/queries.ts': "import { db } from '../platform/db'\nexport const list = db\n",
      'lib/flag/stages.queries.ts':
        "import { list } from '../review/queries'\nimport { open } from 'pg'\nexport const flags = [list, open]\n",
      'lib/platform/db.ts': "import { Client } from 'pg'\nexport const db = Client\n",
      'lib/platform/log.ts': "import { review } from '../review/rules'\nexport const log = review\n",
      'lib/calendar/days.ts': "import { review } from '../review/rules'\nexport const days = review\n",
      'lib/pupil/rules.ts': "import { card } from '../../components/card'\nexport const pupil = card\n",
      'lib/school/rules.ts': "import { other } from './due.rules'\nexport const school = other\n",
      'lib/school/due.rules.ts': "import { school } from './rules'\nexport const other = school\n",
      'components/card.ts':
        "import { page } from '../app/page'\nimport { word } from '../lib/review/words'\nexport const card = [page, word]\n",
      'app/page.ts':
        "import { db } from '../lib/platform/db'\nimport { fake } from '../tests/fake'\nexport const page = [db, fake]\n",
      'tests/fake.ts': 'export const fake = 1\n',
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "." } }',
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
      writeFileSync(path.join(house, file), text)
    }
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  /** Each look that dependency-cruiser objects to, as `rule: from`. */
  function objections() {
    const cruise = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const words = [
      '--config',
      path.resolve('.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'app',
      'components',
      'lib',
    ]
    let report: string
    try {
      report = execFileSync(process.execPath, [cruise, ...words], {
        cwd: house,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } catch (error) {
      report = (error as { stdout: string }).stdout // it ends with the number of objections
    }
    const { summary } = JSON.parse(report) as {
      summary: { violations: { rule: { name: string }; from: string }[] }
    }
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  }

  it('objects to every look that is not allowed', () => {
    expect(new Set(objections())).toEqual(
      new Set([
        'no-circles: lib/school/due.rules.ts',
        'cycle-looks-down-the-story: lib/cycle/rules.ts',
        'rules-know-only-rules-and-the-calendar: lib/cycle/rules.ts',
        'rules-know-only-rules-and-the-calendar: lib/pupil/rules.ts',
        'pure-files-never-reach-the-server: lib/review/words.ts',
        'pure-files-never-reach-the-server: lib/pupil/rules.ts',
        'components-never-reach-the-database: components/card.ts',
        'components-know-no-routes: components/card.ts',
        'lib-knows-no-screens: lib/pupil/rules.ts',
        'platform-knows-no-noun: lib/platform/log.ts',
        'calendar-stands-alone: lib/calendar/days.ts',
        'only-db-opens-the-database: lib/flag/stages.queries.ts',
        'queries-never-ask-other-queries: lib/flag/stages.queries.ts',
        'pages-use-the-rooms-not-the-handle: app/page.ts',
        'the-app-never-imports-tests: app/page.ts',
      ]),
    )
  })
})
