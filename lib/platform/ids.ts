import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'

const uuid = z.uuid()

/** An id as it stands in an address; anything else is a page that is not there. */
export const idOrNotFound = (text: string): string => (uuid.safeParse(text).success ? text : notFound())
