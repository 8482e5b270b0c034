import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { csvText } from '@/lib/platform/csv'
import { asActor } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { EXPORT_HEAD, exportCells } from './export.words'
import {
  chosenFilters,
  isAskedFor,
  isSought,
  knownFilters,
  registerChoices,
  type RegisterFilters,
} from './filter.rules'
import { registerPolicy } from './policy'
import { registerLines } from './reads'
import { sortedRegister } from './sort.rules'

/** The register as a file: nothing of a child is in its name, and no cell runs as a formula (domain.md 3.5). */
export type ExportedRegister = { fileName: string; text: string; count: number }

/** Takes those asked for out of the service as a file, and writes down who took how many (domain.md section 6). */
export async function exportRegister(
  actor: Actor,
  asked: RegisterFilters,
  now: Date,
): Promise<ExportedRegister> {
  if (!registerPolicy.export(actor, actor)) throw new NotAllowed('export the register')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const all = await registerLines(tx, calendar, today)
    const filters = knownFilters(asked, registerChoices(all))
    const lines = sortedRegister(all, filters.sort, today).filter(
      (line) => isAskedFor(line, filters) && isSought(line.soughtAs, filters.q),
    )
    const details = { count: lines.length, narrowedBy: chosenFilters(filters) }
    await audit(tx, actor, { action: 'register.exported', subjectId: actor.schoolId, details }, now)
    const text = csvText([EXPORT_HEAD, ...lines.map(exportCells)])
    return { fileName: `sen-register-${today}.csv`, text, count: lines.length }
  })
}
