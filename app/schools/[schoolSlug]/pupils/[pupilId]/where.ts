import 'server-only'
import { z } from 'zod'

/** What a page of a pupil binds to its actions; a browser can send anything, so it is checked like the form itself. */
export const pupilPlace = z.object({ schoolSlug: z.string().max(100), pupilId: z.uuid() })

/** The same where a record that two people may have open is changed. */
export const pupilVersion = pupilPlace.extend({ version: z.int() })

/** The address of a pupil's page. */
export const pupilAddress = ({ schoolSlug, pupilId }: z.output<typeof pupilPlace>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`
