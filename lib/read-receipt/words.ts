import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import type { ReaderLine, ReadingWait } from './rules'

const days = (count: number) => `${count} school ${count === 1 ? 'day' : 'days'}`

/** "3 of 5 have read it". */
export function coverageWords(readers: readonly { readonly wait: ReadingWait }[]): string {
  const read = readers.filter(({ wait }) => wait.isRead).length
  if (readers.length === 0) return 'Nobody teaches or supports this pupil yet'
  return read === readers.length
    ? `All ${readers.length} have read it`
    : `${read} of ${readers.length} ${readers.length === 1 ? 'has' : 'have'} read it`
}

/** Where one reader stands: "Read on 3 November", "Not yet, asked on 3 November, 6 school days ago". */
export function readerWords({ readOn, wait }: Pick<ReaderLine, 'readOn' | 'wait'>): string {
  if (readOn !== null) return `Read on ${dayAndMonth(readOn)}`
  return wait.schoolDays === 0
    ? `Not yet, asked on ${dayAndMonth(wait.since)}`
    : `Not yet, asked on ${dayAndMonth(wait.since)}, ${days(wait.schoolDays)} ago`
}

/** Which version, and since when: "Version 2, published on 3 November 2026". */
export const versionWords = ({
  number,
  publishedOn,
}: {
  number: number
  publishedOn: Parameters<typeof longDate>[0]
}) => `Version ${number}, published on ${longDate(publishedOn)}`
