import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { changedFields } from '@/lib/audit/changes.rules'
import { tellItIsOff, tellItMoved } from '@/lib/invitation/changes.commands'
import { bringToMeeting, keepForNextMeeting } from '@/lib/parent-point/keeping.commands'
import { familyOf } from './lines.reads'
import { meetingToChange, pupilToMeetAbout } from './loading.reads'
import { meetingStaff } from './people.reads'
import { invitedProblem, leaderProblem } from './people.rules'
import { arrangedOnProblem, isSenDiscussion, type NotHeldWay } from './record.rules'
import { roundOf } from './round.commands'
import type { ArrangeForm, MoveForm, NotHeldForm } from './schema'

export type Arranged = { meetingId: string; on: IsoDate }

/** Arranges a meeting with parents, or begins the entry of one already held; a form sent twice arranges one (6.65). */
export function arrangeParentMeeting(
  actor: Actor,
  pupilId: string,
  form: ArrangeForm,
  now: Date,
): Promise<Outcome<Arranged>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToMeetAbout(tx, actor, pupilId)
    const sent = () => arrangedBefore(tx, pupilId, form.formKey)
    const before = await sent()
    if (before) return { ok: true, value: before }

    const today = schoolDay(now)
    const problem =
      arrangedOnProblem(form.on, form.at, today) ??
      leaderProblem(form.ledById, await meetingStaff(tx, pupilId, today)) ??
      invitedProblem(form, await familyOf(tx, pupilId), today) ??
      (form.invited.length === 0 && !isOverCompulsorySchoolAge(pupil.dateOfBirth, form.on)
        ? NOBODY_INVITED
        : null)
    if (problem) return { ok: false, problems: [problem] }
    const round = await roundOf(tx, actor, pupilId, form.roundWith, now)
    if (!round) return refuse('roundWith', 'Select a meeting from the list')

    const id = v7()
    const made = await tx.parentMeeting.createMany({
      data: {
        schoolId: actor.schoolId,
        id,
        pupilId,
        ...columnsOf(form),
        roundId: round.id,
        formKey: form.formKey,
        createdAt: now,
      },
      skipDuplicates: true,
    })
    // The same form, sent a moment earlier by a second click, was first.
    const first = made.count === 0 ? await sent() : null
    if (first) return { ok: true, value: first }
    await invite(tx, actor, { id, pupilId }, form.invited)
    const details = { invited: form.invited.length, inRound: round.id !== null }
    await audit(tx, actor, { action: 'parent-meeting.arranged', subjectId: id, pupilId, details }, now)
    return { ok: true, value: { meetingId: id, on: form.on } }
  })
}

/** Changes when, where, how and with whom a booked meeting will be. `version` is the one the form was opened with. */
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
    if (meeting.version !== version) throw new ChangedElsewhere(`meeting ${meetingId}`)
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

    const next = { ...columnsOf(form), roundId: round.id ?? meeting.roundId }
    const moved = await tx.parentMeeting.updateMany({
      where: { id: meetingId, version },
      data: { ...next, version: { increment: 1 } },
    })
    if (moved.count === 0) throw new ChangedElsewhere(`meeting ${meetingId}`)
    await invite(tx, actor, meeting, form.invited)
    const times = { before: timesOf(meeting), after: timesOf(next) }
    await tellItMoved(tx, actor, meetingId, times, now)
    const fields = changedFields(meeting, next)
    const details = { fields, invited: form.invited.length }
    await audit(tx, actor, { action: 'parent-meeting.moved', subjectId: meetingId, pupilId, details }, now)
    return { ok: true, value: { pupilId } }
  })
}

const STATUS: Record<NotHeldWay, 'cancelled' | 'declined' | 'no-show'> = {
  school: 'cancelled',
  parent: 'cancelled',
  declined: 'declined',
  'nobody-came': 'no-show',
}

/** Records that a booked meeting did not take place: called off, declined, or nobody came (8.3, C1 and C12). */
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
    if (meeting.version !== version) throw new ChangedElsewhere(`meeting ${meetingId}`)
    if (meeting.status !== 'booked') return refuse('form', 'This meeting is no longer booked')
    if (form.how === 'nobody-came' && fromDateColumn(meeting.heldOn) > schoolDay(now))
      return refuse(
        'how',
        'The meeting is still to come. Choose who called it off, or that the parents declined',
      )

    const changed = await tx.parentMeeting.updateMany({
      where: { id: meetingId, version },
      data: { ...next, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`meeting ${meetingId}`)
    await keepForNextMeeting(tx, meetingId)
    if (form.how === 'nobody-came')
      await tx.meetingAttendee.updateMany({ where: { meetingId }, data: { came: false } })
    else if (fromDateColumn(meeting.heldOn) >= schoolDay(now)) await tellItIsOff(tx, actor, meetingId, now)
    const details = { how: form.how }
    await audit(tx, actor, { action: 'parent-meeting.not-held', subjectId: meetingId, pupilId, details }, now)
    return done
  })
}

const NOBODY_INVITED: Problem = { field: 'invited', message: 'Select at least one parent or carer to invite' }

const columnsOf = (form: MoveForm) => ({
  heldOn: toDateColumn(form.on),
  at: form.at,
  format: form.format,
  place: form.place,
  plannedMinutes: form.minutes,
  purpose: form.purpose,
  isSenDiscussion: isSenDiscussion(form.purpose, form.alsoReview),
  ledById: form.ledById,
})

const timesOf = (meeting: {
  heldOn: Date
  at: string | null
  format: string
  place: string | null
  plannedMinutes: number
}) => ({
  on: fromDateColumn(meeting.heldOn),
  at: meeting.at,
  format: meeting.format,
  place: meeting.place,
  minutes: meeting.plannedMinutes,
})

async function arrangedBefore(tx: SchoolTx, pupilId: string, formKey: string): Promise<Arranged | null> {
  const row = await tx.parentMeeting.findFirst({
    where: { formKey, pupilId },
    select: { id: true, heldOn: true },
  })
  return row && { meetingId: row.id, on: fromDateColumn(row.heldOn) }
}

async function invite(
  tx: SchoolTx,
  actor: Actor,
  meeting: { id: string; pupilId: string },
  contactIds: readonly string[],
) {
  if (contactIds.length === 0) return
  await tx.meetingAttendee.createMany({
    data: [...new Set(contactIds)].map((contactId) => ({
      schoolId: actor.schoolId,
      meetingId: meeting.id,
      pupilId: meeting.pupilId,
      contactId,
    })),
    skipDuplicates: true,
  })
  await bringToMeeting(tx, meeting, contactIds)
}
