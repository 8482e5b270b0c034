import { CLAIM_SECONDS, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, RETRIES } from './rules'

/** pg-boss keeps its jobs in a schema of its own; a job holds ids and nothing else. */
export const QUEUE_SCHEMA = 'pgboss'
export const MAIL_QUEUE = 'mail'

/** How a job is tried: waits that grow, and one whose process died is taken up again when its claim has run out. */
export const MAIL_QUEUE_OPTIONS = {
  retryLimit: RETRIES,
  retryDelay: FIRST_WAIT_SECONDS,
  retryBackoff: true,
  retryDelayMax: LONGEST_WAIT_SECONDS,
  expireInSeconds: CLAIM_SECONDS + 20,
  retentionSeconds: 14 * 24 * 60 * 60,
  deleteAfterSeconds: 2 * 24 * 60 * 60,
} as const
