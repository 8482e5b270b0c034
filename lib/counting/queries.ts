import 'server-only'
import { instantOf } from '@/lib/calendar/instant'
import { type IsoDate, plusDays, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'
import { schoolYearName, schoolYearOf } from '@/lib/calendar/school-year'
import { MIDNIGHT_INSTANTS } from '@/lib/parent-meeting/example.rules'
import { meetingFacts } from '@/lib/parent-meeting/reads'
import type { MeetingRuleSet } from '@/lib/parent-meeting/rule-set.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolPolicy } from '@/lib/school/policy'
import { schoolYearCalendar } from '@/lib/school/reads'
import { countingPolicy } from './policy'
import { type Counting, type CountingEffect, effectOf } from './preview.rules'
import { countingHistory, type CountingLine, ruleSets } from './reads'
import type { CountingForm } from './schema'

/** How meetings are counted, for all of the staff: the Code's words, and what this school has set. */
export type HowCounted = {
  today: IsoDate
  yearName: string
  year: { firstDay: IsoDate; lastDay: IsoDate }
  rule: MeetingRuleSet
  counting: Counting
  /** The example about the turn of the year: each beginning on the school's own calendar and clock. */
  midnight: { at: string; day: IsoDate; clock: string; yearName: string }[]
  /** Codes there were before, or will be. */
  others: MeetingRuleSet[]
  maySet: boolean
}

/** How meetings are counted at this school this year (R21). */
export async function getHowCounted(actor: Actor, now: Date): Promise<HowCounted> {
  if (!countingPolicy.read(actor, actor)) throw new NotFound('how meetings are counted')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const { year, yearName, settings } = await schoolYearCalendar(tx, actor.schoolId, today)
    const { rule, ...counting } = settings
    const others = (await ruleSets(tx)).filter(({ from }) => from !== rule.from)
    const maySet = schoolPolicy.setUp(actor, actor)
    return { today, yearName, year, rule, counting, others, maySet, midnight: aroundMidnight() }
  })
}

/** The page on which a school sets how it counts: what holds, what was, and what other settings would do today. */
export type CountingPage = {
  today: IsoDate
  yearName: string
  nextYearFrom: IsoDate
  rule: MeetingRuleSet
  counting: Counting
  /** The number of the latest settings; 0 where the school has never set any. */
  number: number
  history: CountingLine[]
  preview: { asked: CountingForm; effect: CountingEffect } | null
}

/** What the school counts by, and the effect of what is asked on today's numbers before anything is saved (R21). */
export async function getCounting(
  actor: Actor,
  asked: CountingForm | null,
  now: Date,
): Promise<CountingPage> {
  if (!schoolPolicy.setUp(actor, actor)) throw new NotFound('how meetings are counted')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const history = await countingHistory(tx)
    const { rule, ...counting } = calendar.settings
    const everyone = asked ? [...(await meetingFacts(tx, null, calendar)).values()] : []
    return {
      today,
      yearName: calendar.yearName,
      nextYearFrom: plusDays(calendar.year.lastDay, 1),
      rule,
      counting,
      number: history[0]?.number ?? 0,
      history,
      preview: asked && { asked, effect: effectOf(everyone, calendar, settingsIn(asked), today) },
    }
  })
}

const aroundMidnight = () =>
  MIDNIGHT_INSTANTS.map((at) => {
    const began = instantOf(at)
    const day = schoolDay(began)
    return { at, day, clock: timeOfDay(schoolTime(began)), yearName: schoolYearName(schoolYearOf(day)) }
  })

const settingsIn = (asked: CountingForm): Counting => ({
  phoneCounts: asked.phoneCounts,
  proRata: asked.proRata,
  includeEhcPlan: asked.includeEhcPlan,
  includeNursery: asked.includeNursery,
  warnSchoolDays: asked.warnSchoolDays,
})
