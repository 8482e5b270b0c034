/** Runs once before the first request: wrong settings or a database that is not ready stop the start, with a sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { readEnv } = await import('@/lib/platform/env')
  const result = readEnv(process.env)
  if (!result.ok) {
    for (const problem of result.problems) console.error(`Setting ${problem}.`)
    process.exit(1)
  }
  const { databaseProblem } = await import('@/lib/platform/db-check')
  const problem = await databaseProblem()
  if (problem) {
    console.error(problem)
    process.exit(1)
  }
  const { writeSocketAddress } = await import('@/lib/platform/address')
  writeSocketAddress()
}

type Failure = { digest?: string } & Error

/** Everything that was not expected: the log gets what is needed to find it, and no word about a child. */
export async function onRequestError(
  error: Failure,
  request: { method: string },
  context: { routePath: string; routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/platform/log')
  log.error(
    {
      reference: error.digest,
      route: context.routePath,
      kind: context.routeType,
      method: request.method,
      error: error.name,
      stack: error.stack?.split('\n').slice(1, 8),
    },
    'request failed',
  )
}
