import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { linkExpires } from '@/lib/invitation/rules'
import { sendLater } from '@/lib/mail/outbox.commands'
import { arrangeParentMeeting } from '@/lib/parent-meeting/commands'
import { arrangeForm } from '@/lib/parent-meeting/schema'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { tokenHash } from '@/lib/session/cookie.rules'
import type { AskedParent } from './candidates.reads'
import { changeRound } from './change.commands'
import { planningRound } from './plan.reads'
import { lockRound, type RoundPupilRow, type RoundRow, roundToArrange } from './reads'
import { timeAt } from './rules'
import type { PublishForm } from './schema'
import { choiceToken } from './token'

/** Meetings arranged at a time: each is a transaction of its own, so that one that is refused undoes no other. */
const AT_ONCE = 4

/** Publishes a round: with its times fixed its meetings are arranged at once; else each family is asked to choose. */
export async function publishRound(
  actor: Actor,
  { roundId, version }: { roundId: string; version: number },
  form: PublishForm,
  now: Date,
): Promise<Outcome<null>> {
  const changing = { roundId, version, action: 'meeting-round.published', now } as const
  const published = await changeRound(actor, changing, async (tx, round) => {
    const today = schoolDay(now)
    const { way } = form
    const chooseUntil = way === 'choose' ? (form.chooseUntil as IsoDate) : null
    const placed = round.pupils.filter(({ day }) => day !== null)
    if (placed.length === 0) return refuse('form', 'Propose a timetable first: no meeting has a place yet')
    if (placed.some(({ day }) => day !== null && day < today))
      return refuse('form', 'A meeting is on a day that has passed. Propose the timetable again')
    if (chooseUntil !== null && (chooseUntil < today || chooseUntil >= round.lastOn))
      return refuse('chooseUntil', 'The last day to choose must be today or later, and before the round ends')
    await tx.meetingRound.updateMany({
      where: { id: roundId },
      data: { state: 'published', way, publishedAt: now, chooseUntil: toDateColumnOrNull(chooseUntil) },
    })
    if (chooseUntil !== null) await askToChoose(tx, actor, { round, placed, chooseUntil, now })
    return { ok: true, value: { way, meetings: placed.length } }
  })
  return published.ok && form.way === 'fixed' ? arrangeRound(actor, roundId, now) : published
}

type Asking = { round: RoundRow; placed: readonly RoundPupilRow[]; chooseUntil: IsoDate; now: Date }

/** Asks each parent of each pupil with a place to choose a time: by email, or with a letter to print. The place is theirs until they do. */
async function askToChoose(tx: SchoolTx, actor: Actor, { round, placed, chooseUntil, now }: Asking) {
  // What was kept while the timetable was made is as free to choose as the rest; from here on a family's choice is kept.
  await tx.meetingRoundPupil.updateMany({ where: { roundId: round.id }, data: { isLocked: false } })
  const { parents } = await planningRound(tx, round, { today: schoolDay(now), keep: 'all' })
  const asked = placed.flatMap(({ id, pupilId }) =>
    (parents.get(pupilId) ?? []).map((parent) => ({ ...parent, id: v7(), pupilId, roundPupilId: id })),
  )
  await tx.meetingRoundChoice.createMany({
    data: asked.map(({ id, pupilId, roundPupilId, contactId }) => ({
      ...{ schoolId: actor.schoolId, id, roundId: round.id, pupilId, roundPupilId, contactId },
      tokenHash: tokenHash(choiceToken(id)),
      expiresAt: linkExpires(chooseUntil),
    })),
  })
  for (const { id, pupilId, hasEmail } of asked)
    if (hasEmail)
      await sendLater(tx, actor, { kind: 'meeting-choice', pupilId, aboutId: id, key: `choose:${id}` }, now)
}

/**
 * Arranges the meetings of a published round that are not arranged yet, and invites their families by email or letter.
 * Broken off, it is simply done again: each meeting has the key of its line in the round, so none is made twice.
 */
export async function arrangeRound(actor: Actor, roundId: string, now: Date): Promise<Outcome<null>> {
  const { round, parents } = await asActor(actor, async (tx) => {
    // Nobody chooses another time while theirs is being fixed.
    await lockRound(tx, roundId)
    const row = await roundToArrange(tx, actor, roundId)
    if (row.state === 'published')
      await tx.meetingRoundPupil.updateMany({
        where: { roundId, onDay: { not: null }, meetingId: null },
        data: { isLocked: true },
      })
    const { parents: asked } = await planningRound(tx, row, { today: schoolDay(now), keep: 'all' })
    return { round: row, parents: asked }
  })
  if (round.state !== 'published') return refuse('form', 'Publish this round first')
  const left = round.pupils.filter(
    ({ day, meetingId }) => day !== null && day >= schoolDay(now) && meetingId === null,
  )
  for (let from = 0; from < left.length; from += AT_ONCE)
    await Promise.all(
      left
        .slice(from, from + AT_ONCE)
        .map((pupil) => arrangeOne(actor, round, { pupil, parents: parents.get(pupil.pupilId) ?? [], now })),
    )
  return { ok: true, value: null }
}

type One = { pupil: RoundPupilRow; parents: readonly AskedParent[]; now: Date }

/** Arranges one meeting of a round and invites to it; says whether it stands. */
export async function arrangeOne(
  actor: Actor,
  round: RoundRow,
  { pupil, parents, now }: One,
): Promise<boolean> {
  const { day, start, pupilId } = pupil
  if (day === null || start === null) return false
  const room = round.rooms.find(({ id }) => id === pupil.roomId)
  const form = arrangeForm.parse({
    on: inBoxes(day),
    at: timeAt(start),
    format: round.format,
    place: room ? `${room.name}, ${room.building}` : '',
    minutes: String(round.minutes),
    purpose: round.purpose,
    invited: parents.map(({ contactId }) => contactId),
    ledById: pupil.placedLeadId ?? '',
    staff: pupil.alsoThereId && pupil.alsoThereId !== pupil.placedLeadId ? [pupil.alsoThereId] : [],
    // By email where there is an address, by letter where not; in the transaction that arranges it.
    inviteNow: 'yes',
    formKey: pupil.id,
  })
  const arranged = await arrangeParentMeeting(actor, pupilId, form, now)
  if (!arranged.ok) return false
  const { meetingId } = arranged.value
  await asActor(actor, async (tx) => {
    await tx.meetingRoundPupil.updateMany({ where: { id: pupil.id }, data: { meetingId } })
    await audit(
      tx,
      actor,
      { action: 'meeting-round.meeting-arranged', subjectId: round.id, pupilId, details: { meetingId } },
      now,
    )
  })
  return true
}

const inBoxes = (day: IsoDate) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })

/** Closes a round that is over: what is still to do stands with each meeting. */
export function closeRound(actor: Actor, roundId: string, now: Date): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const round = await roundToArrange(tx, actor, roundId)
    if (round.state === 'draft')
      return refuse('form', 'This round is not published, so there is nothing to close')
    const closed = await tx.meetingRound.updateMany({
      where: { id: roundId, state: 'published' },
      data: { state: 'closed', version: { increment: 1 } },
    })
    if (closed.count > 0) await audit(tx, actor, { action: 'meeting-round.closed', subjectId: roundId }, now)
    return { ok: true, value: null }
  })
}
