import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { attachmentPolicy } from './policy'
import { prepareFile } from './prepare.commands'
import type { AttachmentOwner } from './reads'
import { forgetOnDisk, keepOnDisk } from './store.commands'

type File = { bytes: Uint8Array; title: string; name: string; formKey: string }

/** The note or the source that a file is to hang on, for those who may add to it. */
async function ownerFor(tx: SchoolTx, actor: Actor, pupilId: string, owner: AttachmentOwner) {
  const select = { pupilId: true } as const
  const found =
    'doNoteId' in owner
      ? await tx.doNote.findFirst({ where: { id: owner.doNoteId, pupilId }, select })
      : await tx.assessmentSource.findFirst({ where: { id: owner.sourceId, pupilId }, select })
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!found || !attachmentPolicy.read(actor, subject)) throw new NotFound('what a file hangs on')
  if (!attachmentPolicy.add(actor, subject)) throw new NotAllowed('attach a file')
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
  await asActor(actor, (tx) => ownerFor(tx, actor, pupilId, owner))
  const ready = await prepareFile(file.bytes)
  if (!ready.ok) return ready
  const { kind, bytes } = ready.value
  const diskName = await keepOnDisk(bytes)
  let unkept = diskName
  try {
    return await asActor(actor, async (tx) => {
      await ownerFor(tx, actor, pupilId, owner)
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
