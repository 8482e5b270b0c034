import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { keepPointAnswers, pointsProblem } from '@/lib/parent-point/answer.commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { changedFields } from '@/lib/audit/changes.rules'
import { isEntitled } from './family.rules'
import { familyOf } from './lines.reads'
import { type MeetingToChange, meetingToChange } from './loading.reads'
import { meetingStaff } from './people.reads'
import { bookNext, nextProblem } from './next-meeting.commands'
import { leaderProblem } from './people.rules'
import { heldOnProblem, isSenDiscussion, type MeetingPurpose } from './record.rules'
import { writeAttendance, writeRecord } from './record-parts.commands'
import { roundOf } from './round.commands'
import { type HeldForm, hasBegunRecord } from './held.schema'

export type Recorded = { pupilId: string; meetingId: string }

/**
 * Records a meeting as held, with what was agreed or without it yet, and changes that record later (6.65, 6.71).
 * The form sent twice holds it once; someone who was overtaken by another is told.
 */
export function recordHeldMeeting(
  actor: Actor,
  meetingId: string,
  version: number,
  form: HeldForm,
  now: Date,
): Promise<Outcome<Recorded>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const done = { ok: true as const, value: { pupilId: meeting.pupilId, meetingId } }
    if (meeting.heldFormKey === form.formKey) return done
    if (meeting.version !== version) throw new ChangedElsewhere(`meeting ${meetingId}`)
    if (meeting.record?.signedNumber) return refuse('form', SIGNED)
    const kept = await keepHeld(tx, actor, meeting, { version, form }, now)
    if (!kept.ok) return kept
    if (kept.value === null) return done // the second of two clicks came in the same moment
    const fields = kept.value
    const action = meeting.status === 'held' ? 'parent-meeting.record-changed' : 'parent-meeting.held'
    await audit(
      tx,
      actor,
      { action, subjectId: meetingId, pupilId: meeting.pupilId, details: { fields } },
      now,
    )
    return done
  })
}

const SIGNED = 'This record is signed off. Amend it instead, and say why: what was signed stays as it was'

type ToKeep = { version: number; form: HeldForm }

/** Writes all that a form says of a held meeting, and answers the fields that changed; nothing where it was written before. */
export async function keepHeld(
  tx: SchoolTx,
  actor: Actor,
  meeting: MeetingToChange,
  { version, form }: ToKeep,
  now: Date,
): Promise<Outcome<string[] | null>> {
  const { id: meetingId, pupilId } = meeting
  const here = { pupilId, meetingId }
  const allowed = await whoCame(tx, meeting, form, schoolDay(now))
  if (!allowed.ok) return allowed
  const brought = await pointsProblem(tx, here, form.points, now)
  if (brought) return { ok: false, problems: [brought] }
  const round = await roundOf(tx, actor, pupilId, form.roundWith, now)
  if (!round) return refuse('roundWith', 'Select a meeting from the list')
  // An amendment opens what is signed, and closes it with its next version: Postgres lets no other way past.
  if (meeting.record?.signedNumber)
    await tx.meetingRecord.updateMany({ where: { meetingId }, data: { signedNumber: null } })
  const next = {
    ...columnsOf(form, meeting.purpose as MeetingPurpose),
    roundId: round.id ?? meeting.roundId,
  }
  const held = await tx.parentMeeting.updateMany({
    where: { id: meetingId, version },
    data: { ...next, heldFormKey: form.formKey, version: { increment: 1 } },
  })
  if (held.count === 0) {
    const overtakenBy = await meetingToChange(tx, actor, meetingId)
    if (overtakenBy.heldFormKey === form.formKey) return { ok: true, value: null }
    throw new ChangedElsewhere(`meeting ${meetingId}`)
  }
  const booked = await bookNext(tx, actor, meeting, { form, offered: allowed.value }, now)
  const said = booked && hasBegunRecord(form) ? { ...form, nextMeeting: form.nextMeeting ?? booked } : form
  return {
    ok: true,
    value: [
      ...changedFields(meeting, next),
      ...(await writeAttendance(tx, actor, meeting, { offered: allowed.value, form })),
      ...(await writeRecord(tx, actor, meeting, said, now)),
      ...((await keepPointAnswers(tx, actor, here, form.points, now)) ? ['points'] : []),
    ],
  }
}

const columnsOf = (form: HeldForm, purpose: MeetingPurpose) => ({
  status: 'held',
  heldOn: toDateColumn(form.heldOn),
  format: form.format,
  ledById: form.ledById,
  actualMinutes: form.minutes,
  pupilPart: form.pupilPart,
  pupilPartNote: form.pupilPartNote,
  youngPersonCame: form.pupilPart === 'all' || form.pupilPart === 'part',
  isSenDiscussion: isSenDiscussion(purpose, form.alsoReview),
  noteTaker: form.noteTaker,
  cancelledBy: null,
  cancelReason: null,
})

/** Why a meeting cannot be recorded as this form says, or the ids of the parents the form could name. */
async function whoCame(
  tx: SchoolTx,
  meeting: MeetingToChange,
  form: HeldForm,
  today: IsoDate,
): Promise<Outcome<string[]>> {
  const day = heldOnProblem(form.heldOn, today)
  if (day) return refuse('heldOn', day)
  const named = meeting.attendees
    .flatMap(({ membershipId }) => membershipId ?? [])
    .concat(meeting.ledById ?? [])
  const staff = await meetingStaff(tx, meeting.pupilId, form.heldOn, named)
  const offered = (await familyOf(tx, meeting.pupilId))
    .filter((contact) => isEntitled(contact, today))
    .map(({ contactId }) => contactId)
  // A parent who came and has been shut out since is not on the form, and still came.
  const earlier = meeting.attendees.filter(
    ({ contactId, came }) => contactId && came && !offered.includes(contactId),
  )
  const problem =
    leaderProblem(form.ledById, staff) ??
    (form.staff.some((id) => !staff.some((person) => person.id === id))
      ? problemAt('staff', 'Select staff from the list')
      : null) ??
    (form.came.some((id) => !offered.includes(id))
      ? problemAt('came', 'Select who came from the list')
      : null) ??
    (form.came.length + earlier.length === 0 ? nobodyCame(meeting, form) : null) ??
    nextProblem(form, today) ??
    recordProblem(meeting, form)
  return problem ? { ok: false, problems: [problem] } : { ok: true, value: offered }
}

const problemAt = (field: string, message: string): Problem => ({ field, message })

/** Held means that a parent came, or the young person once compulsory school age has ended (8.3, C3; 1.12). */
function nobodyCame(meeting: MeetingToChange, form: HeldForm): Problem | null {
  const born = fromDateColumn(meeting.pupil.dateOfBirth)
  const isYoungPerson = isOverCompulsorySchoolAge(born, form.heldOn)
  if (isYoungPerson && (form.pupilPart === 'all' || form.pupilPart === 'part')) return null
  return problemAt(
    'came',
    meeting.status === 'held'
      ? 'Select who came: a meeting that was held has at least one parent'
      : 'Select who came. If no parent came, choose “Nobody came” instead',
  )
}

function recordProblem(meeting: MeetingToChange, form: HeldForm): Problem | null {
  if (meeting.record && !hasBegunRecord(form))
    return problemAt(
      'outcomesAgreed',
      'Enter what was agreed about the outcomes: a record cannot be taken away',
    )
  // A parents' evening counts only with an agreed record (8.3, C5).
  if (meeting.purpose === 'parents-evening' && form.alsoReview && !hasBegunRecord(form))
    return problemAt(
      'outcomesAgreed',
      'Enter what was agreed: a parents’ evening counts only with an agreed record',
    )
  return null
}
