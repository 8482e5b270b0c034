import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { keptAnswers, withAnswers } from './answers.rules'
import type { Concept } from './concepts.rules'
import { type KeptImport, keptImport } from './import.reads'
import { mappingOf } from './mapping.rules'
import { registerImportPolicy } from './policy'
import { plainColumns } from './read.rules'
import { headersOf, rememberedMapping } from './reads'

/** How long a file waits for its confirmation before it is emptied. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000

export const mayBring = (actor: Actor, what: string) => {
  if (!registerImportPolicy.bring(actor, actor)) throw new NotAllowed(what)
}

/**
 * Keeps a school's export until it is confirmed, with the mapping the school has put right for the same headings. Refused
 * where nobody could say what its columns are; nothing of the register is written (issue 2, section 4).
 */
export async function startImport(
  actor: Actor,
  bytes: Uint8Array,
  now: Date,
): Promise<Outcome<{ importId: string }>> {
  mayBring(actor, 'bring a register')
  const { columns, sentence } = plainColumns(bytes, schoolDay(now))
  if (columns.length === 0) return refuse('file', sentence)
  return asActor(
    actor,
    async (tx) => {
      const mapping = await rememberedMapping(tx, columns)
      const { id } = await tx.registerImport.create({
        data: {
          schoolId: actor.schoolId,
          uploadedAt: now,
          uploadedById: actor.membershipId,
          content: Uint8Array.from(bytes),
          mapping,
        },
        select: { id: true },
      })
      await audit(tx, actor, { action: 'register.uploaded', subjectId: id }, now)
      return { ok: true, value: { importId: id } }
    },
    { timeoutMs: 60_000 },
  )
}

/** The kept import, for someone who may bring a register and saw this version of it; its file must still be there. */
export async function openImport(
  tx: SchoolTx,
  actor: Actor,
  importId: string,
  version: number,
): Promise<Outcome<KeptImport & { content: Uint8Array }>> {
  await tx.$executeRaw`SELECT FROM register_imports WHERE id = ${importId}::uuid FOR UPDATE`
  const kept = await keptImport(tx, actor, importId)
  if (kept.status === 'applied')
    return refuse('form', 'This register has been imported already, so nothing was done again')
  const { content } = kept
  if (kept.status === 'discarded' || content === null)
    return refuse('form', 'This file is no longer kept. Upload it again')
  if (kept.version !== version) throw new ChangedElsewhere(`import ${importId}`)
  return { ok: true, value: { ...kept, content } }
}

/** Puts right which column is what, for this file and for every later one of the school with the same headings. */
export async function correctMapping(
  actor: Actor,
  importId: string,
  version: number,
  chosen: Readonly<Record<string, Concept | null>>,
  now: Date,
): Promise<Outcome<null>> {
  mayBring(actor, `map the columns of import ${importId}`)
  return asActor(actor, async (tx) => {
    const open = await openImport(tx, actor, importId, version)
    if (!open.ok) return open
    const { columns } = plainColumns(open.value.content, schoolDay(now))
    const made = mappingOf(
      columns,
      columns.map(({ index }) => chosen[index] ?? null),
    )
    if (!made.ok) return refuse(`columns.${made.index}`, made.message)
    const { mapping } = made
    const { schoolId } = actor
    const headers = headersOf(columns)
    await tx.importMapping.upsert({
      where: { schoolId_headers: { schoolId, headers } },
      create: { schoolId, headers, mapping },
      update: { mapping, version: { increment: 1 } },
    })
    // What was answered was answered about rows as they were read before.
    await tx.registerImport.update({
      where: { schoolId_id: { schoolId, id: importId } },
      data: { mapping, accepted: [], version: { increment: 1 } },
    })
    await audit(tx, actor, { action: 'register.mapped', subjectId: importId }, now)
    return { ok: true, value: null }
  })
}

/** Keeps who each row in question is about: a pupil of the school, somebody new, or not known yet (domain.md 3.5). */
export async function answerAsks(
  actor: Actor,
  importId: string,
  version: number,
  given: Readonly<Record<string, string>>,
  now: Date,
): Promise<Outcome<null>> {
  mayBring(actor, `answer for import ${importId}`)
  return asActor(actor, async (tx) => {
    const open = await openImport(tx, actor, importId, version)
    if (!open.ok) return open
    const answers = withAnswers(open.value.answers, given)
    await tx.registerImport.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: importId } },
      data: { accepted: keptAnswers(answers), version: { increment: 1 } },
    })
    await audit(
      tx,
      actor,
      { action: 'register.matched', subjectId: importId, details: { answers: answers.size } },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Puts a file away without importing it; nothing of it is kept. */
export async function discardImport(
  actor: Actor,
  importId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  mayBring(actor, `discard import ${importId}`)
  return asActor(actor, async (tx) => {
    const open = await openImport(tx, actor, importId, version)
    if (!open.ok) return open
    await tx.registerImport.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: importId } },
      data: { status: 'discarded', content: null, accepted: [], version: { increment: 1 } },
    })
    await audit(tx, actor, { action: 'register.discarded', subjectId: importId }, now)
    return { ok: true, value: null }
  })
}

/** Empties files that nobody confirmed within a day: a roll of children is not left lying about (domain.md 6). */
export async function emptyOldFiles(actor: Actor, now: Date): Promise<{ emptied: number }> {
  mayBring(actor, 'empty old files')
  return asActor(actor, async (tx) => {
    const { count } = await tx.registerImport.updateMany({
      where: { status: 'dry-run', uploadedAt: { lt: new Date(now.getTime() - KEPT_FOR_MS) } },
      data: { status: 'discarded', content: null, accepted: [], version: { increment: 1 } },
    })
    return { emptied: count }
  })
}
