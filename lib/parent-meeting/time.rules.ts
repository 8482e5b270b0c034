import { timeOfDay } from '@/lib/calendar/iso-date'

const EARLIEST_WITHOUT_AM = 7
const LIKE = 'Enter a time, like 3:30pm or 15:30'

type Typed = { time: string | null; problem?: string }

/**
 * A time of day as people type it, `3:30pm`, `3.30 pm`, `1530`, `9am`, `midday`, on the clock of the school:
 * `15:30`. Half past three without am or pm is asked again, because nobody meets at night.
 */
export function timeTyped(typed: string): Typed {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '')
  if (text === '') return { time: null }
  if (text === 'midday' || text === 'noon') return { time: '12:00' }
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.]?([0-5]\d))?([ap]\.?m\.?)?$/.exec(text) ?? []
  if (hours === undefined) return { time: null, problem: LIKE }
  const hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return { time: null, problem: LIKE }
    return { time: clock((hour % 12) + (half.startsWith('p') ? 12 : 0), minutes) }
  }
  if (hour > 23) return { time: null, problem: LIKE }
  if (hour < EARLIEST_WITHOUT_AM)
    return { time: null, problem: `Say am or pm, like ${timeOfDay(clock((hour % 12) + 12, minutes))}` }
  return { time: clock(hour, minutes) }
}

const clock = (hour: number, minutes: string) => `${String(hour).padStart(2, '0')}:${minutes}`
