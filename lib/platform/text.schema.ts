import { z } from 'zod'
import { type IsoDate, isoDateFromParts } from '@/lib/calendar/iso-date'

// The answers forms ask for, each with the messages GOV.UK gives for it. `what` is said as it
// stands in a sentence: requiredText('what the pupil said', 2000) asks "Enter what the pupil said".

// Postgres cannot keep a null byte, nor UTF-8 half of a surrogate pair.
const CANNOT_BE_STORED = /\0|\p{Cs}/u
const SOMETHING_TO_SEE = /[\p{L}\p{N}\p{P}\p{S}]/u

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A number as it is read: `2,000`. */
export const withCommas = (count: number) => count.toLocaleString('en-GB')

/** How long a text is to the person who typed it: an emoji is one, a new line is one. */
export const lengthOf = (text: string) => Array.from(text.replace(/\r\n?/g, '\n')).length

const tidy = (text: string) => {
  const tidied = text.replace(/\r\n?/g, '\n').trim()
  return SOMETHING_TO_SEE.test(tidied) || CANNOT_BE_STORED.test(tidied) ? tidied : ''
}

function textProblem(text: string, what: string, max: number): string | undefined {
  if (CANNOT_BE_STORED.test(text)) return 'Remove the character that cannot be stored'
  if (lengthOf(text) > max) return `${capital(what)} must be ${withCommas(max)} characters or less`
  return undefined
}

/** For a check across fields: made even when a field is wrong by itself, so that every problem is said at once. */
export const ALWAYS = { when: () => true }

const typed = (what: string) => z.string(`Enter ${what}`).default('')

/** An answer that must be given, in up to `max` characters; emoji and any script are kept as typed. */
export const requiredText = (what: string, max: number) =>
  typed(what).transform((raw, ctx) => {
    const text = tidy(raw)
    const problem = text === '' ? `Enter ${what}` : textProblem(text, what, max)
    if (problem) ctx.issues.push({ code: 'custom', input: raw, message: problem })
    return text
  })

/** An answer that may be left; `null` where it was. */
export const optionalText = (what: string, max: number) =>
  typed(what).transform((raw, ctx): string | null => {
    const text = tidy(raw)
    const problem = textProblem(text, what, max)
    if (problem) ctx.issues.push({ code: 'custom', input: raw, message: problem })
    return text === '' ? null : text
  })

const FIRST_YEAR = 1900
const LAST_YEAR = 2200
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const box = z.string().trim().default('')
const boxes = (what: string) =>
  z.object({ day: box, month: box, year: box }, `Enter ${what}`).default({ day: '', month: '', year: '' })

type Boxes = { day: string; month: string; year: string }

// "March" and "mar" are as good as 3.
const monthNumber = (month: string) =>
  /^[a-z]{3,9}$/i.test(month) ? String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1) : month

function dateProblem({ day, month, year }: Boxes, what: string): string {
  const missing = [day === '' && 'day', month === '' && 'month', year === '' && 'year'].filter(Boolean)
  if (missing.length > 0) return `${capital(what)} must include a ${missing.join(' and ')}`
  if (/^\d+$/.test(year) && !/^\d{4}$/.test(year)) return 'Year must include 4 numbers'
  if (/^\d{4}$/.test(year) && (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR))
    return `Year must be between ${FIRST_YEAR} and ${LAST_YEAR}`
  return `${capital(what)} must be a real date`
}

const isEmpty = ({ day, month, year }: Boxes) => day === '' && month === '' && year === ''

const toDay = ({ day, month, year }: Boxes) => isoDateFromParts(day, monthNumber(month), year)

/** Three boxes in, one calendar day out; the problem belongs to the three together. */
export const dateBoxes = (what: string) =>
  boxes(what).transform((given, ctx): IsoDate => {
    const day = toDay(given)
    if (day) return day
    const message = isEmpty(given) ? `Enter ${what}` : dateProblem(given, what)
    ctx.issues.push({ code: 'custom', input: given, message })
    return z.NEVER
  })

/** Three boxes that may be left empty; `null` where they were. */
export const optionalDateBoxes = (what: string) =>
  boxes(what).transform((given, ctx): IsoDate | null => {
    const day = toDay(given)
    if (day || isEmpty(given)) return day
    ctx.issues.push({ code: 'custom', input: given, message: dateProblem(given, what) })
    return z.NEVER
  })

/** One of the options, which must be chosen: "Select what happens next". */
export const chooseOne = <const Option extends string>(options: readonly Option[], what: string) =>
  z.enum(options, `Select ${what}`)

/** One of the options, or none: `null` where nothing, or the empty first line of a list, was chosen. */
export const optionalChoice = <const Option extends string>(options: readonly Option[], what: string) =>
  z
    .string(`Select ${what}`)
    .default('')
    .transform((given, ctx): Option | null => {
      const chosen = options.find((option) => option === given) ?? null
      if (!chosen && given !== '')
        ctx.issues.push({ code: 'custom', input: given, message: `Select ${what}` })
      return chosen
    })

/** Any number of the options, none among them, in the order they are offered. */
export const chooseAny = <const Option extends string>(options: readonly Option[], what: string) =>
  z
    .array(z.string(), `Select ${what}`)
    .default([])
    .transform((given, ctx): Option[] => {
      if (given.some((tick) => !options.some((option) => option === tick)))
        ctx.issues.push({ code: 'custom', input: given, message: `Select ${what}` })
      return options.filter((option) => given.includes(option))
    })

/** One or more of the options, in the order they are offered. */
export const chooseSome = <const Option extends string>(options: readonly Option[], what: string) =>
  chooseAny(options, what).refine((given) => given.length > 0, `Select ${what}`)

/** A single box to tick: true when it was. */
export const ticked = () =>
  z
    .string()
    .default('')
    .transform((given) => given !== '')

const WHOLE = /^\d{1,9}$/

function numberProblem(text: string, what: string, min: number, max: number): string | undefined {
  if (!WHOLE.test(text)) return `${capital(what)} must be a whole number`
  const count = Number(text)
  if (count < min || count > max)
    return `${capital(what)} must be between ${withCommas(min)} and ${withCommas(max)}`
  return undefined
}

// A person may write 1,200.
const digits = (raw: string) => raw.replace(/[\s,]/g, '')

/** A whole number that must be given, between the two. */
export const wholeNumber = (what: string, min: number, max: number) =>
  typed(what).transform((raw, ctx) => {
    const text = digits(raw)
    const problem = text === '' ? `Enter ${what}` : numberProblem(text, what, min, max)
    if (problem) ctx.issues.push({ code: 'custom', input: raw, message: problem })
    return Number(text)
  })

/** A whole number that may be left; `null` where it was. */
export const optionalWholeNumber = (what: string, min: number, max: number) =>
  typed(what).transform((raw, ctx): number | null => {
    const text = digits(raw)
    const problem = text === '' ? undefined : numberProblem(text, what, min, max)
    if (problem) ctx.issues.push({ code: 'custom', input: raw, message: problem })
    return text === '' ? null : Number(text)
  })
