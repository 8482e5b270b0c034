import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { type Levels, type Limits } from './constraints.rules'
import { meetingRoundPolicy } from './policy'
import { levelsFrom, minutesOf, type RoundState, type Way } from './rules'
import type { Hours, TimeOfDay, UnplacedWhy } from './timetable.rules'

const NAME = { select: { givenName: true, familyName: true } }

/** One pupil of a round with what their meeting needs and where it is. */
export type RoundPupilRow = {
  readonly id: string
  readonly version: number
  readonly pupilId: string
  readonly name: string
  readonly givenName: string
  readonly dateOfBirth: IsoDate
  readonly className: string | null
  readonly leadId: string | null
  readonly alsoThereId: string | null
  readonly dueOn: IsoDate | null
  readonly isBehind: boolean
  readonly prefers: readonly TimeOfDay[]
  readonly day: IsoDate | null
  readonly start: number | null
  readonly placedLeadId: string | null
  readonly roomId: string | null
  readonly isLocked: boolean
  readonly unplacedWhy: UnplacedWhy | null
  readonly unplacedWhoId: string | null
  readonly meetingId: string | null
}

export type RoundRoomRow = { id: string; name: string; building: string; seats: number; isUsed: boolean }

export type RoundStaffRow = {
  id: string
  name: string
  role: string
  hours: readonly Hours[]
  version: number
}

/** A round with everything that hangs on it. */
export type RoundRow = {
  readonly id: string
  readonly schoolId: string
  readonly version: number
  readonly name: string
  readonly firstOn: IsoDate
  readonly lastOn: IsoDate
  readonly minutes: number
  readonly purpose: MeetingPurpose
  readonly format: ParentMeetingFormat
  readonly state: RoundState
  readonly way: Way | null
  readonly levels: Levels
  readonly limits: Limits
  readonly seed: number
  readonly chooseUntil: IsoDate | null
  readonly isProposed: boolean
  readonly rooms: readonly RoundRoomRow[]
  readonly staff: readonly RoundStaffRow[]
  readonly pupils: readonly RoundPupilRow[]
}

/** A round as this person may see it, in a fixed number of statements; for anyone who may not there is none. */
export async function roundRow(tx: SchoolTx, actor: Actor, roundId: string): Promise<RoundRow> {
  const row = isId(roundId)
    ? await tx.meetingRound.findFirst({
        where: { id: roundId },
        include: {
          rooms: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
          staff: {
            select: {
              membershipId: true,
              hours: true,
              version: true,
              membership: { select: { ...NAME.select, role: true } },
            },
          },
          pupils: {
            where: { takenOutAt: null },
            include: {
              pupil: {
                select: {
                  ...NAME.select,
                  preferredName: true,
                  dateOfBirth: true,
                  schoolClass: { select: { name: true } },
                },
              },
            },
          },
        },
      })
    : null
  if (!row || !meetingRoundPolicy.read(actor, row)) throw new NotFound(`meeting round ${roundId}`)
  return {
    id: row.id,
    schoolId: row.schoolId,
    version: row.version,
    name: row.name,
    firstOn: fromDateColumn(row.firstOn),
    lastOn: fromDateColumn(row.lastOn),
    minutes: row.minutes,
    purpose: row.purpose as MeetingPurpose,
    format: row.format as ParentMeetingFormat,
    state: row.state as RoundState,
    way: row.way as Way | null,
    levels: levelsFrom(row.levels),
    limits: { travelMinutes: row.travelMinutes, runMinutes: row.runMinutes, mostADay: row.mostADay },
    seed: row.seed,
    chooseUntil: fromDateColumnOrNull(row.chooseUntil),
    isProposed: row.proposedAt !== null,
    rooms: row.rooms,
    staff: row.staff
      .map(({ membershipId, hours, version, membership }) => ({
        id: membershipId,
        name: `${membership.givenName} ${membership.familyName}`,
        role: membership.role,
        hours: hours as Hours[],
        version,
      }))
      .sort((a, b) => compare(a.name, b.name)),
    pupils: row.pupils
      .map(({ pupil, ...one }): RoundPupilRow => {
        const givenName = pupil.preferredName ?? pupil.givenName
        return {
          id: one.id,
          version: one.version,
          pupilId: one.pupilId,
          name: `${givenName} ${pupil.familyName}`,
          givenName,
          dateOfBirth: fromDateColumn(pupil.dateOfBirth),
          className: pupil.schoolClass?.name ?? null,
          leadId: one.leadId,
          alsoThereId: one.alsoThereId,
          dueOn: fromDateColumnOrNull(one.dueOn),
          isBehind: one.isBehind,
          prefers: one.prefers as TimeOfDay[],
          day: fromDateColumnOrNull(one.onDay),
          start: one.startsAt === null ? null : minutesOf(one.startsAt),
          placedLeadId: one.placedLeadId,
          roomId: one.roomId,
          isLocked: one.isLocked,
          unplacedWhy: one.unplacedWhy as UnplacedWhy | null,
          unplacedWhoId: one.unplacedWhoId,
          meetingId: one.meetingId,
        }
      })
      .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  }
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** The same for whoever is about to change it; a round that is published is not planned any more. */
export async function roundToArrange(tx: SchoolTx, actor: Actor, roundId: string): Promise<RoundRow> {
  const round = await roundRow(tx, actor, roundId)
  if (!meetingRoundPolicy.arrange(actor, round)) throw new NotAllowed(`arrange meeting round ${roundId}`)
  return round
}

/** Whoever changes the places of a published round does so one after the other. */
export const lockRound = (tx: SchoolTx, roundId: string): Promise<unknown> =>
  isId(roundId)
    ? tx.$queryRaw`SELECT id FROM meeting_rounds WHERE id = ${roundId}::uuid FOR NO KEY UPDATE`
    : Promise.resolve()
