import { PgBoss } from 'pg-boss'
import type { Client } from 'pg'
import { MAIL_QUEUE, MAIL_QUEUE_OPTIONS, QUEUE_SCHEMA } from '@/lib/mail/queue'

// Two deployments at once take turns: pg-boss guards its own tables, nothing guards the grants.
const TURN = 7_203_611

/**
 * Makes or updates the tables of the mail queue as the owner, and lets the app's login use them: it may put a job in and
 * take one out, and alter nothing of how they are made.
 */
export async function prepareMailQueue(owner: Client, ownerUrl: string): Promise<void> {
  await owner.query('SELECT pg_advisory_lock($1)', [TURN])
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  // Whatever goes wrong is thrown by the call that met it.
  boss.on('error', () => undefined)
  try {
    await boss.start()
    if (await boss.getQueue(MAIL_QUEUE)) await boss.updateQueue(MAIL_QUEUE, MAIL_QUEUE_OPTIONS)
    else await boss.createQueue(MAIL_QUEUE, MAIL_QUEUE_OPTIONS)
    await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO app_user`)
    await owner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO app_user`,
    )
  } finally {
    await boss.stop({ graceful: false, close: true })
    await owner.query('SELECT pg_advisory_unlock($1)', [TURN])
  }
}
