import { z } from 'zod'
import { numberedRows } from '@/lib/platform/rows.schema'
import {
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
  wholeNumber,
} from '@/lib/platform/text.schema'
import { isYearBeginning } from './rules'

/** How much a calendar and its texts may hold. */
export const LIMITS = { terms: 8, closures: 40, name: 60, short: 200, address: 500 } as const

const term = z.object({
  name: requiredText('what the term is called', LIMITS.name),
  firstDay: dateBoxes('the first day of the term'),
  lastDay: dateBoxes('the last day of the term'),
})

const closure = z.object({
  from: dateBoxes('the first closed day'),
  until: optionalDateBoxes('the last closed day'),
  reason: optionalText('reason', LIMITS.name).transform((reason) => reason ?? 'Closed'),
})

const withRow = <Answers extends object>(rows: readonly { row: string; answers: Answers }[]) =>
  rows.map(({ row, answers }) => ({ row, ...answers }))

/** The terms of one school year and the days in them on which school is closed. */
export const calendarForm = z.object({
  terms: numberedRows(term, LIMITS.terms).transform(withRow),
  closures: numberedRows(closure, LIMITS.closures).transform(withRow),
})

export type CalendarForm = z.output<typeof calendarForm>

const PHONE = /^[\d\s()+.-]{6,}( ?(x|ext\.?) ?\d{1,6})?$/i

const phone = (what: string) =>
  optionalText(what, 40).refine(
    (text) => text === null || PHONE.test(text),
    'Enter a phone number, like 01632 960 001 or +44 808 157 0192',
  )

const isWebAddress = (text: string) =>
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(text).success

const webAddress = (what: string) =>
  optionalText(what, LIMITS.address).refine(
    (text) => text === null || isWebAddress(text),
    'Enter a web address in full, like https://www.example.org',
  )

/** The months a school year can begin in. */
export const YEAR_MONTHS = ['08', '09'] as const

const yearBegins = z
  .object({
    day: wholeNumber('the day the school year begins', 1, 31),
    month: chooseOne(YEAR_MONTHS, 'the month the school year begins'),
  })
  .transform(({ day, month }, ctx): string => {
    const begins = `${month}-${String(day).padStart(2, '0')}`
    if (!isYearBeginning(begins))
      ctx.issues.push({
        code: 'custom',
        input: begins,
        path: ['day'],
        message: 'The school year must begin on a real date',
      })
    return begins
  })

/** What a school may set: what its plan is called, how long meetings are, where families find help (P143); counting is lib/counting. */
export const settingsForm = z.object({
  planName: requiredText('what the plan is called', LIMITS.name),
  meetingMinutes: wholeNumber('the minutes planned for a meeting', 5, 240),
  reminderDays: wholeNumber('how many days before a meeting', 0, 14),
  termSchoolDays: wholeNumber('how many school days a term has', 20, 110),
  yearBegins,
  officePhone: phone('phone number of the office'),
  adviceName: optionalText('name of the advice service', LIMITS.short),
  adviceUrl: webAddress('web address of the advice service'),
  advicePhone: phone('phone number of the advice service'),
  localOfferUrl: webAddress('web address of the Local Offer'),
})

export type SettingsForm = z.output<typeof settingsForm>
