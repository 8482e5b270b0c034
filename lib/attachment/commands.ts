import 'server-only'
import { v7 } from 'uuid'
import { sourceStageProblem } from '@/lib/assessment/own-words.rules'
import type { SourceKind } from '@/lib/assessment/rules'
import { audit } from '@/lib/audit/commands'
import type { CycleStage } from '@/lib/cycle/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { attachmentPolicy } from './policy'
import { prepareFile } from './prepare.commands'
import type { AttachmentOwner } from './reads'
import { forgetOnDisk, keepOnDisk } from './store.commands'

type File = { bytes: Uint8Array; title: string; name: string; formKey: string }

// What a plan rests on is kept as it was, its files too; only what the family brings may come late (6.45).
async function stageProblem(tx: SchoolTx, source: { kind: string; cycleId: string }) {
  const { stage } = await tx.cycle.findFirstOrThrow({
    where: { id: source.cycleId },
    select: { stage: true },
  })
  return sourceStageProblem(source.kind as SourceKind, stage as CycleStage)
}

/** Why a file cannot hang there now, for those who may add to the note or the source; null where it can. */
async function problemOf(tx: SchoolTx, actor: Actor, pupilId: string, owner: AttachmentOwner) {
  const source =
    'sourceId' in owner
      ? await tx.assessmentSource.findFirst({
          where: { id: owner.sourceId, pupilId },
          select: { kind: true, cycleId: true },
        })
      : null
  const isThere =
    'doNoteId' in owner
      ? (await tx.doNote.count({ where: { id: owner.doNoteId, pupilId } })) > 0
      : source !== null
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!isThere || !attachmentPolicy.read(actor, subject)) throw new NotFound('what a file hangs on')
  if (!attachmentPolicy.add(actor, subject)) throw new NotAllowed('attach a file')
  return source && stageProblem(tx, source)
}

/**
 * Attaches a photo or a file to a Do note or a source of the assessment. It is known by its content alone, a photo is
 * drawn anew, and it is kept in the database or on disk as the school has set; two clicks attach it once.
 */
export async function attachFile(
  actor: Actor,
  pupilId: string,
  owner: AttachmentOwner,
  file: File,
  now: Date,
): Promise<Outcome<{ attachmentId: string }>> {
  // Nobody’s file is opened before they may attach it.
  const early = await asActor(actor, (tx) => problemOf(tx, actor, pupilId, owner))
  if (early) return refuse('file', early)
  const ready = await prepareFile(file.bytes)
  if (!ready.ok) return ready
  const { kind, bytes } = ready.value
  const diskName = await keepOnDisk(bytes)
  let unkept = diskName
  try {
    return await asActor(actor, async (tx) => {
      const late = await problemOf(tx, actor, pupilId, owner)
      if (late) return refuse('file', late)
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${file.formKey}, 10))`
      const known = await tx.attachment.findFirst({
        where: { formKey: file.formKey },
        select: { id: true },
      })
      if (known) return { ok: true, value: { attachmentId: known.id } }
      const id = v7()
      const own = { schoolId: actor.schoolId, pupilId }
      await tx.attachment.create({
        data: {
          ...own,
          ...owner,
          id,
          kind,
          title: file.title === '' ? (file.name === '' ? 'File' : file.name) : file.title,
          bytes: bytes.byteLength,
          diskName,
          addedById: actor.membershipId,
          addedAt: now,
          formKey: file.formKey,
        },
      })
      if (diskName === null)
        await tx.attachmentContent.create({
          data: { ...own, attachmentId: id, content: new Uint8Array(bytes) },
        })
      await audit(tx, actor, { action: 'attachment.added', subjectId: id, pupilId, details: { kind } }, now)
      unkept = null
      return { ok: true, value: { attachmentId: id } }
    })
  } finally {
    await forgetOnDisk(unkept)
  }
}
