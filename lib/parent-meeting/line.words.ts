import { timeOfDay } from '@/lib/calendar/iso-date'
import type { NotCounted } from './counting.rules'
import type { MeetingLine, MeetingRow } from './line.rules'
import { purposeWords } from './record.words'
import { formatWords, meetingStatusWords, notCountedWords } from './words'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `Farah and Imran Khan` is not tried: names are joined as they are, `Farah Khan and Imran Khan`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join()
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** `3:30pm, library, by video`: when in the day, where and how. */
export const whenAndWhere = ({ at, place, format }: Pick<MeetingRow, 'at' | 'place' | 'format'>) =>
  [at === null ? null : timeOfDay(at), place, formatWords[format]].filter(Boolean).join(', ')

/** `in person, 40 minutes`: what follows the date of a meeting. */
export function howItWas({ status, format, purpose, actualMinutes, at }: MeetingRow): string {
  if (status === 'booked')
    return [at === null ? null : timeOfDay(at), formatWords[format]].filter(Boolean).join(', ')
  if (status !== 'held') return 'booked'
  const minutes =
    actualMinutes === null ? null : `${actualMinutes} ${actualMinutes === 1 ? 'minute' : 'minutes'}`
  const how = purpose === 'parents-evening' ? 'parents’ evening' : formatWords[format]
  return [how, minutes].filter(Boolean).join(', ')
}

/** `Farah Khan; led by Tom Whitfield. To agree the plan`: who was there, and what for. */
export function whoAndWhatFor(line: MeetingLine): string {
  const people = line.status === 'booked' ? line.invited : line.came
  const who = people.length > 0 ? listed(people.map(({ name }) => name)) : null
  const led = line.leader && `${line.status === 'booked' ? 'with' : 'led by'} ${line.leader}`
  const there = [who, led].filter(Boolean).join('; ')
  return [there && capital(there), purposeWords[line.purpose]].filter(Boolean).join('. ')
}

/** Why a meeting does not count, with who called it off: "Cancelled by the school: flu in the office". */
export function whyNot({ status, cancelledBy, reasonNotHeld, reason }: MeetingLine): string {
  if (status === 'held' || status === 'booked') return reason === null ? '' : notCountedWords[reason]
  const by = cancelledBy === null ? '' : ` by the ${cancelledBy === 'school' ? 'school' : 'parents'}`
  return `${meetingStatusWords[status]}${by}${reasonNotHeld ? `: ${reasonNotHeld}` : ''}`
}

const ON_PAPER: readonly NotCounted[] = [
  'not-in-scope',
  'not-sen-discussion',
  'not-led',
  'phone',
  'format',
  'another-year',
]

/** What would keep a booked meeting from counting as it stands; nothing where it would count once held. */
export const wouldNotCount = ({ reason }: Pick<MeetingLine, 'reason'>): string | null =>
  reason !== null && ON_PAPER.includes(reason) ? notCountedWords[reason] : null
