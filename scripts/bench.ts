// `npm run bench`: how long the register of 600 pupils with seven years of history takes, against a page of the same
// framework and session that reads one row, and against the same facts by one SQL statement; and the page and the timeline
// of a pupil with seven years behind them, Today and the sheet of a class, against the same floor. Each says how many
// statements it sends. JSON on the standard output, progress beside it. Not part of the tests: it says how fast this machine is as much as how fast the page is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { schoolDay } from '@/lib/calendar/iso-date'
import { boundsOf, schoolYearName, schoolYearOf } from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { serveApp } from './app-process'
import { median, statementsDuring, toTenth, type Visit, visitor } from './bench-measure'
import { classOf, makeLongStory } from './bench-pupil'
import { fillPlan } from './bench-plan'
import { timeRounds } from './bench-round'
import { FULL, makeBenchSchool } from './bench-school'
import { timeRegisterSql } from './bench-sql'
import { buildIfChanged } from './build'
import { deploy } from './db/deploy'
import { freePort } from './ports'
import { ensureDatabase } from './postgres/databases'
import { secretsIn } from './postgres/secrets'
import { startPostgres } from './postgres/server'

const WARMING = 25
const MEASURED = 60
// A full plan as a PDF, asked for as a SENCO would.
const PDF_WARMING = 3
const PDF_MEASURED = 15

const say = (what: string) => process.stderr.write(`${what}\n`)

async function bench() {
  say('Building')
  await buildIfChanged()
  const folder = mkdtempSync(path.join(tmpdir(), 'track-sen-support-bench-'))
  const secrets = secretsIn(folder)
  const settings = { shared_preload_libraries: 'pg_stat_statements' }
  const postgres = await startPostgres({
    folder: path.join(folder, 'postgres'),
    password: secrets.superuser,
    settings,
  })
  try {
    say(`Making a school of ${FULL.pupils} pupils and ${FULL.years} years`)
    const { web, owner, superuser } = await ensureDatabase(postgres, 'bench', secrets)
    await deploy({ ownerUrl: owner, webUrl: web })
    const now = new Date()
    const school = await makeBenchSchool(superuser, now)
    const pupilId = await makeLongStory(superuser, school, schoolDay(now))
    const port = await freePort()
    const app = await serveApp(port, {
      DATABASE_URL: web,
      NEXTAUTH_URL: `http://localhost:${port}`,
      NEXTAUTH_SECRET: secrets.session,
    })
    try {
      const token = { sub: school.sencoPersonId, sid: school.token }
      const cookie = `next-auth.session-token=${await encode({ token, secret: secrets.session })}`
      const visit = visitor(app.url, cookie)
      const base = `/schools/${school.slug}`
      const pages = {
        floor: `${base}/settings`,
        register: `${base}/sen-register`,
        pupil: `${base}/pupils/${pupilId}`,
        timeline: `${base}/pupils/${pupilId}/timeline`,
        today: base,
        classSheet: `${base}/classes/${await classOf(superuser, pupilId)}`,
      }
      type Page = keyof typeof pages
      const names = Object.keys(pages) as Page[]

      say('Measuring')
      const seen = Object.fromEntries(names.map((name): [string, Visit[]] => [name, []])) as Record<
        Page,
        Visit[]
      >
      for (let round = 0; round < WARMING + MEASURED; round++)
        for (const name of names) {
          const one = await visit(pages[name])
          if (round >= WARMING) seen[name].push(one)
        }
      const p50 = (name: Page) => median(seen[name].map(({ ms }) => ms))
      const figures = async (name: Page) => ({
        p50Ms: toTenth(p50(name)),
        floorP50Ms: toTenth(p50('floor')),
        ratio: Math.round((p50(name) / p50('floor')) * 100) / 100,
        bytes: seen[name].at(-1)?.bytes,
        statements: await statementsDuring(superuser, new URL(web).username, () => visit(pages[name])),
      })
      const pdf: number[] = []
      const copy = `${base}/pupils/${await fillPlan(superuser, school)}/plan/copy/staff.pdf`
      for (let round = 0; round < PDF_WARMING + PDF_MEASURED; round++) {
        const { ms } = await visit(copy)
        if (round >= PDF_WARMING) pdf.push(ms)
      }
      const today = schoolDay(now)
      const year = schoolYearOf(today)
      const calendar: SchoolYearCalendar = {
        ...standardYear(year),
        year: boundsOf(year),
        yearName: schoolYearName(year),
        settings: {
          ...DEFAULT_STANDING_SETTINGS,
          includeEhcPlan: true,
          includeNursery: true,
          yearBegins: '09-01',
        },
        isStandard: false,
        termSchoolDays: 75,
      }
      const asked = { calendar, today, runs: WARMING + MEASURED, pupils: FULL.pupils }
      const sql = (await timeRegisterSql(web, school, asked)).slice(WARMING)
      return {
        register: { ...(await figures('register')), sqlP50Ms: toTenth(median(sql)) },
        pupil: await figures('pupil'),
        timeline: await figures('timeline'),
        today: await figures('today'),
        classSheet: await figures('classSheet'),
        floor: await figures('floor'),
        pdf: { p50Ms: toTenth(median(pdf)) },
        meetingRound: timeRounds(),
      }
    } finally {
      await app.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(path.dirname(postgres.dataDirectory), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  process.stdout.write(`${JSON.stringify(await bench(), null, 2)}\n`)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
