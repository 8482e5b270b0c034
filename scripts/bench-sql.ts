import { Client } from 'pg'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { registerLines } from '@/lib/sen-register/reads'
import type { BenchSchool } from './bench-school'

type Statement = { text: string; values: unknown[] }

/** The statement that the register's page sends, taken from the page's own code. */
async function registerStatement(calendar: SchoolYearCalendar, today: IsoDate): Promise<Statement> {
  let sent: Statement = { text: '', values: [] }
  const listen = (texts: readonly string[], ...values: unknown[]) => {
    sent = { text: texts.reduce((text, next, place) => `${text}$${place}${next}`), values }
    return Promise.resolve([])
  }
  await registerLines({ $queryRaw: listen } as unknown as SchoolTx, calendar, today)
  return sent
}

/** How long Postgres and the wire take for the facts of the register, without the app: one time for each run. */
export async function timeRegisterSql(
  webUrl: string,
  { id, sencoMembershipId }: BenchSchool,
  asked: { calendar: SchoolYearCalendar; today: IsoDate; runs: number; pupils: number },
): Promise<number[]> {
  const statement = await registerStatement(asked.calendar, asked.today)
  const db = new Client({ connectionString: webUrl, options: '-c timezone=UTC' })
  await db.connect()
  const times: number[] = []
  try {
    await db.query('BEGIN')
    await db.query(
      "SELECT set_config('app.school_id', $1, true), set_config('app.membership_id', $2, true)",
      [id, sencoMembershipId],
    )
    for (let run = 0; run < asked.runs; run++) {
      const began = performance.now()
      const { rowCount } = await db.query({ name: 'register-lines', ...statement })
      times.push(performance.now() - began)
      if (rowCount !== asked.pupils)
        throw new Error(`The statement found ${rowCount} pupils of ${asked.pupils}`)
    }
    await db.query('COMMIT')
  } finally {
    await db.end()
  }
  return times
}
