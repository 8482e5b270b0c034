import { z } from 'zod'
import { FLAG_KINDS, type FlagKind } from './rules'

const shown = z.enum(FLAG_KINDS).nullable().catch(null)

/** Which kind of line an address asks to see all of; what it does not know is taken as not said. */
export const kindShown = (show: string | string[] | undefined): FlagKind | null => shown.parse(show ?? null)
