import 'server-only'
import type { AttachmentLine } from '@/lib/attachment/rules'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { SharedSource, SourceKind } from './rules'

type Row = {
  id: string
  kind: SourceKind
  said_by: string
  said_on: IsoDate
  words: string
  files: AttachmentLine[] | null
}

/**
 * What was found out about a child and shared with the parents, the newest first, with the files that hang on it. What
 * a parent said is left out, because it may be the other parent’s.
 */
export async function sharedSources(tx: SchoolTx, pupilId: string, limit: number): Promise<SharedSource[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id::text, s.kind, s.said_by, s.said_on::text, s.words,
      (SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'bytes', a.bytes) ORDER BY a.added_at, a.id)
         FROM attachments a WHERE a.school_id = s.school_id AND a.source_id = s.id) AS files
    FROM assessment_sources s
    WHERE s.pupil_id = ${pupilId}::uuid AND s.shared_at IS NOT NULL AND s.kind <> 'parent'
    ORDER BY s.said_on DESC, s.id DESC LIMIT ${limit}`
  return rows.map(({ id, kind, said_by: saidBy, said_on: saidOn, words, files }) => ({
    ...{ id, kind, saidBy, saidOn, words, files: files ?? [] },
  }))
}
