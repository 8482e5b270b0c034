import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { schoolYearCalendar } from '@/lib/school/reads'
import { roundCandidates, teachersOf } from './candidates.reads'
import { chosen, dueIn } from './choosing.rules'
import { daysOf } from './plan.reads'
import { meetingRoundPolicy } from './policy'
import { MOST_DAYS, sameHours } from './rules'
import type { StartForm } from './schema'

/**
 * Starts a round: chooses the pupils, names who leads each meeting (the teacher responsible, else the class's), gives
 * everyone the same hours to begin with, and keeps the rooms (6.65, 6.67). A form sent twice starts one.
 */
export async function startRound(
  actor: Actor,
  form: StartForm,
  now: Date,
): Promise<Outcome<{ roundId: string }>> {
  if (!meetingRoundPolicy.arrange(actor, actor)) throw new NotAllowed('start a meeting round')
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const { schoolId } = actor
    const { firstOn, lastOn } = form
    if (firstOn < today) return refuse('firstOn', 'The first day must be today or later')
    const days = await daysOf(tx, { schoolId, firstOn, lastOn })
    if (days.length === 0)
      return refuse(
        'firstOn',
        'School is closed on all of these days. Check the calendar, or choose other days',
      )
    if (days.length > MOST_DAYS)
      return refuse(
        'lastOn',
        `A round can have no more than ${MOST_DAYS} school days: start another for the rest`,
      )

    const calendar = await schoolYearCalendar(tx, schoolId, today)
    const pupils = chosen(await roundCandidates(tx, calendar, today), form, form)
    if (pupils.length === 0)
      return refuse(
        'who',
        'Nobody is in this group without a meeting booked in these days. Choose another group',
      )

    const id = v7()
    const made = await tx.meetingRound.createMany({
      data: { ...roundColumns(actor, form), id, createdAt: now },
      skipDuplicates: true,
    })
    if (made.count === 0) {
      const first = await tx.meetingRound.findFirstOrThrow({
        where: { formKey: form.formKey },
        select: { id: true },
      })
      return { ok: true, value: { roundId: first.id } }
    }
    const teachers = await teachersOf(
      tx,
      pupils.map(({ pupilId }) => pupilId),
      today,
    )
    const senco = await sencoOf(tx, actor, today)
    const rows = pupils.map((pupil) => {
      const due = dueIn(pupil, firstOn)
      const leadId = teachers.get(pupil.pupilId)?.[0] ?? senco
      const joins = form.senco === 'all' || (form.senco === 'behind' && due.isBehind)
      return { ...due, pupilId: pupil.pupilId, leadId, alsoThereId: joins && senco !== leadId ? senco : null }
    })
    await tx.meetingRoundPupil.createMany({
      data: rows.map(({ dueOn, ...row }) => ({
        schoolId,
        id: v7(),
        roundId: id,
        ...row,
        dueOn: toDateColumnOrNull(dueOn),
      })),
    })
    const staff = new Set(rows.flatMap(({ leadId, alsoThereId }) => [leadId ?? [], alsoThereId ?? []].flat()))
    await tx.meetingRoundStaff.createMany({
      data: [...staff].map((membershipId) => ({
        ...{ schoolId, roundId: id, membershipId },
        hours: sameHours(days, form.from, form.until),
      })),
    })
    await tx.meetingRoundRoom.createMany({
      data: form.rooms.map((room, position) => ({ schoolId, id: v7(), roundId: id, ...room, position })),
    })
    const details = { pupils: rows.length, days: days.length, rooms: form.rooms.length }
    await audit(tx, actor, { action: 'meeting-round.started', subjectId: id, details }, now)
    return { ok: true, value: { roundId: id } }
  })
}

const roundColumns = (actor: Actor, form: StartForm) => ({
  schoolId: actor.schoolId,
  name: form.name,
  firstOn: toDateColumn(form.firstOn),
  lastOn: toDateColumn(form.lastOn),
  minutes: form.minutes,
  purpose: form.purpose,
  format: form.format,
  createdById: actor.membershipId,
  formKey: form.formKey,
})

/** Whoever asks, where they are the SENCO; else the school's. */
async function sencoOf(tx: SchoolTx, actor: Actor, today: IsoDate): Promise<string | null> {
  if (actor.role === 'senco') return actor.membershipId
  const on = toDateColumn(today)
  const senco = await tx.membership.findFirst({
    where: { role: 'senco', fromOn: { lte: on }, OR: [{ untilOn: null }, { untilOn: { gte: on } }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return senco?.id ?? null
}
