import { serveApp } from '@/scripts/app-process'
import { freePort } from '@/scripts/ports'
import { insert, newId } from '@/tests/factories/insert'
import { test as base } from './test'

type Member = { personId: string }
type Turn = (day: string, member: Member) => Promise<void>

const TERMS = [
  ['Autumn', '2025-09-03', '2025-12-19'],
  ['Spring', '2026-01-05', '2026-03-27'],
  ['Summer', '2026-04-13', '2026-07-21'],
] as const

/** A school year that is over, so that every day of it is past for Postgres too, whose own clock nobody stops. */
export async function theYearBefore(school: { id: string }): Promise<void> {
  const year = { school_id: school.id, id: newId(), first_day: '2025-09-01', last_day: '2026-08-31' }
  await insert('school_years', year)
  for (const [name, first_day, last_day] of TERMS)
    await insert('terms', {
      school_id: school.id,
      id: newId(),
      school_year_id: year.id,
      name,
      first_day,
      last_day,
    })
}

/**
 * The app on other days: `turn` closes it, opens it again on the same database with the clock at nine in the morning
 * of that day, and signs in who comes next.
 */
export const test = base.extend<{ turn: Turn }>({
  baseURL: async ({}, use) => {
    await use(`http://localhost:${await freePort()}`)
  },
  turn: async ({ baseURL: given, context, page, signIn }, use) => {
    const baseURL = given ?? ''
    const { DATABASE_URL = '', NEXTAUTH_SECRET = '' } = process.env
    let today = ''
    let stop = () => Promise.resolve()
    await use(async (day, member) => {
      const at = `${day}T09:00:00Z`
      if (day !== today) {
        // what a page says as it is left still reaches the app of the day before
        await page.goto('about:blank')
        await stop()
        const settings = { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL: baseURL, CLOCK: at, TZ: 'UTC' }
        ;({ stop } = await serveApp(Number(new URL(baseURL).port), settings))
        today = day
      }
      await context.clearCookies()
      await signIn(member, new Date(at))
    })
    await page.goto('about:blank')
    await stop()
  },
})

export { expect } from './test'
