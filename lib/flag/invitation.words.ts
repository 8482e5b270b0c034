import { dayAndMonth, daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { Answer } from '@/lib/invitation/rules'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** An invitation to a meeting to come that wants something of the school: its letter did not arrive, or its answer is not yes. */
export type TodayInvitation = {
  readonly meetingId: string
  readonly pupilId: string
  readonly pupilName: string
  readonly className: string | null
  readonly parent: string
  readonly on: IsoDate
  readonly answer: Answer | null
  readonly hasFailed: boolean
}

const ACTS = {
  failed: (name: string) => `Reach a parent about ${name}’s meeting: an email was not delivered`,
  no: (name: string) => `Find a time for ${name}’s meeting: a parent cannot come`,
  'another-time': (name: string) => `Find another time for ${name}’s meeting`,
}

/** What a parent's invitation asks of the school before the day of the meeting (6.65; 8.3, C12). */
export function invitationFlag(invitation: TodayInvitation, today: IsoDate): Flag | null {
  const { meetingId, pupilId, pupilName, className, parent, on, answer, hasFailed } = invitation
  const what = answer === 'no' || answer === 'another-time' ? answer : hasFailed ? 'failed' : null
  if (what === null) return null
  const days = daysBetween(today, on)
  return {
    kind: 'invitation',
    group: 'at-risk',
    ruleId: 'C12',
    weight: -days,
    pupilId,
    act: ACTS[what](pupilName),
    path: addresses.meeting(pupilId, meetingId),
    who: whoWords([className, parent], `Meeting on ${dayAndMonth(on)}`),
    since: days === 0 ? 'Today' : `In ${countOf(days, 'day')}`,
    source: 'Code 6.65',
  }
}
