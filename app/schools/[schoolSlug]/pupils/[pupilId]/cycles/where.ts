import 'server-only'
import { z } from 'zod'

export { act, answer, placeOf } from '@/lib/platform/answer'

// What pages of a cycle bind to their actions; a browser can send anything, so it is checked like the form itself.
const pupil = { schoolSlug: z.string().max(100), pupilId: z.uuid() }

export const pupilPlace = z.object(pupil)
export const cyclePlace = z.object({ ...pupil, cycleId: z.uuid() })
export const cycleVersion = cyclePlace.extend({ version: z.int() })
export const rowVersion = cycleVersion.extend({ id: z.uuid() })

/** The address of a pupil's page. */
export const pupilAddress = ({ schoolSlug, pupilId }: z.output<typeof pupilPlace>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** The address of a cycle, or of one of its pages: `/plan?saved=outcome`. */
export const cycleAddress = (place: z.output<typeof cyclePlace>, page = '') =>
  `${pupilAddress(place)}/cycles/${place.cycleId}${page}`
