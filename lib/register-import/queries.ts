import 'server-only'
import { type IsoDate, schoolDay, schoolTime } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { type ImportStatus, type KeptImport, keptImport, readAsMapped } from './import.reads'
import { type ImportJson, importJson } from './json.rules'
import { knownSchool } from './known.reads'
import { planRegister } from './plan.rules'
import { registerImportPolicy } from './policy'
import { columnLines, type ColumnLine, type Preview, previewOf } from './preview.rules'
import { problemFile } from './problem-file.rules'
import { plainColumns } from './read.rules'
import { rememberedMapping } from './reads'
import { importSummary, type ImportSummary } from './schema'

const mustBring = (actor: Actor, what: string) => {
  if (!registerImportPolicy.bring(actor, actor)) throw new NotFound(what)
}

/** When and by whom a file was brought. */
type Brought = { id: string; version: number; uploadedOn: IsoDate; uploadedAt: string; uploadedBy: string }

export type ImportPage = Brought &
  (
    | { stage: 'unreadable'; sentence: string; columns: ColumnLine[] }
    | { stage: 'dry-run'; preview: Preview }
    | { stage: 'applied'; summary: ImportSummary | null }
    | { stage: 'discarded' }
  )

/**
 * The dry run of a file: what importing it would do to the register as it is now, with nothing written; or what became of
 * it. The statements do not grow with its rows (issue 2, section 4).
 */
export async function dryRun(actor: Actor, importId: string, now: Date): Promise<ImportPage> {
  mustBring(actor, `import ${importId}`)
  const { kept, school } = await asActor(actor, async (tx) => {
    const kept = await keptImport(tx, actor, importId)
    return { kept, school: kept.status === 'dry-run' && kept.content ? await knownSchool(tx) : null }
  })
  const brought = broughtOf(kept)
  if (kept.status === 'applied')
    return { ...brought, stage: 'applied', summary: importSummary.safeParse(kept.summary).data ?? null }
  if (!school || !kept.content) return { ...brought, stage: 'discarded' }

  const today = schoolDay(now)
  const reading = readAsMapped(kept.content, kept.mapping, now)
  if (!reading.ok)
    return {
      ...brought,
      stage: 'unreadable',
      sentence: reading.sentence,
      columns: columnLines(reading.columns, []),
    }
  const { register } = reading
  const { answers } = kept
  const plan = planRegister(register, school, { today, answers })
  const unanswered = answers.size === 0 ? plan : planRegister(register, school, { today, answers: new Map() })
  const preview = previewOf(register, school, { plan, asks: unanswered.asks, answers }, today)
  return { ...brought, stage: 'dry-run', preview }
}

const broughtOf = ({ id, version, uploadedAt, uploadedBy }: Omit<KeptImport, 'content'>): Brought => ({
  id,
  version,
  uploadedOn: schoolDay(uploadedAt),
  uploadedAt: schoolTime(uploadedAt),
  uploadedBy,
})

/** The rows that stay out, as they stand in the file with what to mend, to be put right and imported again. */
export async function rowsToMend(actor: Actor, importId: string, now: Date): Promise<string> {
  mustBring(actor, `import ${importId}`)
  const { kept, school } = await asActor(actor, async (tx) => ({
    kept: await keptImport(tx, actor, importId),
    school: await knownSchool(tx),
  }))
  const reading = kept.content && readAsMapped(kept.content, kept.mapping, now)
  if (!reading?.ok) throw new NotFound(`rows of import ${importId}`)
  const plan = planRegister(reading.register, school, { today: schoolDay(now), answers: kept.answers })
  return problemFile(reading.register, plan)
}

/** The dry run of a file that is not kept anywhere: for the command line. */
export async function previewRegister(
  actor: Actor,
  bytes: Uint8Array,
  now: Date,
): Promise<Outcome<ImportJson>> {
  mustBring(actor, 'import')
  const today = schoolDay(now)
  const { mapping, school } = await asActor(actor, async (tx) => ({
    mapping: await rememberedMapping(tx, plainColumns(bytes, today).columns),
    school: await knownSchool(tx),
  }))
  const reading = readAsMapped(bytes, mapping, now)
  if (!reading.ok) return refuse('file', reading.sentence)
  const plan = planRegister(reading.register, school, { today, answers: new Map() })
  return { ok: true, value: importJson(reading.register, plan, false) }
}

export type ImportLine = Brought & { status: ImportStatus; summary: ImportSummary | null }

/** The last imports of the school, the latest first. */
export async function listImports(actor: Actor): Promise<ImportLine[]> {
  mustBring(actor, 'imports')
  return asActor(actor, async (tx) => {
    const rows = await tx.registerImport.findMany({
      select: {
        id: true,
        version: true,
        uploadedAt: true,
        status: true,
        summary: true,
        uploadedBy: { select: { givenName: true, familyName: true } },
      },
      orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
      take: 10,
    })
    return rows.map(({ id, version, uploadedAt, uploadedBy, status, summary }) => ({
      id,
      version,
      uploadedOn: schoolDay(uploadedAt),
      uploadedAt: schoolTime(uploadedAt),
      uploadedBy: `${uploadedBy.givenName} ${uploadedBy.familyName}`,
      status: status as ImportStatus,
      summary: importSummary.safeParse(summary).data ?? null,
    }))
  })
}
