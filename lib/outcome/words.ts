import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Progress } from './rules'

/** How far an outcome has come, said kindly and without a judgement on the pupil. */
export const progressWords: Record<Progress['state'], string> = {
  reached: 'Reached',
  'getting-there': 'Getting there',
  'at-the-start': 'Not yet past the start',
}

const COUNTED =
  /^(books|days|instructions|lessons|letters|lines|minutes|pages|points|questions|sentences|sessions|sounds|steps|times|turns|words)\b/i

/** Of one: "1 time a week", for what schools count most; any other unit stays as it was written. */
const ofOne = (unit: string) => unit.replace(COUNTED, (many) => many.slice(0, -1))

/** A measure with its unit: "31 words", "1 word"; the unit is not said twice. */
export const withUnit = (value: string, unit: string | null) =>
  unit === null || value.toLowerCase().includes(unit.toLowerCase())
    ? value
    : `${value} ${value.trim() === '1' ? ofOne(unit) : unit}`

/** Which cycle an outcome belongs to, under the title of its page. */
export const outcomeLead = ({ number, reviewDue }: { number: number; reviewDue: IsoDate | null }) =>
  reviewDue === null
    ? `Cycle ${number}. No review date yet`
    : `Cycle ${number}. Review on ${longDate(reviewDue)}`

/** When an outcome should be reached, beside its date. */
export const byHint = (reviewDue: IsoDate | null) =>
  reviewDue === null ? 'Best on or before the review' : `On or before the review, ${longDate(reviewDue)}`
