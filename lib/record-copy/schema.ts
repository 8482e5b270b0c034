import { z } from 'zod'
import { dateBoxes } from '@/lib/platform/text.schema'

/** What only the family knows of the two: the link came by mail, the child's date of birth did not. */
export const bornForm = z.object({ born: dateBoxes('the date of birth') })

export type BornForm = z.output<typeof bornForm>
