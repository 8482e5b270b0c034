import 'server-only'
import { notFound } from 'next/navigation'
import { ChangedElsewhere, NotAllowed, NotFound } from './errors'
import { log } from './log'
import { type Outcome, refuse } from './outcome'

/** What a person may not see or do is not there for them; every other error goes on to error.tsx. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    // the button was never offered, so somebody sent a form by hand or their role has changed
    if (error instanceof NotAllowed) log.warn({ refused: error.message }, 'not allowed')
    if (error instanceof NotFound || error instanceof NotAllowed) notFound()
    throw error
  }
}

const OVERTAKEN =
  'Someone else has changed this since you opened it. What is saved now stands here, and what you typed is still in the boxes. Save again to put yours in its place'

/** The same for a command: someone who was overtaken keeps what they typed and is told so. */
export async function attempt<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  return orNotFound(
    work.catch((error: unknown) => {
      if (error instanceof ChangedElsewhere && error.stored)
        return {
          ok: false as const,
          seen: error.stored.version,
          problems: [{ field: 'form', message: OVERTAKEN, stored: error.stored.parts }],
        }
      if (error instanceof ChangedElsewhere)
        return refuse(
          'form',
          'Someone else has changed this since you opened it. What you typed is still here: open the page again in a new tab, compare, then save again',
        )
      throw error
    }),
  )
}
