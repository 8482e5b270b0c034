import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { changeRound } from './change.commands'
import { plan } from './plan.rules'
import { planningRound } from './plan.reads'
import type { RoundRow } from './reads'
import { timeAt } from './rules'
import type { Timetable } from './timetable.rules'

/**
 * Proposes the whole timetable anew, around what is locked, and keeps for each meeting its place or the reason why it has
 * none. Asked again, it tries another way: the seed moves on by one.
 */
export const proposeTimetable = (
  actor: Actor,
  { roundId, version }: { roundId: string; version: number },
  now: Date,
): Promise<Outcome<null>> =>
  changeRound(actor, { roundId, version, action: 'meeting-round.proposed', now }, async (tx, round) => {
    const timetable = await timetableFor(tx, round, now)
    await keep(tx, round, timetable)
    await tx.meetingRound.updateMany({
      where: { id: roundId },
      data: { proposedAt: now, seed: { increment: 1 } },
    })
    return { ok: true, value: { placed: timetable.placed.length, unplaced: timetable.unplaced.length } }
  })

async function timetableFor(tx: SchoolTx, round: RoundRow, now: Date): Promise<Timetable> {
  const { plan: whole, parents } = await planningRound(tx, round, { today: schoolDay(now), keep: 'locked' })
  // A young person may come alone; about a child there is nobody to meet.
  const nobody = new Set(
    round.pupils
      .filter(
        ({ pupilId, dateOfBirth }) =>
          !parents.has(pupilId) && !isOverCompulsorySchoolAge(dateOfBirth, round.firstOn),
      )
      .map(({ id }) => id),
  )
  const meetings = whole.meetings.filter(({ id }) => !nobody.has(id))
  const kept = whole.kept.filter(({ meetingId }) => !nobody.has(meetingId))
  const { placed, unplaced } = plan({ ...whole, meetings, kept }, { seed: round.seed })
  const without = [...nobody].map((meetingId) => ({ meetingId, why: 'no-parent' as const, who: null }))
  return { placed, unplaced: [...unplaced, ...without] }
}

/** Clears the places first: two meetings that change places would stand in each other’s way. Two statements. */
async function keep(tx: SchoolTx, round: RoundRow, { placed, unplaced }: Timetable): Promise<void> {
  await tx.meetingRoundPupil.updateMany({
    where: { roundId: round.id },
    data: {
      onDay: null,
      startsAt: null,
      placedLeadId: null,
      roomId: null,
      unplacedWhy: null,
      unplacedWhoId: null,
    },
  })
  const rows = [
    ...placed.map(({ meetingId, day, start, leadId, roomId }) => ({
      ...{ id: meetingId, day, at: timeAt(start), lead: leadId, room: roomId, why: null, who: null },
    })),
    ...unplaced.map(({ meetingId, why, who }) => ({
      ...{ id: meetingId, day: null, at: null, lead: null, room: null, why, who },
    })),
  ]
  await tx.$executeRaw`
    UPDATE meeting_round_pupils p
    SET on_day = r.day, starts_at = r.at, placed_lead_id = r.lead, room_id = r.room, unplaced_why = r.why,
      unplaced_who_id = r.who, is_locked = p.is_locked AND r.day IS NOT NULL, version = p.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, day date, at text, lead uuid, room uuid, why text, who uuid)
    WHERE p.id = r.id AND p.round_id = ${round.id}::uuid`
}
