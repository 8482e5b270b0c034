import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { answersFrom } from './answers.rules'
import type { Answers } from './candidates.rules'
import type { Mapping } from './columns.rules'
import { readRegister, type RegisterReading } from './read.rules'
import { keptMapping } from './schema'

export type ImportStatus = 'dry-run' | 'applied' | 'discarded'

/** A file on its way in, as it is kept. */
export type KeptImport = {
  id: string
  version: number
  status: ImportStatus
  uploadedAt: Date
  uploadedBy: string
  content: Uint8Array | null
  mapping: Mapping
  answers: Answers
  summary: unknown
}

/** An import of this school by its id. */
export async function keptImport(tx: SchoolTx, actor: Actor, importId: string): Promise<KeptImport> {
  const row = await tx.registerImport.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: importId } },
    include: { uploadedBy: { select: { givenName: true, familyName: true } } },
  })
  if (!row) throw new NotFound(`import ${importId}`)
  const { id, version, uploadedAt, uploadedBy, content, summary } = row
  return {
    id,
    version,
    uploadedAt,
    content,
    summary,
    status: row.status as ImportStatus,
    uploadedBy: `${uploadedBy.givenName} ${uploadedBy.familyName}`,
    mapping: keptMapping.parse(row.mapping ?? {}),
    answers: answersFrom(row.accepted),
  }
}

/** A file as its columns alone are read, and as the school's mapping has it read. */
export const readAsMapped = (content: Uint8Array, mapping: Mapping, now: Date): RegisterReading =>
  readRegister(content, { today: schoolDay(now), mapping })
