import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { meetingStaff } from '@/lib/parent-meeting/people.reads'
import { mayLead } from '@/lib/parent-meeting/people.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { openPupil } from '@/lib/pupil/reads'
import { freePlaces } from './fits.rules'
import { daysOf, planningRound } from './plan.reads'
import { type RoundPupilRow, type RoundRow, roundToArrange } from './reads'
import type { Placed } from './timetable.rules'

/** A round that is being planned, for the pages that change what it keeps to. */
export function getRoundToArrange(
  actor: Actor,
  roundId: string,
): Promise<{ round: RoundRow; days: IsoDate[] }> {
  return asActor(actor, async (tx) => {
    const round = await roundToArrange(tx, actor, roundId)
    return { round, days: await daysOf(tx, round) }
  })
}

export type PlacingPage = {
  round: RoundRow
  pupil: RoundPupilRow
  days: IsoDate[]
  leaders: { value: string; label: string }[]
  /** Times at which the meeting could be while all others stay. */
  free: Placed[]
}

/** One pupil of a round: what the meeting needs, and where it could be. */
export function getPlacing(
  actor: Actor,
  { roundId, roundPupilId }: { roundId: string; roundPupilId: string },
  now: Date,
): Promise<PlacingPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const round = await roundToArrange(tx, actor, roundId)
    const pupil = round.pupils.find(({ id }) => id === roundPupilId)
    if (!pupil) throw new NotFound(`pupil ${roundPupilId} of round ${roundId}`)
    await openPupil(tx, actor, { pupilId: pupil.pupilId, page: 'meeting-rounds/pupil', today, now })
    const { plan } = await planningRound(tx, round, { today, keep: 'all' })
    const staff = await meetingStaff(tx, pupil.pupilId, today, pupil.leadId ? [pupil.leadId] : [])
    return {
      round,
      pupil,
      days: await daysOf(tx, round),
      leaders: staff.filter(mayLead).map(({ id, name }) => ({ value: id, label: name })),
      free: freePlaces(plan, pupil.id),
    }
  })
}
