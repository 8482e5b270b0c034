import 'server-only'
import { CYCLE_SELECTS } from './cycle-selects.reads'
import type { TimelineKind } from './kinds.rules'
import { PEOPLE_SELECTS } from './people-selects.reads'

// Each gives the columns what, on_day, at, id, by_id and facts, of the pupil $1; one that puts days together keeps to $2 and
// $3 itself. Row-level security decides which rows there are.
const SELECTS: Readonly<Record<TimelineKind, readonly string[]>> = { ...PEOPLE_SELECTS, ...CYCLE_SELECTS }

const COLUMNS = 'what, on_day, at, id, by_id, facts'

/** Everything on a timeline, as one UNION ALL. */
export const EVERYTHING = Object.entries(SELECTS)
  .flatMap(([kind, selects]) =>
    selects.map((select) => `SELECT '${kind}' AS kind, told.* FROM (${select}) told (${COLUMNS})`),
  )
  .join('\nUNION ALL\n')
