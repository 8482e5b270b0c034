import { z } from 'zod'
import { pupilPlace } from '../where'

/** Which involvement of which pupil. */
export const specialistPlace = pupilPlace.extend({ specialistId: z.uuid() })
export const specialistVersion = specialistPlace.extend({ version: z.int() })
