import 'server-only'
import { audit } from '@/lib/audit/commands'
import { changedFields } from '@/lib/audit/changes.rules'
import { schoolDay } from '@/lib/calendar/iso-date'
import { tellItIsOff, tellItMoved } from '@/lib/invitation/changes.commands'
import { keepForNextMeeting } from '@/lib/parent-point/keeping.commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { alsoAskedAbout, askToMeeting, columnsOf, timesOf } from './booking.commands'
import { familyOf } from './lines.reads'
import { meetingToChange } from './loading.reads'
import { meetingStaff } from './people.reads'
import { invitedProblem, leaderProblem } from './people.rules'
import { arrangedOnProblem, type NotHeldWay } from './record.rules'
import { roundOf } from './round.commands'
import type { MoveForm, NotHeldForm } from './schema'
import { lockAppointment, NOT_ALL_YOURS } from './sitting.reads'

/**
 * Changes when, where, how and with whom a booked meeting will be, for siblings who are met together in one go. `version` is
 * the one the form was opened with.
 */
export function moveParentMeeting(
  actor: Actor,
  meetingId: string,
  version: number,
  form: MoveForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const { pupilId } = meeting
    const appointment = await lockAppointment(tx, meeting)
    if (!appointment) return refuse('form', NOT_ALL_YOURS)
    if (appointment.find(({ id }) => id === meetingId)?.version !== version)
      throw new ChangedElsewhere(`meeting ${meetingId}`)
    if (meeting.status !== 'booked')
      return refuse('form', 'This meeting is no longer booked, so it cannot be moved')
    const today = schoolDay(now)
    const problem =
      arrangedOnProblem(form.on, form.at, today) ??
      leaderProblem(
        form.ledById,
        await meetingStaff(tx, pupilId, today, meeting.ledById ? [meeting.ledById] : []),
      ) ??
      invitedProblem(form, await familyOf(tx, pupilId), today)
    if (problem) return { ok: false, problems: [problem] }
    const round = await roundOf(tx, actor, pupilId, form.roundWith, now)
    if (!round) return refuse('roundWith', 'Select a meeting from the list')

    const next = columnsOf(form)
    const mine = { ...next, roundId: round.id ?? meeting.roundId }
    const fields = changedFields(meeting, mine)
    for (const { id, pupilId: whose } of appointment) {
      const isMine = id === meetingId
      await tx.parentMeeting.updateMany({
        where: { id },
        data: { ...(isMine ? mine : next), version: { increment: 1 } },
      })
      const asked = isMine ? form.invited : await alsoAskedAbout(tx, whose, form, today)
      await askToMeeting(tx, actor, { id, pupilId: whose }, asked)
      const details = { fields, invited: asked.length }
      await audit(tx, actor, { action: 'parent-meeting.moved', subjectId: id, pupilId: whose, details }, now)
    }
    const times = { before: timesOf(meeting), after: timesOf(mine) }
    await tellItMoved(
      tx,
      actor,
      appointment.map(({ id }) => id),
      times,
      now,
    )
    return { ok: true, value: { pupilId } }
  })
}

const STATUS: Record<NotHeldWay, 'cancelled' | 'declined' | 'no-show'> = {
  school: 'cancelled',
  parent: 'cancelled',
  declined: 'declined',
  'nobody-came': 'no-show',
}

/**
 * Records that a booked meeting did not take place: called off, declined, or nobody came (8.3, C1 and C12). Siblings who were
 * to be met together are not met together.
 */
export function recordNotHeld(
  actor: Actor,
  meetingId: string,
  version: number,
  form: NotHeldForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const { pupilId } = meeting
    const next = {
      status: STATUS[form.how],
      cancelledBy: form.how === 'school' || form.how === 'parent' ? form.how : null,
      cancelReason: form.reason,
    }
    const done = { ok: true as const, value: { pupilId } }
    if (changedFields(meeting, next).length === 0) return done // the second of two clicks
    const appointment = await lockAppointment(tx, meeting)
    if (!appointment) return refuse('form', NOT_ALL_YOURS)
    if (appointment.find(({ id }) => id === meetingId)?.version !== version)
      throw new ChangedElsewhere(`meeting ${meetingId}`)
    if (meeting.status !== 'booked') return refuse('form', 'This meeting is no longer booked')
    if (form.how === 'nobody-came' && fromDateColumn(meeting.heldOn) > schoolDay(now))
      return refuse(
        'how',
        'The meeting is still to come. Choose who called it off, or that the parents declined',
      )

    for (const { id, pupilId: whose } of appointment) {
      await tx.parentMeeting.updateMany({ where: { id }, data: { ...next, version: { increment: 1 } } })
      await keepForNextMeeting(tx, id)
      if (form.how === 'nobody-came')
        await tx.meetingAttendee.updateMany({ where: { meetingId: id }, data: { came: false } })
      const details = { how: form.how }
      await audit(
        tx,
        actor,
        { action: 'parent-meeting.not-held', subjectId: id, pupilId: whose, details },
        now,
      )
    }
    if (form.how !== 'nobody-came' && fromDateColumn(meeting.heldOn) >= schoolDay(now))
      await tellItIsOff(
        tx,
        actor,
        appointment.map(({ id }) => id),
        now,
      )
    return done
  })
}
