import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { AttachmentKind, AttachmentLine } from './rules'

/** What a file hangs on: exactly one of them. */
export type AttachmentOwner = { doNoteId: string } | { sourceId: string }

/** The files of a Do note or a source, oldest first, without their bytes; for a parent, those of what was shared. */
export async function attachmentsOf(tx: SchoolTx, owner: AttachmentOwner): Promise<AttachmentLine[]> {
  const rows = await tx.attachment.findMany({
    where: owner,
    select: { id: true, kind: true, title: true, bytes: true },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, kind: row.kind as AttachmentKind }))
}
