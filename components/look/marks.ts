import { MEETINGS_EACH_YEAR } from '@/lib/parent-meeting/rules'

/** One of the three marks: held and counts, booked, to come, or not asked of this pupil this year. */
export type Mark = 'held' | 'booked' | 'open' | 'not-needed'

export type MeterCounts = {
  held: number
  booked?: number | undefined
  required?: number | undefined
  /** What the rule of the year asks of a full year; three, as the Code stands. */
  eachYear?: number | undefined
}

/** The three marks of a pupil's year, from the left: held, then booked, then what is still to come (6.65). */
export function marksOf({
  held,
  booked = 0,
  eachYear = MEETINGS_EACH_YEAR,
  required = eachYear,
}: MeterCounts): Mark[] {
  return Array.from({ length: eachYear }, (_, place): Mark => {
    if (place < held) return 'held'
    if (place < held + booked) return 'booked'
    return place < required ? 'open' : 'not-needed'
  })
}

/** The name of the drawing of these three marks on the icon sheet: each is drawn once a page, however many rows. */
export const meterSymbol = (marks: readonly Mark[]) => `meter-${marks.map((mark) => mark.charAt(0)).join('')}`

const ORDER: readonly Mark[] = ['held', 'booked', 'open', 'not-needed']

/** Every row of three marks there can be: marks only ever follow one another in this order. */
export const everyMeter: readonly (readonly Mark[])[] = ORDER.flatMap((first, from) =>
  ORDER.slice(from).flatMap((second) =>
    ORDER.slice(ORDER.indexOf(second)).map((third) => [first, second, third]),
  ),
)
