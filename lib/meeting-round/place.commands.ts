import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { changeRound } from './change.commands'
import { type Misfit, misfits } from './fits.rules'
import { planningRound } from './plan.reads'
import type { RoundPupilRow, RoundRow } from './reads'
import { type sameHours, timeAt } from './rules'
import type { NeedsForm, PlaceForm } from './schema'
import { misfitWords } from './words'

type Where = { roundId: string; roundPupilId: string; version: number }

const rowOf = (round: RoundRow, id: string): RoundPupilRow => {
  const row = round.pupils.find((pupil) => pupil.id === id)
  if (!row) throw new NotFound(`pupil ${id} of round ${round.id}`)
  return row
}

const FIELD: Partial<Record<Misfit['why'], string>> = {
  'other-day': 'day',
  late: 'day',
  'other-lead': 'placedLeadId',
  'room-missing': 'roomId',
  'too-few-seats': 'roomId',
  room: 'roomId',
  travel: 'roomId',
}

/** What a misfit is called, with the names of those it is about. */
export function misfitProblem(round: RoundRow, { why, who, meetingId }: Misfit): Problem {
  const name =
    round.staff.find(({ id }) => id === who)?.name ?? round.rooms.find(({ id }) => id === who)?.name ?? null
  const other = round.pupils.find(({ id }) => id === meetingId)?.name ?? null
  return { field: FIELD[why] ?? 'at', message: misfitWords(why, name, other) }
}

/** Puts one meeting somewhere by hand, if no hard constraint is broken by it; it may be told to stay there. */
export const placeByHand = (
  actor: Actor,
  { roundId, roundPupilId, version }: Where,
  form: PlaceForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.pupil-placed', now }, async (tx, round) => {
    const pupil = rowOf(round, roundPupilId)
    const { plan } = await planningRound(tx, round, { today: schoolDay(now), keep: 'all' })
    const day = form.day as IsoDate
    const place = { meetingId: pupil.id, day, start: form.at, leadId: form.placedLeadId, roomId: form.roomId }
    const problems = misfits(plan, place).map((one) => misfitProblem(round, one))
    const once = problems.filter(
      ({ message }, at) => problems.findIndex((other) => other.message === message) === at,
    )
    if (once.length > 0) return { ok: false, problems: once }
    await tx.meetingRoundPupil.updateMany({
      where: { id: pupil.id },
      data: {
        onDay: toDateColumn(day),
        startsAt: timeAt(form.at),
        placedLeadId: form.placedLeadId,
        roomId: form.roomId,
        isLocked: form.stays,
        unplacedWhy: null,
        unplacedWhoId: null,
        version: { increment: 1 },
      },
    })
    return { ok: true, value: { stays: form.stays } }
  })

/** Keeps a meeting where it is when a timetable is proposed again, or lets it go. */
export const lockPlace = (
  actor: Actor,
  { roundId, roundPupilId, version }: Where,
  stays: boolean,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.pupil-placed', now }, async (tx, round) => {
    const pupil = rowOf(round, roundPupilId)
    if (pupil.day === null)
      return refuse('form', 'This meeting has no place yet, so there is nothing to keep')
    await tx.meetingRoundPupil.updateMany({
      where: { id: pupil.id },
      data: { isLocked: stays, version: { increment: 1 } },
    })
    return { ok: true, value: { stays } }
  })

/**
 * Says what one pupil's meeting needs: who leads, who sits in, and the times of day that suit the family. Somebody new to
 * the round has the hours that most have.
 */
export const setNeeds = (
  actor: Actor,
  { roundId, roundPupilId, version }: Where,
  form: NeedsForm,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.pupil-changed', now }, async (tx, round) => {
    const pupil = rowOf(round, roundPupilId)
    const named = [form.leadId, form.alsoThereId].flatMap((id) => id ?? [])
    const staff = await tx.membership.findMany({
      where: { id: { in: named }, role: { in: ['senco', 'headteacher', 'class-teacher'] } },
      select: { id: true },
    })
    if (form.leadId !== null && !staff.some(({ id }) => id === form.leadId))
      return refuse('leadId', 'Select who leads from the list')
    if (form.alsoThereId !== null && !staff.some(({ id }) => id === form.alsoThereId))
      return refuse('alsoThereId', 'Select who sits in from the list')
    if (form.alsoThereId !== null && form.alsoThereId === form.leadId)
      return refuse('alsoThereId', 'Whoever leads is there already. Select somebody else, or nobody')
    await tx.meetingRoundStaff.createMany({
      data: named
        .filter((id) => !round.staff.some((known) => known.id === id))
        .map((membershipId) => ({
          schoolId: actor.schoolId,
          roundId,
          membershipId,
          hours: usualHours(round),
        })),
      skipDuplicates: true,
    })
    await tx.meetingRoundPupil.updateMany({
      where: { id: pupil.id },
      data: { ...form, version: { increment: 1 } },
    })
    return { ok: true, value: { prefers: form.prefers.length } }
  })

/** The hours that most people of a round have. */
function usualHours({ staff }: RoundRow) {
  const counts = new Map<string, number>()
  for (const { hours } of staff) {
    const key = JSON.stringify(hours)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? (JSON.parse(most[0]) as ReturnType<typeof sameHours>) : []
}

/** Takes a pupil out of the round; they are arranged for by themselves, or in another. */
export const takeOut = (
  actor: Actor,
  { roundId, roundPupilId, version }: Where,
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(
    actor,
    { roundId, version, action: 'meeting-round.pupil-taken-out', now },
    async (tx, round) => {
      const { id } = rowOf(round, roundPupilId)
      await tx.meetingRoundPupil.updateMany({
        where: { id },
        data: { takenOutAt: now, isLocked: false, version: { increment: 1 } },
      })
      return { ok: true, value: { pupils: round.pupils.length - 1 } }
    },
  )
