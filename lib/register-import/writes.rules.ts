import type { IsoDate } from '@/lib/calendar/iso-date'
import type { PupilDetails, PupilWrites } from './changes.rules'
import { type ContactRows, contactRows } from './contact-writes.rules'
import type { KnownInFull, KnownSchool } from './known.rules'
import type { ImportPlan } from './match.rules'
import { type NewId, type PupilRow, type RegisterRows, registerRows } from './pupil-writes.rules'

/** Everything an import writes, each list by one statement, however many pupils there are. */
export type ImportRows = RegisterRows &
  ContactRows & {
    classes: string[]
    added: PupilRow[]
    changed: PupilRow[]
    /** What changed about each pupil, by name of field: for the audit. */
    fields: { pupilId: string; isNew: boolean; fields: string[] }[]
  }

/** The plan of an import as rows to write. */
export function importRows(
  plan: ImportPlan,
  school: KnownSchool,
  { today, newId }: { today: IsoDate; newId: NewId },
): ImportRows {
  const byId = new Map(school.pupils.map((pupil) => [pupil.id, pupil]))
  const entries = [
    ...plan.new.map(({ writes }) => ({ id: newId(), known: null, writes, fields: [] })),
    ...plan.changed.map(({ pupilId, writes, changes }) => {
      const known = byId.get(pupilId)
      if (!known) throw new Error(`The plan names pupil ${pupilId}, who was not read`)
      return { id: pupilId, known, writes, fields: [...new Set(changes.map(({ field }) => field))] }
    }),
  ]
  const rows: ImportRows = {
    classes: [],
    added: [],
    changed: [],
    fields: [],
    ...nothing(),
    ...contactRows(entries, school, newId),
  }
  const classes = new Set<string>()
  for (const { id, known, writes, fields } of entries) {
    if (writes.details.className) classes.add(writes.details.className)
    const isBack = writes.statusSteps.some(({ act }) => act !== 'end')
    const row = { id, version: known?.version ?? 1, isBack, ...detailsAfter(known, writes) }
    if (known) rows.changed.push(row)
    else rows.added.push(row)
    rows.fields.push({ pupilId: id, isNew: known === null, fields })
    const { ends, corrections, opens, needsClosed, needsOpened, cyclesClosed } = registerRows(
      { id, known },
      writes,
      { today, newId },
    )
    rows.ends.push(...ends)
    rows.corrections.push(...corrections)
    rows.opens.push(...opens)
    rows.needsClosed.push(...needsClosed)
    rows.needsOpened.push(...needsOpened)
    rows.cyclesClosed.push(...cyclesClosed)
  }
  return { ...rows, classes: [...classes] }
}

function detailsAfter(known: KnownInFull | null, writes: PupilWrites): PupilDetails {
  const after: Partial<PupilDetails> = { ...known, ...writes.details }
  const { familyName, givenName, dateOfBirth } = after
  if (!familyName || !givenName || !dateOfBirth)
    throw new Error('A pupil in the plan has no name or date of birth')
  const { upn = null, preferredName = null, sex = null, yearGroup = null } = after
  const { className = null, homeLanguage = null } = after
  return {
    upn,
    familyName,
    givenName,
    preferredName,
    dateOfBirth,
    sex,
    yearGroup,
    className,
    homeLanguage,
  }
}

const nothing = (): RegisterRows => ({
  ends: [],
  corrections: [],
  opens: [],
  needsClosed: [],
  needsOpened: [],
  cyclesClosed: [],
})
