import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import {
  boundsOf,
  type SchoolYear,
  type SchoolYearBounds,
  schoolYearName,
  schoolYearOf,
} from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import { pacedYear } from '@/lib/parent-meeting/pace.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolPolicy } from './policy'
import { type NamedTerm, type SchoolSettings, schoolYearCalendar } from './reads'
import { closuresOf } from './rules'
import { mayKeepYear, type StoredYear, storedYear, storedYears } from './years.reads'

/** A term with its school days, and the day by which its meeting is due. */
export type TermLine = {
  name: string
  firstDay: IsoDate
  lastDay: IsoDate
  schoolDays: number
  dueOn: IsoDate | null
}

/** One school year on the page of the calendar. */
export type CalendarYear = {
  year: SchoolYear
  name: string
  /** 0 where the school has not set it, and the usual English year stands in. */
  version: number
  isCurrent: boolean
  bounds: SchoolYearBounds
  terms: TermLine[]
  closures: { from: IsoDate; until: IsoDate; reason: string }[]
  schoolDays: number
}

export type CalendarPage = { years: CalendarYear[]; warnSchoolDays: number; maySetUp: boolean }

/** When a year begins here, and how many school days before the end of a term its meeting is due, as it is today. */
const settingsOf = async (tx: SchoolTx, { schoolId }: Actor, today: IsoDate) =>
  (await schoolYearCalendar(tx, schoolId, today)).settings

type Settings = Pick<SchoolSettings, 'yearBegins' | 'warnSchoolDays'>

/** The school's years, this one first and then the latest: those it has set, and the next in any case. */
export async function getCalendar(actor: Actor, now: Date): Promise<CalendarPage> {
  if (!schoolPolicy.readCalendar(actor, actor)) throw new NotFound('calendar')
  return asActor(actor, async (tx) => {
    const settings = await settingsOf(tx, actor, schoolDay(now))
    const stored = await storedYears(tx)
    const current = schoolYearOf(schoolDay(now), settings.yearBegins)
    const asked = new Set([current + 1, current, ...stored.map(({ year }) => year)] as SchoolYear[])
    const years = [...asked].sort((a, b) => (a === current ? -1 : b === current ? 1 : b - a))
    return {
      years: years.map((year) =>
        calendarYear(
          year,
          stored.find((one) => one.year === year),
          settings,
          current,
        ),
      ),
      warnSchoolDays: settings.warnSchoolDays,
      maySetUp: schoolPolicy.setUp(actor, actor),
    }
  })
}

/** One year as it is changed: as the school has set it, or the usual one as a start. */
export async function getCalendarToChange(actor: Actor, year: SchoolYear, now: Date): Promise<CalendarYear> {
  const today = schoolDay(now)
  if (!schoolPolicy.setUp(actor, actor) || !mayKeepYear(year, today))
    throw new NotFound(`school year ${year}`)
  return asActor(actor, async (tx) => {
    const settings = await settingsOf(tx, actor, today)
    const stored = await storedYear(tx, year)
    return calendarYear(year, stored ?? undefined, settings, schoolYearOf(today, settings.yearBegins))
  })
}

function calendarYear(
  year: SchoolYear,
  stored: StoredYear | undefined,
  { yearBegins, warnSchoolDays }: Settings,
  current: SchoolYear,
): CalendarYear {
  const usual = standardYear(year)
  const terms: readonly NamedTerm[] = stored?.terms ?? usual.terms
  const closed =
    stored?.closedDays ?? usual.closures.map(({ day, reason }) => ({ day, reason: capital(reason) }))
  const bounds = stored ? { firstDay: stored.firstDay, lastDay: stored.lastDay } : boundsOf(year, yearBegins)
  const paced = pacedYear({ year: bounds, terms, closedDays: closed.map(({ day }) => day), warnSchoolDays })
  return {
    year,
    name: schoolYearName(year),
    version: stored?.version ?? 0,
    isCurrent: year === current,
    bounds,
    terms: terms.map((term) => {
      const days = paced.terms.find(
        ({ days: [first] }) => first && first >= term.firstDay && first <= term.lastDay,
      )
      return { ...term, schoolDays: days?.days.length ?? 0, dueOn: days?.dueOn ?? null }
    }),
    closures: closuresOf(closed),
    schoolDays: paced.days.length,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export type SettingsPage = {
  version: number
  planName: string
  meetingMinutes: number
  reminderDays: number
  termSchoolDays: number
  yearBegins: string
  officePhone: string | null
  adviceName: string | null
  adviceUrl: string | null
  advicePhone: string | null
  localOfferUrl: string | null
  /** About a term by the school's own dates of this year; null where they are not set. */
  ownTerm: number | null
}

/** What the school has set, for those who may set it. */
export async function getSettings(actor: Actor, now: Date): Promise<SettingsPage> {
  if (!schoolPolicy.setUp(actor, actor)) throw new NotFound('settings')
  return asActor(actor, async (tx) => {
    const settings = await tx.school.findUniqueOrThrow({
      where: { id: actor.schoolId },
      select: {
        version: true,
        planName: true,
        meetingMinutes: true,
        reminderDays: true,
        termSchoolDays: true,
        yearBegins: true,
        officePhone: true,
        adviceName: true,
        adviceUrl: true,
        advicePhone: true,
        localOfferUrl: true,
      },
    })
    const calendar = await schoolYearCalendar(tx, actor.schoolId, schoolDay(now))
    return { ...settings, ownTerm: calendar.isStandard ? null : calendar.termSchoolDays }
  })
}
