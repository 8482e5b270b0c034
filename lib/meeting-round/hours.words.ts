import { timeOfDay } from '@/lib/calendar/iso-date'
import { timeAt } from './rules'
import type { Hours } from './timetable.rules'

/** When somebody is there, in a line: "Every day, 3:30pm to 6pm" or "4 of 10 days, between 9am and 6pm". */
export function hoursInWords(hours: readonly Hours[], days: number): string {
  if (hours.length === 0) return 'Away on all days'
  const from = Math.min(...hours.map((one) => one.from))
  const until = Math.max(...hours.map((one) => one.until))
  const isSame = hours.every((one) => one.from === from && one.until === until)
  const on = new Set(hours.map(({ day }) => day)).size
  const which = on === days ? 'Every day' : `${on} of ${days} days`
  const [begin, end] = [timeOfDay(timeAt(from)), timeOfDay(timeAt(until))]
  return isSame ? `${which}, ${begin} to ${end}` : `${which}, between ${begin} and ${end}`
}
