import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import { daysWords, pupilsWords } from '@/lib/oversight/words'
import type { ForecastPupil } from './rules'
import type { WhatIfAnswer } from './what-if.rules'

const meetingsWords = (count: number) => `${count} ${count === 1 ? 'meeting' : 'meetings'}`

const remain = (count: number) =>
  count === 0 ? 'nobody remains below' : `${pupilsWords(count)} ${count === 1 ? 'remains' : 'remain'} below`

/** "If you hold these 12 by 7 July, 4 pupils remain below." */
export function answerWords({ asked, meetings, remaining }: WhatIfAnswer): string {
  const by = dayAndMonth(asked.by)
  const booked = asked.withBooked ? 'what is booked' : ''
  if (meetings === 0 && !asked.withBooked)
    return `If nothing more is held by ${by}, ${remain(remaining.length)}.`
  if (meetings === 0) return `If ${booked} is held by ${by}, ${remain(remaining.length)}.`
  const these = meetings === 1 ? 'this one' : `these ${meetings}`
  return `If you hold ${these}${booked ? ` and ${booked}` : ''} by ${by}, ${remain(remaining.length)}.`
}

/** What the answer rests on: for how many pupils, what it would be without, and what does not fit. */
export function groundsWords({
  asked,
  pupils,
  meetings,
  tooLate,
  remaining,
  remainedWithout,
}: WhatIfAnswer): string[] {
  const sentences = [
    pupils === 0
      ? 'No pupil is chosen.'
      : `${meetingsWords(meetings)} for ${pupilsWords(pupils)}, each on a school day of its own.`,
  ]
  if (remainedWithout !== remaining.length) sentences.push(`Without them it would be ${remainedWithout}.`)
  if (tooLate > 0)
    sentences.push(
      `For ${pupilsWords(tooLate)} there are too few school days up to ${dayAndMonth(asked.by)}, so not all of theirs fit.`,
    )
  sentences.push('Below means at risk or not met on the day after.')
  return sentences
}

/** `127 days, since 9 November 2026`; for a pupil nobody has met, since they came onto the register. */
export function gapWords(gap: NonNullable<ForecastPupil['gap']>): string {
  return gap.everMet
    ? `${daysWords(gap.days)}, since ${longDate(gap.since)}`
    : `Never met; on the register for ${daysWords(gap.days)}`
}

/** Until when a pupil can still be met: `2 more, by 20 July`. */
export function lastDayWords({ last, standing }: Pick<ForecastPupil, 'last' | 'standing'>): string {
  if (standing.state === 'not-met') return 'Too late for this year’s number'
  if (last.needed === 0) return 'None needed'
  return last.by ? `${last.needed} more, begun by ${dayAndMonth(last.by)}` : `${last.needed} more`
}
