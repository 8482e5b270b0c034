import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { answersFrom } from '@/lib/invitation/lines.reads'
import type { Answer } from '@/lib/invitation/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { grouped, type MeetingFilter, type MeetingGroups } from './list.rules'
import { listedMeetings } from './list.reads'
import { parentMeetingPolicy } from './policy'

export type MeetingsPage = MeetingGroups & {
  classNames: string[]
  yearName: string
  /** What the parents of each meeting to come have said so far. */
  answers: ReadonlyMap<string, readonly (Answer | null)[]>
}

/** The school's meetings: what waits for somebody, what is to come, what was. Teachers find those of their own pupils. */
export async function listMeetings(actor: Actor, filter: MeetingFilter, now: Date): Promise<MeetingsPage> {
  if (!parentMeetingPolicy.list(actor)) throw new NotFound('meetings')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const meetings = await listedMeetings(tx, calendar, today)
    const classNames = [...new Set(meetings.flatMap(({ className }) => className ?? []))].sort((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    )
    return {
      ...grouped(meetings, filter, { today, me: actor.membershipId }),
      classNames,
      yearName: calendar.yearName,
      answers: await answersFrom(tx, today),
    }
  })
}
