import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { answersFrom } from '@/lib/invitation/lines.reads'
import { listedMeetings } from '@/lib/parent-meeting/list.reads'
import { waitingFor } from '@/lib/parent-meeting/list.rules'
import type { SchoolTx } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { type Stage, stageOf } from './progress.rules'
import type { RoundPupilRow, RoundRow } from './reads'
import { timeAt } from './rules'

/** One meeting of a published round: how far it is, and where it stands now, which may not be where it was planned. */
export type ProgressLine = {
  readonly id: string
  readonly pupilId: string
  readonly meetingId: string | null
  readonly name: string
  readonly className: string | null
  readonly lead: string | null
  readonly on: IsoDate | null
  readonly at: string | null
  readonly stage: Stage
}

type Round = {
  round: Pick<RoundRow, 'way' | 'firstOn'>
  pupils: readonly RoundPupilRow[]
  today: IsoDate
  schoolId: string
}

/** How each meeting of a round goes; a fixed number of statements. */
export async function progressOf(
  tx: SchoolTx,
  { round, pupils, today, schoolId }: Round,
): Promise<ProgressLine[]> {
  const calendar = await schoolYearCalendar(tx, schoolId, round.firstOn)
  const meetings = new Map(
    (await listedMeetings(tx, calendar, today)).map((meeting) => [meeting.id, meeting]),
  )
  const answers = await answersFrom(tx, calendar.year.firstDay)
  return pupils
    .filter(({ day, meetingId }) => day !== null || meetingId !== null)
    .map(({ id, pupilId, meetingId, name, className, day, start }) => {
      const meeting = meetings.get(meetingId ?? '')
      const soFar = meeting && {
        status: meeting.status,
        waitsFor: waitingFor(meeting, today),
        answers: answers.get(meeting.id) ?? [],
      }
      return {
        ...{ id, pupilId, meetingId, name, className },
        lead: meeting?.leader ?? null,
        on: meeting?.on ?? day,
        at: meeting ? meeting.at : start === null ? null : timeAt(start),
        stage: stageOf(soFar ?? null, round.way === 'choose'),
      }
    })
}
