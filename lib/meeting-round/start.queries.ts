import 'server-only'
import { randomUUID } from 'node:crypto'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { plusSchoolDays } from '@/lib/calendar/school-days'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { roundCandidates } from './candidates.reads'
import { chosen } from './choosing.rules'
import { meetingRoundPolicy } from './policy'
import type { RoomLine } from './rules'

type Group = { value: string; count: number }

export type StartingPage = {
  behind: number
  needing: number
  all: number
  classes: Group[]
  years: Group[]
  firstOn: IsoDate
  lastOn: IsoDate
  minutes: number
  termName: string
  /** The rooms of the last round, to begin with. */
  rooms: RoomLine[]
  formKey: string
}

const DAYS = 10
const NOTICE = 5

/** What is needed to start a round: how many pupils are in each group, and ten school days from next week on. */
export async function getStarting(actor: Actor, now: Date): Promise<StartingPage> {
  if (!meetingRoundPolicy.arrange(actor, actor)) throw new NotAllowed('start a meeting round')
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const pupils = chosen(
      await roundCandidates(tx, calendar, today),
      { who: 'all', className: null, yearGroup: null },
      null,
    )
    const last = await tx.meetingRound.findFirst({
      orderBy: { createdAt: 'desc' },
      select: { rooms: { where: { isUsed: true }, orderBy: { position: 'asc' } } },
    })
    const { meetingMinutes } = await tx.school.findUniqueOrThrow({
      where: { id: actor.schoolId },
      select: { meetingMinutes: true },
    })
    const firstOn = plusSchoolDays(calendar, today, NOTICE) ?? today
    const term = calendar.terms.find(({ firstDay, lastDay }) => firstDay <= firstOn && firstOn <= lastDay)
    return {
      behind: pupils.filter(({ isBehind }) => isBehind).length,
      needing: pupils.filter(({ needsOne }) => needsOne).length,
      all: pupils.length,
      classes: counted(pupils.flatMap(({ className }) => className ?? [])),
      years: counted(pupils.flatMap(({ yearGroup }) => (yearGroup === null ? [] : String(yearGroup)))),
      firstOn,
      lastOn: plusSchoolDays(calendar, firstOn, DAYS - 1) ?? term?.lastDay ?? firstOn,
      minutes: meetingMinutes,
      termName: term?.name ?? '',
      rooms: (last?.rooms ?? []).map(({ name, building, seats }) => ({ name, building, seats })),
      formKey: randomUUID(),
    }
  })
}

function counted(values: readonly string[]): Group[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }))
}
