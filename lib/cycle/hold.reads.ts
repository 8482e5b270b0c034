import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor, PupilSubject } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { cyclePolicy } from './policy'
import type { CycleStage } from './rules'

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
