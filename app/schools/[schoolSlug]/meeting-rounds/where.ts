import 'server-only'
import { z } from 'zod'

/** What the pages of rounds bind to their actions; a browser can send anything, so it is checked like the form itself. */
export const roundsPlace = z.object({ schoolSlug: z.string().max(100) })

/** One round. */
export const roundPlace = roundsPlace.extend({ roundId: z.uuid() })

/** The same where it is changed: the version the page was opened with. */
export const roundVersion = roundPlace.extend({ version: z.int() })

/** One pupil of a round. */
export const roundPupilPlace = roundPlace.extend({ roundPupilId: z.uuid() })

/** The same where it is changed. */
export const roundPupilVersion = roundPupilPlace.extend({ version: z.int() })

/** The address of the rounds of a school. */
export const roundsAddress = ({ schoolSlug }: z.output<typeof roundsPlace>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/meeting-rounds`

/** The address of a round, or of a page beneath it. */
export const roundAddress = (place: z.output<typeof roundPlace>, page = '') =>
  `${roundsAddress(place)}/${place.roundId}${page}`

/** One member of staff of a round. */
export const personPlace = roundPlace.extend({ membershipId: z.uuid() })

/** The same where their hours are changed. */
export const personVersion = personPlace.extend({ version: z.int() })
