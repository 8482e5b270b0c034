import 'server-only'
import { v5, v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { inviteAtOnce } from '@/lib/invitation/at-once.commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { alsoAskedAbout, askToMeeting, columnsOf } from './booking.commands'
import { familyOf } from './lines.reads'
import { pupilToMeetAbout } from './loading.reads'
import { meetingStaff } from './people.reads'
import { invitedProblem, leaderProblem } from './people.rules'
import { arrangedOnProblem } from './record.rules'
import { roundOf } from './round.commands'
import type { ArrangeForm } from './schema'
import { siblingsOf } from './siblings.reads'

export { moveParentMeeting, recordNotHeld } from './change.commands'

export type Arranged = { meetingId: string; on: IsoDate }

/**
 * Arranges a meeting with parents, or begins the entry of one already held; a form sent twice arranges one (6.65). Siblings
 * who are met together have a meeting each, which counts for each, and share the appointment.
 */
export function arrangeParentMeeting(
  actor: Actor,
  pupilId: string,
  form: ArrangeForm,
  now: Date,
): Promise<Outcome<Arranged>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToMeetAbout(tx, actor, pupilId)
    const before = await arrangedBefore(tx, pupilId, form.formKey)
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
    const siblings = await siblingsToMeet(tx, actor, pupilId, form, today)
    if (!siblings.ok) return siblings
    const round = await roundOf(tx, actor, pupilId, form.roundWith, now)
    if (!round) return refuse('roundWith', 'Select a meeting from the list')

    const sittingId = siblings.value.length === 0 ? null : v7()
    const all = [{ pupilId, asked: form.invited, roundId: round.id }, ...siblings.value]
    for (const { pupilId: whose, asked, roundId } of all) {
      const id = v7()
      const made = await tx.parentMeeting.createMany({
        data: {
          ...{ schoolId: actor.schoolId, id, pupilId: whose, ...columnsOf(form), roundId, sittingId },
          formKey: keyFor(form.formKey, whose === pupilId ? null : whose),
          createdAt: now,
        },
        skipDuplicates: true,
      })
      // The same form, sent a moment earlier by a second click, was first.
      const first = made.count === 0 ? await arrangedBefore(tx, pupilId, form.formKey) : null
      if (first) return { ok: true, value: first }
      await askToMeeting(tx, actor, { id, pupilId: whose }, asked)
      const details = { invited: asked.length, inRound: roundId !== null, siblings: siblings.value.length }
      await audit(
        tx,
        actor,
        { action: 'parent-meeting.arranged', subjectId: id, pupilId: whose, details },
        now,
      )
    }
    const arranged = await arrangedBefore(tx, pupilId, form.formKey)
    if (!arranged) throw new Error('a meeting that was just arranged is not there')
    await inviteAtOnce(tx, actor, arranged.meetingId, form, now)
    return { ok: true, value: arranged }
  })
}

type SiblingToMeet = { pupilId: string; asked: string[]; roundId: null }

/** The siblings chosen, each with those of the invited who may be met about them; whom the form did not offer it cannot name. */
async function siblingsToMeet(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  { siblings = [], invited, on }: ArrangeForm,
  today: IsoDate,
): Promise<Outcome<SiblingToMeet[]>> {
  if (siblings.length === 0) return { ok: true, value: [] }
  const offered = await siblingsOf(tx, pupilId, today)
  const chosen: SiblingToMeet[] = []
  for (const id of new Set(siblings)) {
    const sibling = offered.find((one) => one.id === id)
    if (!sibling) return refuse('siblings', 'Select brothers and sisters from the list')
    await pupilToMeetAbout(tx, actor, id)
    const asked = await alsoAskedAbout(tx, id, { invited, on }, today)
    if (asked.length === 0)
      return refuse('siblings', `Nobody you invite may be met about ${sibling.name}: arrange that one apart`)
    chosen.push({ pupilId: id, asked, roundId: null })
  }
  return { ok: true, value: chosen }
}

/** A form makes one meeting for each pupil: a sibling's has a key made from the form's and theirs. */
const keyFor = (formKey: string, siblingId: string | null) =>
  siblingId === null ? formKey : v5(siblingId, formKey)

const NOBODY_INVITED: Problem = { field: 'invited', message: 'Select at least one parent or carer to invite' }

async function arrangedBefore(tx: SchoolTx, pupilId: string, formKey: string): Promise<Arranged | null> {
  const row = await tx.parentMeeting.findFirst({
    where: { formKey, pupilId },
    select: { id: true, heldOn: true },
  })
  return row && { meetingId: row.id, on: fromDateColumn(row.heldOn) }
}
