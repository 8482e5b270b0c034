import http from 'node:http'
import { Client } from 'pg'

/** What one request brought back, and how long it took until the last byte. */
export type Visit = { ms: number; bytes: number }

/** Asks for pages of the app one after another over one connection, as a browser that is signed in would. */
export function visitor(url: string, cookie: string): (path: string) => Promise<Visit> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  return (path) =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const headers = { cookie, 'accept-encoding': 'gzip' }
      http
        .get(new URL(path, url), { agent, headers }, (response) => {
          let bytes = 0
          response.on('data', (chunk: Buffer) => (bytes += chunk.length))
          response.on('error', reject)
          response.on('end', () => {
            if (response.statusCode === 200) resolve({ ms: performance.now() - began, bytes })
            else reject(new Error(`${path} answered ${response.statusCode}`))
          })
        })
        .on('error', reject)
    })
}

/** The value half of all others are below. */
export function median(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b)
  return inOrder[Math.floor(inOrder.length / 2)] ?? NaN
}

/** Milliseconds to a tenth. */
export const toTenth = (ms: number): number => Math.round(ms * 10) / 10

/**
 * How many statements the app's login sends while `work` runs, as Postgres itself counts them, the beginning and end
 * of transactions among them.
 */
export async function statementsDuring(superuserUrl: string, login: string, work: () => Promise<unknown>) {
  const db = new Client({ connectionString: superuserUrl })
  await db.connect()
  const sent = async () => {
    const { rows } = await db.query<{ sent: number }>(
      'SELECT COALESCE(sum(s.calls), 0)::int AS sent FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = $1',
      [login],
    )
    return rows[0]?.sent ?? 0
  }
  try {
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    const before = await sent()
    await work()
    return (await sent()) - before
  } finally {
    await db.end()
  }
}
