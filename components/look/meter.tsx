import type { ReactNode } from 'react'
import { MEETINGS_EACH_YEAR } from '@/lib/parent-meeting/rules'
import { meetingsHeldWords } from '@/lib/parent-meeting/words'
import { marksOf, type MeterCounts, meterSymbol } from './marks'

type Props = MeterCounts & { large?: boolean; children?: ReactNode }

/** Three marks and "2 of 3" beside them (6.65); always plum, because the tag carries the judgement. */
export function Meter({ large = false, children, ...counts }: Props) {
  const marks = marksOf(counts)
  const booked = marks.filter((mark) => mark === 'booked').length
  return (
    <span className={large ? 'meter meter--large' : 'meter'}>
      {/* The sheet of drawings knows the three of today’s Code; another number stands in words alone. */}
      {marks.length === MEETINGS_EACH_YEAR && (
        <svg className="marks" viewBox="0 0 62 16" aria-hidden="true">
          <use href={`#${meterSymbol(marks)}`} />
        </svg>
      )}
      {meetingsHeldWords(counts)}
      {children}
      {booked > 0 && <span className="govuk-visually-hidden">, {booked} booked</span>}
    </span>
  )
}
