// `npm run bench:meetings`: how long all standings against 6.65 take to work out anew, of 13,700 pupils in 109 schools with
// more than 100,000 meetings, and of one school of 600 with its query; each beside the same transactions without
// pupils. JSON on the standard output. It is a part of `npm run bench` too; alone it needs no built app.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { schoolDay } from '@/lib/calendar/iso-date'
import { closeDatabase } from '@/lib/platform/db'
import { FULL, makeBenchSchool } from './bench-school'
import { makeManySchools, timeAllStandings, timeOneSchool } from './bench-standings'
import { deploy } from './db/deploy'
import { ensureDatabase } from './postgres/databases'
import { secretsIn } from './postgres/secrets'
import { startPostgres } from './postgres/server'

const say = (what: string) => process.stderr.write(`${what}\n`)

async function bench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-sen-support-bench-'))
  const secrets = secretsIn(folder)
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), password: secrets.superuser })
  try {
    const { web, owner, superuser } = await ensureDatabase(postgres, 'bench', secrets)
    await deploy({ ownerUrl: owner, webUrl: web })
    Object.assign(process.env, {
      DATABASE_URL: web,
      NEXTAUTH_URL: 'http://localhost:3000',
      NEXTAUTH_SECRET: secrets.session,
    })
    const now = new Date()
    say('Making 109 schools')
    const schools = await makeManySchools(superuser, now)
    say(`Making a school of ${FULL.pupils} pupils and ${FULL.years} years`)
    const large = await makeBenchSchool(superuser, now)
    say('Measuring')
    const standings = await timeAllStandings(schools, schoolDay(now))
    return { standings, school: await timeOneSchool(large, schoolDay(now)) }
  } finally {
    await closeDatabase()
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
