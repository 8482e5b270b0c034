import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { keepCare, withCare } from './care.reads'
import { readContent, readFamilyContent } from './content.reads'
import {
  type Agreement,
  type FamilyContent,
  familyContent,
  type PlanContent,
  planContent,
} from './content.schema'

/** One published version, without what it says. */
export type VersionLine = {
  id: string
  cycleId: string
  cycleNumber: number
  number: number
  publishedAt: Date
  publishedBy: string
  appliesFrom: IsoDate
  /** Why the plan was changed; null for the first version. */
  reason: string | null
}

/** A published version and the plan as it stood. */
export type Version = VersionLine & { content: PlanContent }

const LINE = {
  id: true,
  cycleId: true,
  number: true,
  publishedAt: true,
  appliesFrom: true,
  reason: true,
  cycle: { select: { number: true } },
  publishedBy: { select: { title: true, givenName: true, familyName: true } },
} as const

const NEWEST_FIRST = [{ cycle: { number: 'desc' } }, { number: 'desc' }] as const

type Row = Omit<VersionLine, 'cycleNumber' | 'publishedBy' | 'appliesFrom'> & {
  appliesFrom: Date
  cycle: { number: number }
  publishedBy: { givenName: string; familyName: string }
}

const lineOf = ({ cycle, publishedBy, appliesFrom, ...row }: Row): VersionLine => ({
  id: row.id,
  cycleId: row.cycleId,
  number: row.number,
  publishedAt: row.publishedAt,
  reason: row.reason,
  cycleNumber: cycle.number,
  publishedBy: `${publishedBy.givenName} ${publishedBy.familyName}`,
  appliesFrom: fromDateColumn(appliesFrom),
})

/**
 * The version of the plan that a pupil's staff read today: of the newest cycle that has one, the highest number. Who has
 * read it is asked by its `id` (6.49); null before the first plan, and for a plan older than versions are.
 */
export async function latestVersion(tx: SchoolTx, pupilId: string): Promise<VersionLine | null> {
  const row = await tx.planVersion.findFirst({
    where: { pupilId },
    orderBy: [...NEWEST_FIRST],
    select: LINE,
  })
  return row && lineOf(row)
}

/** Every version of a pupil's plans, the newest first. */
export async function listVersions(tx: SchoolTx, pupilId: string): Promise<VersionLine[]> {
  const rows = await tx.planVersion.findMany({ where: { pupilId }, orderBy: [...NEWEST_FIRST], select: LINE })
  return rows.map(lineOf)
}

/** One version of a pupil's plan as it stood; null where there is no such one for whoever asks. */
export async function findVersion(tx: SchoolTx, pupilId: string, id: string): Promise<Version | null> {
  const row = await tx.planVersion.findFirst({ where: { pupilId, id }, select: { ...LINE, content: true } })
  return row && { ...lineOf(row), content: await withCare(tx, row.id, planContent.parse(row.content)) }
}

/** The version that stands of one cycle; null before it was published. */
export async function latestOfCycle(tx: SchoolTx, cycleId: string): Promise<Version | null> {
  const row = await tx.planVersion.findFirst({
    where: { cycleId },
    orderBy: { number: 'desc' },
    select: { ...LINE, content: true },
  })
  return row && { ...lineOf(row), content: await withCare(tx, row.id, planContent.parse(row.content)) }
}

/** A version as its family has it: the only one of the two that row-level security shows to a parent. */
export type FamilyVersion = {
  number: number
  appliesFrom: IsoDate
  reason: string | null
  content: FamilyContent
}

/** The family's edition of the newest version; null before the first one was published. */
export async function latestFamilyVersion(tx: SchoolTx, pupilId: string): Promise<FamilyVersion | null> {
  const row = await tx.planFamilyVersion.findFirst({
    where: { pupilId },
    orderBy: [...NEWEST_FIRST],
    select: { versionId: true, number: true, appliesFrom: true, reason: true, content: true },
  })
  return (
    row && {
      number: row.number,
      appliesFrom: fromDateColumn(row.appliesFrom),
      reason: row.reason,
      content: await withCare(tx, row.versionId, familyContent.parse(row.content)),
    }
  )
}

type Published = {
  cycleId: string
  pupilId: string
  appliesFrom: IsoDate
  /** Why it was changed; null for the first version. */
  reason: string | null
  agreement: readonly Agreement[]
}

/** Keeps the plan as it is shared now as its next version, for staff and for the family: neither can change again. */
export async function keepVersion(
  tx: SchoolTx,
  actor: Actor,
  { cycleId, pupilId, appliesFrom, reason, agreement }: Published,
  now: Date,
): Promise<{ id: string; number: number }> {
  const content = await readContent(tx, cycleId, [...agreement], schoolDay(now))
  const forFamily = await readFamilyContent(tx, cycleId, schoolDay(now))
  if (!content || !forFamily) throw new Error(`cycle ${cycleId} has no shared plan to keep`)
  const last = await tx.planVersion.aggregate({ where: { cycleId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const own = {
    schoolId: actor.schoolId,
    pupilId,
    cycleId,
    number,
    appliesFrom: toDateColumn(appliesFrom),
    reason,
  }
  const { id } = await tx.planVersion.create({
    data: { ...own, publishedAt: now, publishedById: actor.membershipId, content },
    select: { id: true },
  })
  await tx.planFamilyVersion.create({ data: { ...own, versionId: id, content: forFamily, sharedAt: now } })
  await keepCare(tx, id)
  return { id, number }
}
