import 'server-only'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/platform/actor'
import {
  type Carrier,
  clearCaughtMail,
  deliverMail,
  giveUpOnOldMail,
  type Job,
  mailIsQueued,
  mailToQueue,
  schoolsToGoRound,
  serviceIn,
  type Writers,
} from './delivery.commands'
import { MAIL_QUEUE, QUEUE_SCHEMA } from './queue'

export type MailWork = {
  databaseUrl: string
  writers: Writers
  carrier: Carrier | null
  clock: () => Date
  /** What else is done in each school at every round: reminders, for one. */
  rounds: readonly ((tx: SchoolTx, actor: Actor, now: Date) => Promise<unknown>)[]
  /** How often, in seconds: looked for new mail, gone round the schools. */
  pace?: { look: number; round: number; supervise: number }
}

const AT_ONCE = 50

/** Begins to send what is in the outbox, in this process and off every request; what it returns ends it. */
export async function startMail(work: MailWork): Promise<{ stop: () => Promise<void> }> {
  const pace = work.pace ?? { look: 3, round: 600, supervise: 30 }
  const boss = new PgBoss({
    connectionString: work.databaseUrl,
    options: '-c timezone=UTC',
    schema: QUEUE_SCHEMA,
    application_name: 'mail',
    max: 3,
    // The schema is the owner's (`npm run db:deploy`); this login only uses it.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: pace.supervise,
    monitorIntervalSeconds: pace.supervise,
  })
  // An error may quote a statement with an address in it: its name says enough.
  boss.on('error', (error) => log.error({ error: error.name }, 'mail queue'))
  await boss.start()
  await boss.work(
    MAIL_QUEUE,
    { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: Math.max(0.5, pace.look) },
    async ([job]: JobWithMetadata<Job>[]) => {
      if (!job) return
      const isLast = job.retryCount >= job.retryLimit
      await deliverMail(job.data, job.data.mailId, { ...work, isLast })
    },
  )
  const looking = every(pace.look, () => queueNewMail(boss, work.clock()))
  const rounding = every(pace.round, () => goRound(work))
  return {
    stop: async () => {
      await Promise.all([looking(), rounding()])
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** One job for each row: the job has the id of the mail, so that asking twice makes one. */
async function queueNewMail(boss: PgBoss, now: Date): Promise<void> {
  const waiting = await mailToQueue(AT_ONCE)
  for (const job of waiting) await boss.send(MAIL_QUEUE, job, { id: job.mailId })
  if (waiting.length > 0)
    await mailIsQueued(
      waiting.map(({ mailId }) => mailId),
      now,
    )
}

async function goRound({ rounds, clock }: MailWork): Promise<void> {
  for (const place of await schoolsToGoRound()) {
    const actor = serviceIn(place)
    const now = clock()
    for (const one of [...rounds, giveUp, clear]) await asActor(actor, (tx) => one(tx, actor, now))
  }
}

const giveUp = (tx: SchoolTx, _actor: Actor, now: Date) => giveUpOnOldMail(tx, now)
const clear = (tx: SchoolTx, _actor: Actor, now: Date) => clearCaughtMail(tx, now)

/** Does something again and again, never twice at once; what goes wrong is said and tried again. */
function every(seconds: number, work: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let isOver = false
  const turn = () => {
    running = work()
      .catch((error: unknown) => log.error({ error: (error as Error).name }, 'mail'))
      .then(() => {
        if (!isOver) timer = setTimeout(turn, seconds * 1000).unref()
      })
  }
  turn()
  return async () => {
    isOver = true
    clearTimeout(timer)
    await running
  }
}
