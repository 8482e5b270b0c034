import { z } from 'zod'
import { STANDING_STATES } from '@/lib/parent-meeting/rules'
import { FIRST_YEAR_GROUP, LAST_YEAR_GROUP } from '@/lib/pupil/rules'
import type { RegisterFilters } from './filter.rules'
import { REGISTER_STAGES, REGISTER_STATUSES } from './rules'
import { REGISTER_SORTS } from './sort.rules'

// An address is typed, mended and shared by people: what it says that the register does not know is
// taken as not said, never an error.
const LONGEST = 100

const said = z.union([z.string(), z.tuple([z.string()], z.string()).transform(([first]) => first)])

const words = said
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim())
  .pipe(z.string().max(LONGEST))

const oneOf = <const Option extends string>(options: readonly Option[]) =>
  said.pipe(z.enum(options)).nullable().catch(null)

const named = words.pipe(z.string().min(1)).nullable().catch(null)

const ticked = said.transform((text) => text === '1' || text === 'on').catch(false)

const yearGroup = said
  .pipe(z.string().regex(/^-?\d{1,2}$/))
  .transform(Number)
  .pipe(z.int().min(FIRST_YEAR_GROUP).max(LAST_YEAR_GROUP))
  .nullable()
  .catch(null)

const registerAddress = z.object({
  q: words.catch(''),
  year: yearGroup,
  class: named,
  need: named,
  status: oneOf(REGISTER_STATUSES),
  stage: oneOf(REGISTER_STAGES),
  state: oneOf(STANDING_STATES),
  few: ticked,
  overdue: ticked,
  sort: oneOf(REGISTER_SORTS).transform((sort) => sort ?? 'name'),
}) satisfies z.ZodType<RegisterFilters>

/** What an address asks of the register; whatever it says besides is passed over. */
export const registerFiltersFrom = (query: Record<string, string | string[] | undefined>): RegisterFilters =>
  registerAddress.parse(query)
