import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { daysOf } from './plan.reads'
import { roundToArrange, type RoundRow } from './reads'
import { sameHours } from './rules'
import type { AllHoursForm, ConstraintsForm, HoursForm, RoomsForm } from './schema'

/** Said where a round is published: what it keeps to is no longer planned, each meeting is moved by itself. */
export const PUBLISHED = refuse(
  'form',
  'This round is published, so its plan no longer changes. Move a meeting on its own page',
)

type RoundAct =
  | 'meeting-round.hours-set'
  | 'meeting-round.rooms-set'
  | 'meeting-round.constraints-set'
  | 'meeting-round.proposed'
  | 'meeting-round.pupil-changed'
  | 'meeting-round.pupil-placed'
  | 'meeting-round.pupil-taken-out'
  | 'meeting-round.published'

type Changing = { roundId: string; version: number; action: RoundAct; now: Date }

/** Does one thing to a round that is still planned, under the version the form was opened with, and keeps the trace. */
export function changeRound(
  actor: Actor,
  { roundId, version, action, now }: Changing,
  work: (tx: SchoolTx, round: RoundRow) => Promise<Outcome<Record<string, string | number | boolean>>>,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const round = await roundToArrange(tx, actor, roundId)
    if (round.state !== 'draft') return PUBLISHED
    if (round.version !== version) throw new ChangedElsewhere(`meeting round ${roundId}`)
    // What refuses does so before it writes; of two who come at once, the second is undone as a whole.
    const done = await work(tx, round)
    if (!done.ok) return done
    const taken = await tx.meetingRound.updateMany({
      where: { id: roundId, version },
      data: { version: { increment: 1 } },
    })
    if (taken.count === 0) throw new ChangedElsewhere(`meeting round ${roundId}`)
    await audit(tx, actor, { action, subjectId: roundId, details: done.value }, now)
    return { ok: true, value: null }
  })
}

/** Gives everybody in the round the same hours on each of its days. */
export const setAllHours = (
  actor: Actor,
  { roundId, version }: { roundId: string; version: number },
  form: AllHoursForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.hours-set', now }, async (tx, round) => {
    const hours = sameHours(await daysOf(tx, round), form.from, form.until)
    await tx.meetingRoundStaff.updateMany({ where: { roundId }, data: { hours, version: { increment: 1 } } })
    return { ok: true, value: { people: round.staff.length } }
  })

/** Sets when one person is there; a day that is left out is a day away. */
export const setHours = (
  actor: Actor,
  { roundId, membershipId, version }: { roundId: string; membershipId: string; version: number },
  form: HoursForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.hours-set', now }, async (tx, round) => {
    if (!isId(membershipId) || !round.staff.some(({ id }) => id === membershipId))
      throw new NotFound(`hours of ${membershipId} in round ${roundId}`)
    const days = await daysOf(tx, round)
    const hours = days.flatMap((day: IsoDate) => {
      const { from = null, until = null } = form.days[day] ?? {}
      return from === null || until === null ? [] : [{ day, from, until }]
    })
    await tx.meetingRoundStaff.updateMany({
      where: { roundId, membershipId },
      data: { hours, version: { increment: 1 } },
    })
    return { ok: true, value: { people: 1, days: hours.length } }
  })

/** Sets the rooms that can be used; one that is left out stays for what was placed in it, until a timetable is proposed again. */
export const setRooms = (
  actor: Actor,
  { roundId, version }: { roundId: string; version: number },
  form: RoomsForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.rooms-set', now }, async (tx, round) => {
    const lower = (name: string) => name.toLowerCase()
    const known = new Map(round.rooms.map((room) => [lower(room.name), room.id]))
    const named = new Set(form.rooms.map(({ name }) => lower(name)))
    const gone = round.rooms.filter(({ name }) => !named.has(lower(name))).map(({ id }) => id)
    await tx.meetingRoundRoom.updateMany({ where: { id: { in: gone } }, data: { isUsed: false } })
    for (const [position, { name, building, seats }] of form.rooms.entries()) {
      const id = known.get(lower(name))
      const as = { building, seats, position, isUsed: true }
      if (id) await tx.meetingRoundRoom.updateMany({ where: { id }, data: as })
      else
        await tx.meetingRoundRoom.create({
          data: { schoolId: actor.schoolId, id: v7(), roundId, name, ...as },
        })
    }
    return { ok: true, value: { rooms: form.rooms.length } }
  })

/** Sets how much each constraint matters, and the numbers that go with them. */
export const setConstraints = (
  actor: Actor,
  { roundId, version }: { roundId: string; version: number },
  { levels, ...limits }: ConstraintsForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.constraints-set', now }, async (tx) => {
    await tx.meetingRound.updateMany({ where: { id: roundId }, data: { levels, ...limits } })
    return { ok: true, value: { musts: Object.values(levels).filter((level) => level === 'must').length } }
  })
