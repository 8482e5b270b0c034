import type { IsoDate } from '@/lib/calendar/iso-date'
import type { NeedCode } from './need-words.rules'
import type { ImportedPupil } from './people.rules'
import { type KnownParent, type ParentStep, parentSteps } from './parent-steps.rules'
import type { ImportedParent } from './row.rules'
import { standingPeriod, type StatusPeriod, type StatusStep, statusSteps } from './status-steps.rules'

/** What the school's register holds of a pupil, as plain values: all an import is compared with. */
export type KnownPupil = PupilDetails & {
  id: string
  periods: StatusPeriod[]
  /** The needs of today, the primary first; those the pupil had last, where there are none today. */
  needs: NeedCode[]
  parents: KnownParent[]
}

export type PupilDetails = {
  upn: string | null
  familyName: string
  givenName: string
  preferredName: string | null
  dateOfBirth: IsoDate
  sex: 'F' | 'M' | null
  yearGroup: number | null
  className: string | null
  homeLanguage: string | null
}

export type ChangedField = keyof PupilDetails | 'status' | 'statusFrom' | 'statusUntil' | 'needs' | 'parents'

/** One field before and after; years, codes and days as they are kept, for words.ts to say. */
export type FieldChange = { field: ChangedField; before: string | null; after: string | null }

/** Everything the confirmation writes for one pupil. `needs: null` leaves the needs as they are. */
export type PupilWrites = {
  details: Partial<PupilDetails>
  statusSteps: StatusStep[]
  needs: NeedCode[] | null
  parents: ParentStep[]
}

export type Comparison =
  | { ok: true; changes: FieldChange[]; writes: PupilWrites }
  | { ok: false; concept: 'statusFrom' | 'need'; message: string }

const DETAILS = [
  'upn',
  'familyName',
  'givenName',
  'preferredName',
  'dateOfBirth',
  'sex',
  'yearGroup',
  'className',
  'homeLanguage',
] as const satisfies readonly (keyof PupilDetails)[]

/** What the file would change of a known pupil, field by field; a blank cell changes nothing (issue 2, section 4). */
export function compare(known: KnownPupil, imported: ImportedPupil, today: IsoDate): Comparison {
  const status = statusSteps(known.periods, imported, today)
  if (!status.ok) return { ok: false, concept: 'statusFrom', message: status.message }
  const needsProblem = needsWithoutStatus(known, imported, today)
  if (needsProblem) return { ok: false, concept: 'need', message: needsProblem }
  const changes: FieldChange[] = []
  const details: Partial<PupilDetails> = {}
  for (const field of DETAILS) {
    const after = imported[field]
    if (after === null || after === known[field]) continue
    Object.assign(details, { [field]: after })
    changes.push({ field, before: asText(known[field]), after: asText(after) })
  }
  changes.push(...statusChanges(known.periods, status.steps, today))
  const needs = neededNow(known, imported, status.steps, today)
  if (needs)
    changes.push({
      field: 'needs',
      before: known.needs.join(', ') || null,
      after: needs.join(', ') || null,
    })
  const parents = parentSteps(known.parents, imported.parents)
  for (const step of parents) {
    const before = step.act === 'change' ? parentInWords(step.before) : null
    changes.push({ field: 'parents', before, after: parentInWords(step.parent) })
  }
  return { ok: true, changes, writes: { details, statusSteps: status.steps, needs, parents } }
}

/** The needs the pupil is to have from now on; null where they stay as they are. */
function neededNow(
  known: KnownPupil,
  imported: ImportedPupil,
  steps: readonly StatusStep[],
  today: IsoDate,
): NeedCode[] | null {
  const isOver = imported.statusUntil !== null && imported.statusUntil < today
  // Rows about a status that is over tell of needs that were, not of those a pupil here has.
  const said = imported.needs.length > 0 && !(isOver && known.id !== '') ? imported.needs : known.needs
  const last = steps.at(-1)
  // NSA goes with SEN support only (domain.md 3.1), so it ends when the EHC plan begins.
  const begins = last && last.act !== 'end' && last.status === 'ehc-plan'
  const needs = begins ? said.filter((code) => code !== 'NSA') : said
  return needs.join() === known.needs.join() ? null : needs
}

/** A need without a status would belong to nobody: SEN types go with K or E, and NSA with K only (domain.md 3.1). */
function needsWithoutStatus(
  known: KnownPupil | null,
  imported: ImportedPupil,
  today: IsoDate,
): string | null {
  if (imported.status !== null || imported.needs.length === 0) return null
  const standing = known && standingPeriod(known.periods, today)
  if (!standing)
    return 'SEN status must be given with a need: K (SEN support) or E (education, health and care plan)'
  return standing.status === 'ehc-plan' && imported.needs.includes('NSA')
    ? 'NSA (no specialist assessment) may be given only with SEN support (K), and this pupil has an EHC plan (E)'
    : null
}

const BLANK: Omit<KnownPupil, keyof PupilDetails> = { id: '', periods: [], needs: [], parents: [] }

/** Everything to write for a pupil who is new here. */
export function writesForNew(details: PupilDetails, imported: ImportedPupil, today: IsoDate): Comparison {
  const comparison = compare({ ...details, ...BLANK }, imported, today)
  return comparison.ok ? { ...comparison, writes: { ...comparison.writes, details } } : comparison
}

function statusChanges(
  periods: readonly StatusPeriod[],
  steps: readonly StatusStep[],
  today: IsoDate,
): FieldChange[] {
  const last = steps.at(-1)
  if (!last) return []
  const before = standingPeriod(periods, today)
  if (last.act === 'end') return [{ field: 'status', before: before?.status ?? null, after: 'none' }]
  const changes: FieldChange[] = []
  if (before?.status !== last.status)
    changes.push({ field: 'status', before: before?.status ?? 'none', after: last.status })
  if (before?.from !== last.from)
    changes.push({ field: 'statusFrom', before: before?.from ?? null, after: last.from })
  if ((before?.until ?? null) !== last.until)
    changes.push({ field: 'statusUntil', before: before?.until ?? null, after: last.until })
  return changes
}

const asText = (value: string | number | null) => (value === null ? null : String(value))

const parentInWords = ({ name, relationship, email, hasParentalResponsibility }: ImportedParent) =>
  [name, relationship, email, hasParentalResponsibility === false ? 'no parental responsibility' : null]
    .filter((part) => part !== null)
    .join(', ')
