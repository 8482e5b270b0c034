import 'server-only'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { AssessmentRecord, SourceKind, SourceLine, ViewsHow } from './rules'

const NOTHING: AssessmentRecord = {
  version: 0,
  strengths: null,
  barriers: null,
  summary: null,
  parentViews: null,
  parentViewsFrom: null,
  parentViewsOn: null,
  pupilViews: null,
  pupilViewsHow: null,
  pupilViewsOn: null,
}

/** What is written of a cycle's assessment; for a parent, once the plan came into force. */
export async function readAssessment(tx: SchoolTx, cycleId: string): Promise<AssessmentRecord> {
  const row = await tx.assessment.findFirst({ where: { cycleId } })
  if (!row) return NOTHING
  return {
    version: row.version,
    strengths: row.strengths,
    barriers: row.barriers,
    summary: row.summary,
    parentViews: row.parentViews,
    parentViewsFrom: row.parentViewsFrom,
    parentViewsOn: fromDateColumnOrNull(row.parentViewsOn),
    pupilViews: row.pupilViews,
    pupilViewsHow: row.pupilViewsHow as ViewsHow | null,
    pupilViewsOn: fromDateColumnOrNull(row.pupilViewsOn),
  }
}

/** The sources of a cycle's assessment, the oldest first; for a parent, those that were shared. */
export async function readSources(tx: SchoolTx, cycleId: string): Promise<SourceLine[]> {
  const rows = await tx.assessmentSource.findMany({
    where: { cycleId },
    orderBy: [{ saidOn: 'asc' }, { id: 'asc' }],
    include: {
      writtenBy: { select: { givenName: true, familyName: true } },
      _count: { select: { attachments: true } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as SourceKind,
    saidBy: row.saidBy,
    saidOn: fromDateColumn(row.saidOn),
    words: row.words,
    writtenBy: `${row.writtenBy.givenName} ${row.writtenBy.familyName}`,
    writtenById: row.writtenById,
    isShared: row.sharedAt !== null,
    files: row._count.attachments,
  }))
}
