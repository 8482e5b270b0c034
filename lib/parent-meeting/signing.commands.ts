import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import type { AmendForm } from './held.schema'
import { type MeetingToChange, meetingToChange } from './loading.reads'
import { keepHeld, type Recorded } from './record.commands'
import { recordContent, toReadBackTo } from './signing.reads'
import type { ReadBack } from './signing.rules'
import type { SignForm } from './signing.schema'

/**
 * Signs the record of a meeting off, once it was read back to everyone who was there: from then on it stays as it is, and
 * what changes is a new version (6.71, P85). Two clicks sign it once; who was overtaken is told.
 */
export function signRecord(
  actor: Actor,
  meetingId: string,
  version: number,
  form: SignForm,
  now: Date,
): Promise<Outcome<Recorded>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const done = { ok: true as const, value: { pupilId: meeting.pupilId, meetingId } }
    if (await wasSignedBy(tx, form.formKey)) return done
    if (meeting.version !== version) throw new ChangedElsewhere(`meeting ${meetingId}`)
    if (meeting.status !== 'held')
      return refuse('form', 'Record the meeting as held before you sign its record off')
    if (!meeting.record) return refuse('form', 'Write what was agreed before you sign it off')
    if (meeting.record.signedNumber) return refuse('form', 'This record is already signed off')
    const people = await toReadBackTo(tx, meeting, schoolDay(now))
    const problems = people.flatMap(({ who, name }): Problem[] =>
      form.heard[who]
        ? []
        : [{ field: `heard.${who}.heard`, message: `Select what ${name} said when it was read back` }],
    )
    if (problems.length > 0) return { ok: false, problems }

    const taken = await tx.parentMeeting.updateMany({
      where: { id: meetingId, version },
      data: { version: { increment: 1 } },
    })
    if (taken.count === 0) {
      if (await wasSignedBy(tx, form.formKey)) return done
      throw new ChangedElsewhere(`meeting ${meetingId}`)
    }
    const readBack = people.flatMap(({ who, name }): ReadBack[] => {
      const said = form.heard[who]
      return said ? [{ who, name, ...said }] : []
    })
    await writeVersion(tx, actor, meeting, { number: 1, readBack, reason: null, formKey: form.formKey }, now)
    if (form.share) await shareRecord(tx, meetingId, now)
    const { pupilId } = meeting
    if (form.staff)
      await tx.meetingRecordStep.create({
        data: {
          schoolId: actor.schoolId,
          pupilId,
          meetingId,
          number: 1,
          step: 'staff',
          doneOn: toDateColumn(schoolDay(now)),
          recordedById: actor.membershipId,
        },
      })
    const details = { number: 1, heard: readBack.length, shared: form.share }
    await audit(
      tx,
      actor,
      { action: 'parent-meeting.record-signed', subjectId: meetingId, pupilId, details },
      now,
    )
    return done
  })
}

/** Changes a signed record: a new version beside the one that was signed, with why; it waits to be given again (6.71). */
export function amendRecord(
  actor: Actor,
  meetingId: string,
  version: number,
  form: AmendForm,
  now: Date,
): Promise<Outcome<Recorded>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const done = { ok: true as const, value: { pupilId: meeting.pupilId, meetingId } }
    if (await wasSignedBy(tx, form.formKey)) return done
    if (meeting.version !== version) throw new ChangedElsewhere(`meeting ${meetingId}`)
    const before = meeting.record?.signedNumber
    if (!before) return refuse('form', 'This record is not signed off yet, so it can simply be changed')
    const kept = await keepHeld(tx, actor, meeting, { version, form }, now)
    if (!kept.ok) return kept
    if (kept.value === null) throw new ChangedElsewhere(`meeting ${meetingId}`)
    const number = before + 1
    await writeVersion(
      tx,
      actor,
      meeting,
      { number, readBack: [], reason: form.reason, formKey: form.formKey },
      now,
    )
    const details = { number, fields: kept.value }
    const { pupilId } = meeting
    await audit(
      tx,
      actor,
      { action: 'parent-meeting.record-amended', subjectId: meetingId, pupilId, details },
      now,
    )
    return done
  })
}

const wasSignedBy = async (tx: SchoolTx, formKey: string) =>
  (await tx.meetingRecordVersion.count({ where: { formKey } })) > 0

/** Shares a record with the parents who may read it, from now on; shared since before, it stays so. */
export async function shareRecord(tx: SchoolTx, meetingId: string, now: Date): Promise<void> {
  const notYet = { where: { meetingId, sharedAt: null }, data: { sharedAt: now } }
  await tx.meetingRecord.updateMany(notYet)
  await tx.meetingAction.updateMany(notYet)
}

type Signing = { number: number; readBack: readonly ReadBack[]; reason: string | null; formKey: string }

async function writeVersion(
  tx: SchoolTx,
  actor: Actor,
  { id: meetingId, pupilId }: MeetingToChange,
  { number, readBack, reason, formKey }: Signing,
  now: Date,
): Promise<void> {
  const content = await recordContent(tx, meetingId)
  if (!content) throw new Error(`meeting ${meetingId} has no record to sign`)
  await tx.meetingRecordVersion.create({
    data: {
      schoolId: actor.schoolId,
      pupilId,
      meetingId,
      number,
      content,
      readBack: [...readBack],
      reason,
      formKey,
      signedById: actor.membershipId,
      signedOn: toDateColumn(schoolDay(now)),
      signedAt: now,
    },
  })
  await tx.meetingRecord.updateMany({ where: { meetingId }, data: { signedNumber: number } })
}
