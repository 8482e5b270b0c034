import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, part, type Part, readPart, sql } from '@/lib/platform/gather'
import { type SourceKind, viewsGaps } from './rules'
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

type ViewsRow = Omit<ViewsLine, 'lacks'> & Parameters<typeof viewsGaps>[0]

/** The open cycles without the views of parents or pupil: all whom this person sees, or those of one pupil (6.45, R06). */
export const viewsPart = (pupilId: string | null): Part<ViewsLine[]> =>
  part<ViewsRow, ViewsLine[]>(
    sql`
    SELECT c.pupil_id AS "pupilId", c.id AS "cycleId", c.stage = 'assess' AS "isAssessing", c.started_on AS "startedOn",
      concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName", k.name AS "className",
      a.parent_views AS "parentViews", a.pupil_views AS "pupilViews", a.pupil_views_how AS "pupilViewsHow", COALESCE(said.kinds, '[]') AS kinds
    FROM cycles c
    JOIN pupils p ON p.school_id = c.school_id AND p.id = c.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    LEFT JOIN assessments a ON a.school_id = c.school_id AND a.cycle_id = c.id
    LEFT JOIN (SELECT s.school_id, s.cycle_id, json_agg(s.kind) AS kinds FROM assessment_sources s
      WHERE s.kind IN ('parent', 'pupil') ${pupilId === null ? empty : sql`AND s.pupil_id = ${pupilId}::uuid`}
      GROUP BY s.school_id, s.cycle_id) said ON said.school_id = c.school_id AND said.cycle_id = c.id
    WHERE c.stage <> 'closed' ${pupilId === null ? empty : sql`AND c.pupil_id = ${pupilId}::uuid`}
    ORDER BY c.started_on, c.id`,
    (rows) =>
      rows.flatMap(({ parentViews, pupilViews, pupilViewsHow, kinds, ...line }) => {
        const lacks = viewsGaps({ parentViews, pupilViews, pupilViewsHow, kinds })
        return lacks.length === 0 ? [] : [{ ...line, lacks }]
      }),
  )

/** The same by itself. */
export const viewsLacking = (tx: SchoolTx, pupilId: string | null): Promise<ViewsLine[]> =>
  readPart(tx, viewsPart(pupilId))
