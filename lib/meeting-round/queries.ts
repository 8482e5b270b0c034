import 'server-only'
import { type IsoDate, schoolDay, weekdayDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { parentsOf } from './candidates.reads'
import { meetingRoundPolicy } from './policy'
import { type ProgressLine, progressOf } from './progress.reads'
import { type Figures, figuresOf } from './progress.rules'
import { type RoundPupilRow, type RoundRow, roundRow } from './reads'
import { familiesOf, type RoundState, timeAt } from './rules'
import { byDay, byTeacher, type Grouped, type TimetableLine, type UnplacedLine } from './view.rules'

export type RoundListed = {
  id: string
  name: string
  firstOn: IsoDate
  lastOn: IsoDate
  state: RoundState
  pupils: number
}

/** The rounds of a school, the latest first; a teacher counts those of their own pupils. */
export async function listRounds(actor: Actor): Promise<{ rounds: RoundListed[]; mayArrange: boolean }> {
  if (!meetingRoundPolicy.read(actor, actor)) throw new NotFound('meeting rounds')
  return asActor(actor, async (tx) => {
    const rows = await tx.meetingRound.findMany({
      select: {
        id: true,
        name: true,
        firstOn: true,
        lastOn: true,
        state: true,
        _count: { select: { pupils: { where: { takenOutAt: null } } } },
      },
      orderBy: [{ firstOn: 'desc' }, { id: 'desc' }],
      take: 50,
    })
    return {
      mayArrange: meetingRoundPolicy.arrange(actor, actor),
      rounds: rows.map(({ firstOn, lastOn, state, _count, ...row }) => ({
        ...row,
        firstOn: fromDateColumn(firstOn),
        lastOn: fromDateColumn(lastOn),
        state: state as RoundState,
        pupils: _count.pupils,
      })),
    }
  })
}

export type RoundPage = {
  round: Omit<RoundRow, 'pupils'>
  today: IsoDate
  mayArrange: boolean
  pupils: number
  behind: number
  placed: number
  locked: number
  byDay: Grouped[]
  byTeacher: Grouped[]
  unplaced: UnplacedLine[]
  /** How it goes since it was published. */
  progress: { lines: ProgressLine[]; figures: Figures } | null
}

/** A round with its timetable by day and by teacher, what has no place and why, and once published how it goes. */
export function getRound(actor: Actor, roundId: string, now: Date): Promise<RoundPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const { pupils, ...round } = await roundRow(tx, actor, roundId)
    const parents = await parentsOf(
      tx,
      pupils.map(({ pupilId }) => pupilId),
      { today, lastOn: round.lastOn },
    )
    const families = familiesOf(
      pupils.map(({ id, pupilId }) => ({
        id,
        parents: (parents.get(pupilId) ?? []).map(({ contactId }) => contactId),
      })),
    )
    const names = await staffNames(tx, pupils)
    const lines = pupils.flatMap((pupil) => lineOf(pupil, { round, pupils, families, names }))
    const progress =
      round.state === 'draft'
        ? null
        : await progressOf(tx, { round, pupils, today, schoolId: actor.schoolId })
    return {
      round,
      today,
      mayArrange: meetingRoundPolicy.arrange(actor, actor),
      pupils: pupils.length,
      behind: pupils.filter(({ isBehind }) => isBehind).length,
      placed: lines.length,
      locked: lines.filter(({ isLocked }) => isLocked).length,
      byDay: byDay(lines, weekdayDate),
      byTeacher: byTeacher(lines),
      unplaced: pupils
        .filter(({ day }) => day === null)
        .map(({ id, name, className, unplacedWhy, unplacedWhoId }) => ({
          ...{ id, name, className, why: unplacedWhy },
          who: unplacedWhoId === null ? null : (names.get(unplacedWhoId) ?? null),
        })),
      progress: progress && { lines: progress, figures: figuresOf(progress.map(({ stage }) => stage)) },
    }
  })
}

/** Names of everyone on the staff who has a part in these meetings; a teacher sees no colleague’s hours, but who leads. */
async function staffNames(tx: SchoolTx, pupils: readonly RoundPupilRow[]): Promise<Map<string, string>> {
  const ids = pupils.flatMap(({ leadId, placedLeadId, alsoThereId, unplacedWhoId }) =>
    [leadId, placedLeadId, alsoThereId, unplacedWhoId].flatMap((id) => id ?? []),
  )
  const rows = await tx.membership.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, familyName: true },
  })
  return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
}

type Around = {
  round: Omit<RoundRow, 'pupils'>
  pupils: readonly RoundPupilRow[]
  families: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
}

function lineOf(pupil: RoundPupilRow, { round, pupils, families, names }: Around): TimetableLine[] {
  const { id, pupilId, name, className, day, start, placedLeadId, isLocked, isBehind } = pupil
  if (day === null || start === null || placedLeadId === null) return []
  const kin = pupils.filter((other) => other.id !== id && families.get(other.id) === families.get(id))
  return [
    {
      ...{ id, pupilId, name, className, day, isLocked, isBehind },
      from: timeAt(start),
      until: timeAt(start + round.minutes),
      leadId: placedLeadId,
      lead: names.get(placedLeadId) ?? '',
      alsoThere: pupil.alsoThereId === null ? null : (names.get(pupil.alsoThereId) ?? null),
      room: round.rooms.find((room) => room.id === pupil.roomId)?.name ?? null,
      siblings: kin.map(({ givenName }) => givenName),
    },
  ]
}
