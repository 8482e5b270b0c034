import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type SourceKind, viewsGaps, type ViewsHow } from './rules'
import type { RequestLine, RequestToMeet, ViewsLine } from './request.rules'

const name = { select: { givenName: true, familyName: true } } as const

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** The requests of a cycle's assessment that were not taken back, the oldest first. */
export async function requestsOf(tx: SchoolTx, cycleId: string): Promise<RequestLine[]> {
  const rows = await tx.assessmentRequest.findMany({
    where: { cycleId, withdrawnAt: null },
    include: { askedOf: name, askedBy: name },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as SourceKind,
    askedOfId: row.askedOfId,
    askedOf: nameOf(row.askedOf),
    askedBy: nameOf(row.askedBy),
    askedOn: schoolDay(row.askedAt),
    words: row.words,
    isMet: row.sourceId !== null,
  }))
}

const pupil = {
  select: { givenName: true, preferredName: true, familyName: true, schoolClass: { select: { name: true } } },
} as const

type Pupil = {
  givenName: string
  preferredName: string | null
  familyName: string
  schoolClass: { name: string } | null
}

const called = ({ preferredName, givenName, familyName, schoolClass }: Pupil) => ({
  pupilName: `${preferredName ?? givenName} ${familyName}`,
  className: schoolClass?.name ?? null,
})

/** What this person was asked to say about pupils, while the assessment can still be added to (6.45). */
export async function requestsToMeet(tx: SchoolTx, askedOfId: string): Promise<RequestToMeet[]> {
  const rows = await tx.assessmentRequest.findMany({
    where: { askedOfId, sourceId: null, withdrawnAt: null, cycle: { stage: { in: ['assess', 'plan'] } } },
    select: {
      pupilId: true,
      cycleId: true,
      kind: true,
      askedAt: true,
      words: true,
      askedBy: name,
      cycle: { select: { pupil } },
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ cycle, askedBy, askedAt, kind, ...row }) => ({
    ...row,
    ...called(cycle.pupil),
    kind: kind as SourceKind,
    askedBy: nameOf(askedBy),
    askedOn: schoolDay(askedAt),
  }))
}

/** The open cycles without the views of parents or pupil: all whom this person sees, or those of one pupil (6.45, R06). */
export async function viewsLacking(tx: SchoolTx, pupilId: string | null): Promise<ViewsLine[]> {
  const rows = await tx.cycle.findMany({
    where: { stage: { not: 'closed' }, ...(pupilId !== null && { pupilId }) },
    select: {
      id: true,
      pupilId: true,
      stage: true,
      startedOn: true,
      pupil,
      assessment: { select: { parentViews: true, pupilViews: true, pupilViewsHow: true } },
      sources: { where: { kind: { in: ['parent', 'pupil'] } }, select: { kind: true } },
    },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row) => {
    const { assessment } = row
    const lacks = viewsGaps({
      parentViews: assessment?.parentViews ?? null,
      pupilViews: assessment?.pupilViews ?? null,
      pupilViewsHow: (assessment?.pupilViewsHow ?? null) as ViewsHow | null,
      kinds: row.sources.map(({ kind }) => kind as SourceKind),
    })
    if (lacks.length === 0) return []
    const { pupilId: ofPupil, id: cycleId, stage } = row
    const startedOn = fromDateColumn(row.startedOn)
    const isAssessing = stage === 'assess'
    return [{ pupilId: ofPupil, cycleId, isAssessing, startedOn, lacks, ...called(row.pupil) }]
  })
}
