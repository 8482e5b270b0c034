import 'server-only'
import { z } from 'zod'
import { pupilAddress, pupilPlace } from '../where'

// What pages of a cycle bind to their actions; a browser can send anything, so it is checked like the form itself.
export const cyclePlace = pupilPlace.extend({ cycleId: z.uuid() })
export const cycleVersion = cyclePlace.extend({ version: z.int() })
export const rowVersion = cycleVersion.extend({ id: z.uuid() })

/** The address of a cycle, or of one of its pages: `/plan?saved=outcome`. */
export const cycleAddress = (place: z.output<typeof cyclePlace>, page = '') =>
  `${pupilAddress(place)}/cycles/${place.cycleId}${page}`
