import 'server-only'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { aboutATerm, type TermCalendar } from '@/lib/calendar/school-days'
import {
  schoolYearBounds,
  schoolYearName,
  schoolYearOf,
  type SchoolYearBounds,
} from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import { type MeetingRuleSet, ruleSetOf } from '@/lib/parent-meeting/rule-set.rules'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, sql } from '@/lib/platform/gather'

/** What a school has set about counting meetings, as it holds on a day (domain.md 8.3). */
export type CountingSettings = {
  phoneCounts: boolean
  proRata: boolean
  warnSchoolDays: number
  includeEhcPlan: boolean
  includeNursery: boolean
}

/** What a school has set about 6.65 and its year, and what the Code asks in that year. */
export type SchoolSettings = CountingSettings & { rule: MeetingRuleSet; yearBegins: string }

/** A term with the name it has at school. */
export type NamedTerm = { name: string; firstDay: IsoDate; lastDay: IsoDate }

/** One school year as the rules take it: its bounds, terms and closed days, with the school's settings. */
export type SchoolYearCalendar = {
  year: SchoolYearBounds
  yearName: string
  terms: readonly NamedTerm[]
  closedDays: readonly IsoDate[]
  settings: SchoolSettings
  /** The school has not set its own terms for this year, so the usual English ones stand in. */
  isStandard: boolean
  /** About a term in school days: from the school's own terms, else what the school has set (P64, R26). */
  termSchoolDays: number
}

type Row = {
  counting: CountingSettings
  rules: MeetingRuleSet[]
  year_begins: string
  term_school_days: number
  first_day: IsoDate | null
  last_day: IsoDate | null
  terms: NamedTerm[] | null
  closed_days: IsoDate[] | null
}

// What a school counts on a day (k, else s) and what the Code says, for both ways of asking.
const COUNTING = sql`json_build_object('phoneCounts', COALESCE(k.phone_counts, s.phone_counts), 'proRata', COALESCE(k.pro_rata, s.pro_rata),
        'warnSchoolDays', COALESCE(k.warn_school_days, s.warn_school_days), 'includeEhcPlan', COALESCE(k.include_ehc_plan, s.include_ehc_plan),
        'includeNursery', COALESCE(k.include_nursery, true))`
const RULES = sql`(SELECT json_agg(json_build_object('from', r.from_on, 'source', r.source, 'paragraph', r.paragraph, 'words', r.words,
         'eachYear', r.each_year, 'formats', r.formats) ORDER BY r.from_on) FROM meeting_rule_sets r)`

/** The calendar, the school's settings and the Code's rule that hold on this day, in one statement. */
export async function schoolYearCalendar(
  tx: SchoolTx,
  schoolId: string,
  on: IsoDate,
): Promise<SchoolYearCalendar> {
  const [row] = await tx.$queryRaw<Row[]>`/* prepared: school-year-calendar */
    SELECT s.year_begins, s.term_school_days, ${COUNTING} AS counting, ${RULES} AS rules,
      y.first_day::text, y.last_day::text,
      (SELECT json_agg(json_build_object('name', t.name, 'firstDay', t.first_day, 'lastDay', t.last_day) ORDER BY t.first_day)
         FROM terms t WHERE t.school_id = y.school_id AND t.school_year_id = y.id) AS terms,
      (SELECT json_agg(c.day ORDER BY c.day) FROM closed_days c WHERE c.school_id = y.school_id AND c.school_year_id = y.id) AS closed_days
    FROM schools s
    LEFT JOIN school_years y ON y.school_id = s.id AND ${on}::date BETWEEN y.first_day AND y.last_day
    LEFT JOIN LATERAL (SELECT c.* FROM counting_settings c WHERE c.school_id = s.id AND c.from_on <= ${on}::date
      ORDER BY c.from_on DESC, c.number DESC LIMIT 1) k ON true
    WHERE s.id = ${schoolId}::uuid`
  if (!row) throw new Error(`school ${schoolId} is not there`)
  return calendarFrom(row, on)
}

function calendarFrom(row: Row, on: IsoDate): SchoolYearCalendar {
  const settingsOf = ({ firstDay }: SchoolYearBounds) => ({
    ...row.counting,
    rule: ruleSetOf(row.rules, firstDay),
    yearBegins: row.year_begins,
  })
  if (row.first_day && row.last_day && row.terms) {
    const year = { firstDay: row.first_day, lastDay: row.last_day }
    const own = { terms: row.terms, closedDays: row.closed_days ?? [] }
    return {
      year,
      yearName: schoolYearName(schoolYearOf(on, row.year_begins)),
      ...own,
      settings: settingsOf(year),
      isStandard: false,
      termSchoolDays: aboutATerm(own) || row.term_school_days,
    }
  }
  const starts = schoolYearOf(on, row.year_begins)
  const usual = standardYear(starts)
  const year = schoolYearBounds(on, row.year_begins)
  return {
    year,
    yearName: schoolYearName(starts),
    terms: usual.terms,
    closedDays: usual.closedDays,
    settings: settingsOf(year),
    isStandard: true,
    termSchoolDays: row.term_school_days,
  }
}

/** This school year, the one before, and the school days of both. */
export type TwoYears = { thisYear: SchoolYearCalendar; before: SchoolYearCalendar; since: TermCalendar }

/** The same two years for a page that asks for more in the same statement. */
export const twoYearsPart = (schoolId: string, on: IsoDate): Part<TwoYears> =>
  part<Row, TwoYears>(
    // A year is at most some days longer than a year, so the one before this one ended no longer ago than that.
    sql`
    SELECT s.year_begins, s.term_school_days, ${COUNTING} AS counting, ${RULES} AS rules, y.first_day, y.last_day,
      (SELECT json_agg(json_build_object('name', t.name, 'firstDay', t.first_day, 'lastDay', t.last_day) ORDER BY t.first_day)
         FROM terms t WHERE t.school_id = y.school_id AND t.school_year_id = y.id) AS terms,
      (SELECT json_agg(c.day ORDER BY c.day) FROM closed_days c WHERE c.school_id = y.school_id AND c.school_year_id = y.id) AS closed_days
    FROM schools s
    LEFT JOIN school_years y ON y.school_id = s.id AND y.first_day <= ${on}::date AND y.last_day >= ${on}::date - 400
    LEFT JOIN LATERAL (SELECT c.* FROM counting_settings c WHERE c.school_id = s.id AND c.from_on <= LEAST(y.last_day, ${on}::date)
      ORDER BY c.from_on DESC, c.number DESC LIMIT 1) k ON true
    WHERE s.id = ${schoolId}::uuid`,
    (rows) => {
      const thisYear = calendarFrom(yearOf(rows, schoolId, on), on)
      const lastYear = plusDays(thisYear.year.firstDay, -1)
      const before = calendarFrom(yearOf(rows, schoolId, lastYear), lastYear)
      return { thisYear, before, since: bothYears(before, thisYear) }
    },
  )

const NOT_SET = { first_day: null, last_day: null, terms: null, closed_days: null }

function yearOf(rows: readonly Row[], schoolId: string, on: IsoDate): Row {
  const [any] = rows
  if (!any) throw new Error(`school ${schoolId} is not there`)
  const own = rows.find((row) => row.first_day && row.last_day && row.first_day <= on && on <= row.last_day)
  return own ?? { ...any, ...NOT_SET }
}

const bothYears = (before: SchoolYearCalendar, thisYear: SchoolYearCalendar): TermCalendar => ({
  terms: [...before.terms, ...thisYear.terms],
  closedDays: [...before.closedDays, ...thisYear.closedDays],
  termSchoolDays: thisYear.termSchoolDays,
})

/** The school days of this school year and the one before: what waits may have begun before the summer (R02, R36). */
export async function withYearBefore(
  tx: SchoolTx,
  schoolId: string,
  thisYear: SchoolYearCalendar,
): Promise<TermCalendar> {
  return bothYears(await schoolYearCalendar(tx, schoolId, plusDays(thisYear.year.firstDay, -1)), thisYear)
}
