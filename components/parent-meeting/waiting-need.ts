import type { Need } from '@/components/look/needs'
import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import { listed } from '@/lib/parent-meeting/line.words'
import type { ListedMeeting, Waiting } from '@/lib/parent-meeting/list.rules'

type Page = { base: string; today: IsoDate }

const by = (due: IsoDate | null, today: IsoDate) =>
  due === null ? '' : `${today > due ? 'Was due by' : 'Due by'} ${dayAndMonth(due)}`

/** What one meeting waits for, as a line that begins with a verb (6.71, R18 and R19). */
export function waitingNeed(meeting: ListedMeeting & { waitsFor: Waiting }, { base, today }: Page): Need {
  const { pupilName, className, leader, on, withoutCopy } = meeting
  const page = `${base}/pupils/${meeting.pupilId}/parent-meetings/${meeting.id}`
  const who = [className, leader && `with ${leader}`, `meeting of ${dayAndMonth(on)}`]
    .filter(Boolean)
    .join(', ')
  switch (meeting.waitsFor) {
    case 'held-or-not':
      return {
        href: page,
        act: `Say whether the meeting about ${pupilName} was held`,
        who,
        since: `Booked for ${dayAndMonth(on)}`,
        source: 'Code 6.65',
      }
    case 'record':
      return {
        href: `${page}/record`,
        act: `Write the record of the meeting about ${pupilName}`,
        who,
        since: by(meeting.recordDue, today),
        source: 'Code 6.71',
      }
    case 'sign':
      return {
        href: `${page}/read-back`,
        act: `Sign off the record of the meeting about ${pupilName}`,
        who,
        since: by(meeting.recordDue, today),
        source: 'Code 6.71',
      }
    case 'staff-or-mis':
      return {
        href: `${page}/copies`,
        act: `Say that staff have the record about ${pupilName} and the MIS is updated`,
        who,
        since: by(meeting.copyDue, today),
        source: 'Code 6.71',
      }
    case 'copy':
      return {
        href: `${page}/copies`,
        act: `Give a copy of the record about ${pupilName} to ${listed(withoutCopy)}`,
        who,
        since: by(meeting.copyDue, today),
        source: 'Code 6.71',
      }
  }
}
