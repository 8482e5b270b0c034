import 'server-only'
import { v7 as newId } from 'uuid'
import { audit, auditEach } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { discardImport, mayBring, openImport, startImport } from './commands'
import { readAsMapped } from './import.reads'
import { type ImportJson, importJson } from './json.rules'
import { knownSchool } from './known.reads'
import { rowsLeftOut } from './left-out.rules'
import { planRegister } from './plan.rules'
import { writeRows } from './rows.commands'
import type { ImportSummary } from './schema'
import { importRows, type ImportRows } from './writes.rules'

/** A school of several thousand pupils on a busy machine; an ordinary one takes a second or two. */
const ALLOWED_MS = 120_000

/**
 * Applies all good rows in one transaction and leaves the others out (issue 2, section 4). The plan is made anew inside
 * it, so what is written is what is true then; of two people who confirm at once, one applies and the other is told.
 */
export async function confirmImport(
  actor: Actor,
  importId: string,
  version: number,
  now: Date,
): Promise<Outcome<ImportJson>> {
  mayBring(actor, `confirm import ${importId}`)
  const { schoolId } = actor
  return asActor(
    actor,
    async (tx) => {
      const open = await openImport(tx, actor, importId, version)
      if (!open.ok) return open
      const { content, mapping, answers } = open.value
      const reading = readAsMapped(content, mapping, now)
      if (!reading.ok) return refuse('form', reading.sentence)
      // One import of a school at a time: two files may hold the same new pupils.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`register-import ${schoolId}`}, 0))`
      const school = await knownSchool(tx, { toChange: true })
      const today = schoolDay(now)
      const plan = planRegister(reading.register, school, { today, answers })
      const rows = importRows(plan, school, { today, newId })
      await writeRows(tx, schoolId, rows, now)

      const json = importJson(reading.register, plan, true)
      const leftOut = rowsLeftOut(reading.register, plan)
      const summary: ImportSummary = { rows: json.rows, ...json.pupils, leftOut }
      await tx.registerImport.update({
        where: { schoolId_id: { schoolId, id: importId } },
        data: { status: 'applied', content: null, accepted: [], summary, version: { increment: 1 } },
      })
      await auditEach(tx, actor, entriesOf(importId, rows), now)
      await audit(
        tx,
        actor,
        { action: 'register.imported', subjectId: importId, details: { ...summary } },
        now,
      )
      return { ok: true, value: json }
    },
    { timeoutMs: ALLOWED_MS },
  )
}

/** Both steps at once, for the command line: the same file through the same commands, and not kept if it is refused. */
export async function importRegister(
  actor: Actor,
  bytes: Uint8Array,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const started = await startImport(actor, bytes, now)
  if (!started.ok) return started
  const { importId } = started.value
  const confirmed = await confirmImport(actor, importId, 1, now)
  if (!confirmed.ok) await discardImport(actor, importId, 1, now)
  return confirmed
}

/** One entry for each pupil that was made or changed, and for each cycle that ended with the support: ids and names of fields. */
const entriesOf = (importId: string, { fields, cyclesClosed }: ImportRows) => [
  ...fields.map(({ pupilId, isNew, fields: changed }) => ({
    action: isNew ? ('pupil.imported' as const) : ('pupil.changed-by-import' as const),
    subjectId: pupilId,
    pupilId,
    details: { importId, ...(isNew ? {} : { fields: changed }) },
  })),
  ...cyclesClosed.map(({ id, pupilId }) => ({
    action: 'cycle.closed' as const,
    subjectId: id,
    pupilId,
    details: { importId, reason: 'support-ended' },
  })),
]
