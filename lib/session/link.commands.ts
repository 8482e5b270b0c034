import 'server-only'
import { beforeAnySchool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { NotFound } from '@/lib/platform/errors'
import { subjectOf } from './cookie.rules'

/** Wrong links from one address in 15 minutes before a wait begins. A whole street may share an address. */
const LINK_ATTEMPTS = 20

/** Who holds a link, as far as can be known: where they ask from. */
export type LinkAsking = { token: string; address: string; now: Date }

/**
 * Does something with what a link was made for. One that leads nowhere, and one that opens nothing any more, count as a
 * try; after too many from one address all are refused alike for a while. A right link takes its try back.
 */
export async function withLinkTried<Place, T>(
  { address, now }: LinkAsking,
  find: () => Promise<Place | null>,
  work: (place: Place) => Promise<{ value: T } | null>,
): Promise<T> {
  const from = subjectOf('address', `link ${address}`, env().NEXTAUTH_SECRET)
  const [waiting] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<
        { until: Date | null }[]
      >`SELECT app.begin_sign_in(${[from]}, ${[LINK_ATTEMPTS]}, ${now}) AS until`,
  )
  if (waiting?.until) throw new NotFound('link, after too many tries')
  const place = await find()
  const done = place && (await work(place))
  if (!done) throw new NotFound('link')
  await beforeAnySchool(
    (db) => db.$executeRaw`SELECT app.sign_in_succeeded('', ${from}, ${LINK_ATTEMPTS}::int)`,
  )
  return done.value
}
