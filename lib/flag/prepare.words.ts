import { daysBetween, type IsoDate, weekdayDate } from '@/lib/calendar/iso-date'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A meeting in the next school days of which nobody has said that it is prepared. */
export type TodayToPrepare = {
  readonly meetingId: string
  readonly pupilId: string
  readonly pupilName: string
  readonly className: string | null
  readonly on: IsoDate
  readonly points: number
  readonly views: number
}

/** What stands on Today while a meeting that is near is not prepared, with what is not there yet (6.67, 6.70). */
export function prepareFlag(meeting: TodayToPrepare, today: IsoDate): Flag {
  const { meetingId, pupilId, pupilName, className, on, points, views } = meeting
  const days = daysBetween(today, on)
  const missing = [
    views === 0 && 'the pupil has not been asked',
    points === 0 && 'nothing yet from the parents',
  ].filter(Boolean)
  return {
    kind: 'prepare',
    group: 'coming-up',
    ruleId: 'R23',
    weight: -days,
    pupilId,
    act: `Prepare ${pupilName}’s meeting`,
    path: addresses.prepare(pupilId, meetingId),
    who: whoWords([className], [weekdayDate(on), ...missing].join(', ')),
    since: days === 0 ? 'Today' : `In ${countOf(days, 'day')}`,
    source: 'Code 6.67, 6.70',
  }
}
