import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { oversightPolicy } from '@/lib/oversight/policy'
import { duePointsOf } from '@/lib/oversight/facts.rules'
import { needNames } from '@/lib/oversight/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { forecastPupils } from './reads'
import { forecastBurnUp, type ForecastPupil, headings } from './rules'
import { whatIfAsked } from './schema'
import { type WhatIf, whatIf, type WhatIfAnswer } from './what-if.rules'

/** The forecast of a school, with the pupils behind it. */
export type ForecastPage = {
  today: IsoDate
  yearName: string
  firstDay: IsoDate
  lastDay: IsoDate
  lastSchoolDay: IsoDate | null
  pupils: ForecastPupil[]
  needs: Record<string, string>
  headings: ReturnType<typeof headings>
  burnUp: ReturnType<typeof forecastBurnUp>
  /** The days that can be asked about: due points and the ends of terms still to come. */
  days: { on: IsoDate; isDue: boolean }[]
  asked: WhatIf | null
  answer: WhatIfAnswer | null
}

/** Where the year is heading, and what would come of meetings that are only thought of; for those who lead the school. */
export async function getForecast(
  actor: Actor,
  query: Record<string, string | string[] | undefined>,
  now: Date,
): Promise<ForecastPage> {
  if (!oversightPolicy.readByPupil(actor, actor)) throw new NotFound('forecast')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const pupils = await forecastPupils(tx, calendar, today)
    const { firstDay, lastDay } = calendar.year
    const asked = whatIfAsked(query, { today, lastDay })
    const due = duePointsOf(calendar)
    const ends = calendar.terms.map((term) => term.lastDay)
    return {
      today,
      yearName: calendar.yearName,
      firstDay,
      lastDay: ends.at(-1) ?? lastDay,
      lastSchoolDay: ends.at(-1) ?? null,
      pupils,
      needs: await needNames(tx),
      headings: headings(pupils, calendar.year),
      burnUp: forecastBurnUp(pupils, calendar, today),
      days: [...new Set([...due, ...ends])]
        .filter((on) => on >= today)
        .sort()
        .map((on) => ({ on, isDue: due.includes(on) })),
      asked,
      answer: asked && whatIf(pupils, asked),
    }
  })
}
