import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { attachmentPolicy } from './policy'
import type { AttachmentKind } from './rules'
import { readFromDisk } from './store.commands'

export type OpenedFile = { title: string; kind: AttachmentKind; bytes: Uint8Array }

/** One file, for whoever may read what it hangs on, and the trace that it was opened; for anyone else it is not there. */
export async function openAttachment(
  actor: Actor,
  { pupilId, attachmentId }: { pupilId: string; attachmentId: string },
  now: Date,
): Promise<OpenedFile> {
  if (!isId(pupilId) || !isId(attachmentId)) throw new NotFound('file')
  const found = await asActor(actor, async (tx) => {
    const row = await tx.attachment.findFirst({
      where: { id: attachmentId, pupilId },
      select: {
        schoolId: true,
        kind: true,
        title: true,
        diskName: true,
        content: { select: { content: true } },
      },
    })
    if (!row || !attachmentPolicy.read(actor, { schoolId: row.schoolId, pupilId }))
      throw new NotFound(`file ${attachmentId}`)
    await audit(tx, actor, { action: 'attachment.opened', subjectId: attachmentId, pupilId }, now)
    return row
  })
  const { title, diskName, content } = found
  const bytes = diskName === null ? content?.content : await readFromDisk(diskName)
  if (!bytes) throw new Error(`the content of file ${attachmentId} is gone`)
  return { title, kind: found.kind as AttachmentKind, bytes: new Uint8Array(bytes) }
}
