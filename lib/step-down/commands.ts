import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { notifiableContacts } from '@/lib/parent-notification/reads'
import { entitledRecipients } from '@/lib/parent-notification/rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { stepDownPolicy } from './policy'
import { endNotices, latestWatch } from './reads'
import { checkedOnProblem, toldOnProblem, watchState } from './rules'
import type { EndToldForm, WatchCheckForm } from './schema'

async function watched(tx: SchoolTx, actor: Actor, pupilId: string, act: 'check' | 'lead') {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { givenName: true, familyName: true, dateOfBirth: true },
  })
  if (!pupil || !stepDownPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!stepDownPolicy[act](actor, subject)) throw new NotAllowed(`${act} the watch of pupil ${pupilId}`)
  await onePupilAtATime(tx, pupilId)
  const watch = await latestWatch(tx, pupilId)
  if (!watch) throw new NotFound(`watch of pupil ${pupilId}`)
  const { givenName, familyName, dateOfBirth } = pupil
  return { watch, name: `${givenName} ${familyName}`, dateOfBirth: fromDateColumn(dateOfBirth) }
}

/** Writes down how it goes without SEN support, while the pupil is watched (6.54). */
export function checkWatch(
  actor: Actor,
  pupilId: string,
  form: WatchCheckForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { watch } = await watched(tx, actor, pupilId, 'check')
    const today = schoolDay(now)
    if (watchState(watch, today).is === 'ended')
      return refuse('form', 'The watch has ended: write down a concern instead')
    if (watch.checks.some(({ on }) => on === form.checkedOn))
      return refuse('checkedOn', 'A check of this day is written already')
    const problem = checkedOnProblem(form.checkedOn, watch, today)
    if (problem) return refuse('checkedOn', problem)
    const { id } = await tx.watchCheck.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId, watchId: watch.id, going: form.going, words: form.words },
        ...{ checkedOn: toDateColumn(form.checkedOn), writtenById: actor.membershipId, writtenAt: now },
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'watch.checked', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}

/** Records that a parent, or the young person, was told that SEN support ended; once for each, and never altered. */
export function recordEndTold(
  actor: Actor,
  pupilId: string,
  form: EndToldForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { watch, ...pupil } = await watched(tx, actor, pupilId, 'lead')
    const today = schoolDay(now)
    const recipients = entitledRecipients(pupil, await notifiableContacts(tx, pupilId), today)
    if (!recipients.some(({ contactId }) => contactId === form.recipient))
      return refuse('recipient', 'Select who was told')
    const told = await endNotices(tx, watch.senStatusId)
    if (told.some(({ contactId }) => contactId === form.recipient))
      return refuse('recipient', 'It is already recorded that they were told')
    const problem = toldOnProblem(form.toldOn, watch, today)
    if (problem) return refuse('toldOn', problem)
    const { id } = await tx.supportEndNotice.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId, senStatusId: watch.senStatusId, contactId: form.recipient },
        ...{ method: form.method, toldOn: toDateColumn(form.toldOn) },
        ...{ recordedById: actor.membershipId, recordedAt: now },
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'support-end.told', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}
