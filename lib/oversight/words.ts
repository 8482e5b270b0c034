import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import { yearGroupWords } from '@/lib/pupil/rules'
import type { YearBurnUp } from './burn-up.rules'
import type { GovernorColumn } from './governor.rules'
import type { Figures } from './rules'
import type { Shown } from './suppress.rules'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** "187 pupils". */
export const pupilsWords = (count: number) => counted(count, 'pupil', 'pupils')

/** "11 days". */
export const daysWords = (count: number) => counted(count, 'day', 'days')

const meetingsWords = (count: number) => counted(count, 'meeting', 'meetings')

/** What would bring every pupil at risk back on track, by the end of this term; null where nobody is. */
export function backOnTrackWords({ meetingsShort }: Figures, termEnds: IsoDate | null): string | null {
  if (meetingsShort === 0) return null
  const by = termEnds ? ` by ${dayAndMonth(termEnds)}` : ''
  return meetingsShort === 1
    ? `If 1 more meeting is held${by}, everyone is on track again.`
    : `If ${meetingsShort} more meetings are held${by}, everyone is on track again.`
}

/** How the year stands beside the pace, in sentences under the picture (8.3). */
export function paceWords(figures: Figures, { booked, held, termEnds }: YearBurnUp): string {
  const { expectedByNow, meetingsShort, oneShort, states } = figures
  const soFar = held.at(-1)?.total ?? 0
  const behind = expectedByNow - soFar
  const more = booked ? booked.total - soFar : 0
  const ifHeld = more === 1 ? 'If the 1 that is booked is held' : `If the ${more} that are booked are held`
  const sentences = [
    behind > 0
      ? `${meetingsWords(behind)} behind the pace, over the whole school.`
      : 'The school as a whole keeps the pace.',
    booked && termEnds ? `${ifHeld}, ${booked.total} will be done by the end of term.` : null,
    meetingsShort > 0
      ? `${pupilsWords(states['at-risk'])} at risk ${states['at-risk'] === 1 ? 'is' : 'are'} short of ${meetingsWords(meetingsShort)}${states['at-risk'] === 1 ? '.' : `; ${oneShort} need only one.`}`
      : null,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** A year group as a line of a table; pupils whose year the school has not said have a line of their own. */
export const yearWords = (yearGroup: number | null) =>
  yearGroup === null ? 'No year group' : yearGroupWords(yearGroup)

/** A need by its name; pupils without one on record have a line of their own. */
export const needWords = (code: string | null, names: Readonly<Record<string, string>>) =>
  code === null ? 'None on record' : (names[code] ?? code)

/** What a governor reads in the place of a figure (1.13; 8.3). */
export const shownWords = (shown: Shown): string =>
  shown === 'few' ? 'fewer than 6' : shown === 'withheld' ? 'not shown' : String(shown)

/** The columns of the governor's table. */
export const governorColumnWords: Record<GovernorColumn, string> = {
  met: 'Met',
  'on-track': 'On track',
  'at-risk-or-not-met': 'At risk or not met',
  'part-year-or-none': 'Part-year met or not applicable',
}
