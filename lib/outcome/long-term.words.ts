import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Life, Wish } from './long-term.rules'

/** What each time in the life of a long-term outcome is called. */
export const lifeWords: Record<Life, string> = {
  proposed: 'Proposed',
  active: 'Active',
  achieved: 'Achieved',
  stopped: 'Stopped',
}

/** The same as something one does next. */
export const stepWords: Record<Life, string> = {
  proposed: 'Propose it',
  active: 'Work towards it: from then on the parents can read it',
  achieved: 'It is achieved',
  stopped: 'Stop it',
}

/** Whose wish it is, as it is ticked. */
export const wishWords = (wish: Wish, givenName: string): string =>
  ({ pupil: `${givenName}’s own`, parent: 'The parents’', school: 'The school’s' })[wish]

/** The same for the family. */
export const wishForFamily = (wish: Wish, givenName: string): string =>
  ({
    pupil: `This is ${givenName}’s own wish.`,
    parent: 'This is a parent’s wish.',
    school: 'This is what the school hopes for.',
  })[wish]

/** "Active since 3 September 2026, to be reached by 21 July 2027". */
export const lifeSentence = ({ status, from, by }: { status: Life; from: IsoDate; by: IsoDate | null }) =>
  status === 'proposed' || status === 'active'
    ? `${lifeWords[status]} since ${longDate(from)}${by ? `, to be reached by ${longDate(by)}` : ''}`
    : `${lifeWords[status]} on ${longDate(from)}`
