import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor, PupilSubject } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { workInChange } from './change.reads'
import { cyclePolicy } from './policy'
import type { CycleStage } from './rules'
import { isDraft } from './writing.rules'

/** Which cycle of which pupil: both stand in the address, and both must be right. */
export type CyclePlace = { pupilId: string; cycleId: string }

/** As much of a cycle and its pupil as every page and command about it needs. */
export type CycleHeader = CyclePlace & {
  schoolId: string
  number: number
  stage: CycleStage
  version: number
  startedOn: IsoDate
  activatedOn: IsoDate | null
  reviewDue: IsoDate | null
  closedOn: IsoDate | null
  previousId: string | null
  /** The change of the plan that is being written, while the plan is in force. */
  changeId: string | null
  /** What the pupil is called in a sentence. */
  givenName: string
  name: string
}

async function findCycle(tx: SchoolTx, where: { id: string; pupilId?: string }): Promise<CycleHeader | null> {
  const row = await tx.cycle.findFirst({
    where,
    select: {
      id: true,
      schoolId: true,
      pupilId: true,
      number: true,
      stage: true,
      version: true,
      startedOn: true,
      activatedOn: true,
      reviewDue: true,
      closedOn: true,
      previousId: true,
      changes: { where: { ended: null }, select: { id: true } },
      pupil: { select: { givenName: true, familyName: true, preferredName: true } },
    },
  })
  if (!row) return null
  const { pupil } = row
  return {
    cycleId: row.id,
    pupilId: row.pupilId,
    schoolId: row.schoolId,
    number: row.number,
    stage: row.stage as CycleStage,
    version: row.version,
    startedOn: fromDateColumn(row.startedOn),
    activatedOn: fromDateColumnOrNull(row.activatedOn),
    reviewDue: fromDateColumnOrNull(row.reviewDue),
    closedOn: fromDateColumnOrNull(row.closedOn),
    previousId: row.previousId,
    changeId: row.changes[0]?.id ?? null,
    givenName: pupil.preferredName ?? pupil.givenName,
    name: `${pupil.preferredName ?? pupil.givenName} ${pupil.familyName}`,
  }
}

/** The cycle a page is about; that the pupil's record was opened is written down, because a parent may ask. */
export async function openCycle(
  tx: SchoolTx,
  actor: Actor,
  place: CyclePlace,
  page: string,
  now: Date,
): Promise<CycleHeader> {
  const cycle = await findCycle(tx, { id: place.cycleId, pupilId: place.pupilId })
  if (!cycle || !cyclePolicy.read(actor, cycle)) throw new NotFound(`cycle ${place.cycleId}`)
  const trace = { subjectId: cycle.pupilId, pupilId: cycle.pupilId, details: { page } }
  await audit(tx, actor, { action: 'pupil.opened', ...trace }, now)
  return cycle
}

/** The same for a page that changes something: it is not there where the answer would be no anyway. */
export async function openToWrite(
  tx: SchoolTx,
  actor: Actor,
  place: CyclePlace,
  page: string,
  now: Date,
  allowed: (cycle: CycleHeader) => boolean,
): Promise<CycleHeader> {
  const cycle = await openCycle(tx, actor, place, page, now)
  if (!allowed(cycle)) throw new NotFound(`${page} of cycle ${place.cycleId}`)
  return cycle
}

type May = (actor: Actor, subject: PupilSubject) => boolean

/** The cycle a command works on, for those who may; anyone else is told it is not there, or that they may not. */
export async function cycleFor(tx: SchoolTx, actor: Actor, cycleId: string, may: May): Promise<CycleHeader> {
  const cycle = await findCycle(tx, { id: cycleId })
  if (!cycle || !cyclePolicy.read(actor, cycle)) throw new NotFound(`cycle ${cycleId}`)
  if (!may(actor, cycle)) throw new NotAllowed(`change cycle ${cycleId}`)
  return cycle
}

/**
 * The same, held for this transaction: nobody brings the plan into force, or closes the cycle, while a line of it
 * is being written. `version` is the cycle's own, where the form is about the cycle.
 */
export async function holdCycle(
  tx: SchoolTx,
  actor: Actor,
  cycleId: string,
  may: May,
  version?: number,
): Promise<CycleHeader> {
  const seen = await cycleFor(tx, actor, cycleId, may)
  const [held] = await tx.$queryRaw<{ stage: CycleStage; version: number }[]>`
    SELECT stage, version FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`
  if (!held || (version !== undefined && held.version !== version))
    throw new ChangedElsewhere(`cycle ${cycleId}`)
  return { ...seen, ...held }
}

/**
 * The same for an act on a part of the plan: from here on the transaction works in the open change, where there is one,
 * so that the act writes its draft and not the plan as everybody reads it.
 */
export async function holdPlan(tx: SchoolTx, actor: Actor, cycleId: string, may: May): Promise<CycleHeader> {
  const cycle = await holdCycle(tx, actor, cycleId, may)
  // It may have been opened, published or dropped while this act waited for the cycle.
  const change = await tx.planChange.findFirst({ where: { cycleId, ended: null }, select: { id: true } })
  if (change) await workInChange(tx, { id: change.id, cycleId })
  return { ...cycle, changeId: change?.id ?? null }
}

/** A page that changes a part of the plan: a draft, or inside the open change its draft. */
export async function openPlanToWrite(
  tx: SchoolTx,
  actor: Actor,
  place: CyclePlace,
  page: string,
  now: Date,
  may: May,
): Promise<CycleHeader> {
  const isWritten = (cycle: CycleHeader) => isDraft(cycle.stage, cycle.changeId) && may(actor, cycle)
  const cycle = await openToWrite(tx, actor, place, page, now, isWritten)
  if (cycle.changeId) await workInChange(tx, { id: cycle.changeId, cycleId: cycle.cycleId })
  return cycle
}
