import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { type AskedParent, parentsOf, teachersOf } from './candidates.reads'
import type { RoundRow } from './reads'
import { familiesOf, minutesOf, roundDays } from './rules'
import type { MeetingToPlace, Placed, RoundToPlan, Taken } from './timetable.rules'

/** A round as the planner takes it, with who is asked to each meeting. */
export type PlanningRound = {
  readonly plan: RoundToPlan
  readonly parents: ReadonlyMap<string, readonly AskedParent[]>
}

/** The days of a round on the school's calendar. */
export async function daysOf(
  tx: SchoolTx,
  { schoolId, firstOn, lastOn }: { schoolId: string; firstOn: IsoDate; lastOn: IsoDate },
): Promise<IsoDate[]> {
  return roundDays(await schoolYearCalendar(tx, schoolId, firstOn), firstOn, lastOn)
}

/** Gathers what the planner needs to know of a round; a fixed number of statements. */
export async function planningRound(
  tx: SchoolTx,
  round: RoundRow,
  { today, keep }: { today: IsoDate; keep: 'locked' | 'all' },
): Promise<PlanningRound> {
  const pupilIds = round.pupils.map(({ pupilId }) => pupilId)
  const parents = await parentsOf(tx, pupilIds, { today, lastOn: round.lastOn })
  const teachers = await teachersOf(tx, pupilIds, today)
  const asked = (pupilId: string) => (parents.get(pupilId) ?? []).map(({ contactId }) => contactId)
  const families = familiesOf(round.pupils.map(({ id, pupilId }) => ({ id, parents: asked(pupilId) })))
  const days = await daysOf(tx, round)
  const standIns = round.staff.filter(({ role }) => role === 'senco').map(({ id }) => id)
  const meetings = round.pupils.map((pupil): MeetingToPlace => {
    const own = pupil.leadId === null ? [] : [pupil.leadId]
    const others = [...(teachers.get(pupil.pupilId) ?? []), ...standIns]
    const alsoThere = pupil.alsoThereId === null ? [] : [pupil.alsoThereId]
    const who = asked(pupil.pupilId)
    return {
      id: pupil.id,
      leads: own.length === 0 ? [] : [...new Set([...own, ...others])],
      alsoThere,
      parents: who,
      family: families.get(pupil.id) ?? null,
      minutes: round.minutes,
      // The pupil may come for a part of it (6.70).
      people: Math.max(1, who.length) + 2 + alsoThere.length,
      needsRoom: round.format === 'in-person',
      dueOn: pupil.dueOn,
      isBehind: pupil.isBehind,
      prefers: pupil.prefers,
    }
  })
  return {
    parents,
    plan: {
      meetings,
      staff: round.staff,
      rooms: round.rooms.filter(({ isUsed }) => isUsed),
      days,
      levels: round.levels,
      limits: round.limits,
      kept: round.pupils.flatMap((pupil) => (keep === 'all' || pupil.isLocked ? placedOf(pupil) : [])),
      taken: [...(await takenBy(tx, round)), ...(await awayIn(tx, round, days))],
    },
  }
}

/** Where a pupil's meeting stands, as the planner says it. */
export const placedOf = (pupil: RoundRow['pupils'][number]): Placed[] =>
  pupil.day === null || pupil.start === null || pupil.placedLeadId === null
    ? []
    : [
        {
          meetingId: pupil.id,
          day: pupil.day,
          start: pupil.start,
          leadId: pupil.placedLeadId,
          roomId: pupil.roomId,
        },
      ]

type Row = { day: IsoDate; at: string; minutes: number; who: string }

/** Meetings that are booked in these days outside the round, or elsewhere than it has them: staff and parents are taken. */
async function takenBy(tx: SchoolTx, { id, firstOn, lastOn }: RoundRow): Promise<Taken[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT m.held_on::text AS day, m.at, m.planned_minutes AS minutes, there.who::text
    FROM parent_meetings m
    JOIN LATERAL (
      SELECT m.led_by_id AS who
      UNION SELECT COALESCE(a.membership_id, a.contact_id) FROM meeting_attendees a
        WHERE a.school_id = m.school_id AND a.meeting_id = m.id
    ) there ON there.who IS NOT NULL
    WHERE m.status = 'booked' AND m.at IS NOT NULL AND m.held_on BETWEEN ${firstOn}::date AND ${lastOn}::date
      AND NOT EXISTS (SELECT FROM meeting_round_pupils r WHERE r.school_id = m.school_id AND r.round_id = ${id}::uuid
        AND r.meeting_id = m.id AND r.on_day = m.held_on AND r.starts_at = m.at)`
  return rows.map(({ day, at, minutes, who }) => {
    const from = minutesOf(at)
    return { who, day, from, until: from + minutes }
  })
}

/** Days on which staff are written down as away. */
async function awayIn(
  tx: SchoolTx,
  { firstOn, lastOn }: RoundRow,
  days: readonly IsoDate[],
): Promise<Taken[]> {
  const rows = await tx.$queryRaw<{ who: string; from: IsoDate; until: IsoDate | null }[]>`
    SELECT membership_id::text AS who, from_on::text AS "from", until_on::text AS until FROM staff_absences
    WHERE withdrawn_at IS NULL AND from_on <= ${lastOn}::date AND (until_on IS NULL OR until_on >= ${firstOn}::date)`
  return rows.flatMap(({ who, from, until }) =>
    days
      .filter((day) => day >= from && (until === null || day <= until))
      .map((day) => ({ who, day, from: 0, until: 24 * 60 })),
  )
}
