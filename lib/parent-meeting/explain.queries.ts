import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { offersTo } from '@/lib/invitation/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { schoolYearCalendar } from '@/lib/school/reads'
import { explainedMeter, type ExplainedMeter } from './explain.words'
import { standingInput } from './facts.rules'
import { dueDays, lastDayOf } from './last-day.rules'
import type { PupilMeetings } from './line.rules'
import { meetingRows } from './lines.reads'
import { parentMeetingPolicy } from './policy'
import { factsOf, meetingsOf } from './reads'

export type ExplainedPage = {
  pupil: PupilHeader
  yearName: string
  meetings: PupilMeetings
  explained: ExplainedMeter
  mayArrange: boolean
}

/** How one pupil's meetings are counted, in sentences: the marks, what does not count and why, what must happen (R21). */
export function getExplained(actor: Actor, pupilId: string, now: Date): Promise<ExplainedPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/explained', today, now })
    const calendar = await schoolYearCalendar(tx, pupil.schoolId, today)
    const facts = await factsOf(tx, pupilId, calendar)
    const meetings = meetingsOf(facts, await meetingRows(tx, pupilId, calendar, today), calendar, today)
    const input = standingInput(facts, calendar, today)
    return {
      pupil,
      yearName: calendar.yearName,
      meetings: { ...meetings, offers: await offersTo(tx, pupilId, calendar.year) },
      explained: explainedMeter({ meetings, due: dueDays(input), last: lastDayOf(input), today }),
      mayArrange: parentMeetingPolicy.record(actor, { schoolId: pupil.schoolId, pupilId }),
    }
  })
}
