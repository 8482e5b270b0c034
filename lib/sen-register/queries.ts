import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import {
  isAskedFor,
  knownFilters,
  type RegisterChoices,
  registerChoices,
  type RegisterFigures,
  registerFigures,
  type RegisterFilters,
} from './filter.rules'
import { registerPolicy } from './policy'
import { registerLines } from './reads'
import type { RegisterLine } from './rules'
import { sortedRegister } from './sort.rules'

/** The register as its page shows it. */
export type RegisterPage = {
  today: IsoDate
  yearName: string
  /** The school has not set its own terms, so dates are reckoned with the usual ones. */
  isStandardCalendar: boolean
  /** Those asked for by everything but the name, in order: the page narrows them by name as it is typed. */
  lines: RegisterLine[]
  /** How many are on the register, of those the person asking may see. */
  total: number
  figures: RegisterFigures
  choices: RegisterChoices
  /** What was asked for, without what the register does not know. */
  filters: RegisterFilters
  /** Whether everyone of the school is here, or only the pupils of the person asking. */
  isWholeSchool: boolean
  mayExport: boolean
  mayFill: boolean
}

/** The register of this school year for whoever asks: staff see the pupils they know (domain.md 1.13). */
export async function listRegister(actor: Actor, asked: RegisterFilters, now: Date): Promise<RegisterPage> {
  if (!registerPolicy.list(actor, actor)) throw new NotFound('register')
  const today = schoolDay(now)
  const { all, calendar } = await asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    return { calendar, all: await registerLines(tx, calendar, today) }
  })
  const choices = registerChoices(all)
  const filters = knownFilters(asked, choices)
  const lines = all.filter((line) => isAskedFor(line, filters))
  return {
    today,
    yearName: calendar.yearName,
    isStandardCalendar: calendar.isStandard,
    lines: sortedRegister(lines, filters.sort, today),
    total: all.length,
    figures: registerFigures(all),
    choices,
    filters,
    isWholeSchool: actor.role === 'senco' || actor.role === 'headteacher',
    mayExport: registerPolicy.export(actor, actor),
    mayFill: registerPolicy.fill(actor, actor),
  }
}
