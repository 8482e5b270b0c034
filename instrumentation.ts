/** Runs once before the first request: settings and database are looked at (lib/platform/start.ts), and mail begins to go. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  await (await import('@/lib/platform/start')).prepareToServe()
  await (await import('@/lib/invitation/post')).beginToSend()
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
  // A message may quote what somebody typed; the stack's own lines cannot.
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  log.error(
    {
      reference: error.digest,
      route: context.routePath,
      kind: context.routeType,
      method: request.method,
      error: error.name,
      at,
    },
    'request failed',
  )
}
