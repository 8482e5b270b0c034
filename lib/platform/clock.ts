import 'server-only'
import { env } from './env'

/** Now, or the instant a test run stands still at. Only pages and actions ask. */
export function now(): Date {
  const { CLOCK } = env()
  return CLOCK ? new Date(CLOCK) : new Date()
}
