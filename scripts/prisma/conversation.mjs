import { createInterface } from 'node:readline'
import { createDatabase } from './database-commands.mjs'
import { openEngine } from './engine.mjs'

// JSON-RPC leaves this number to the server; it is the one Prisma's native engine answers with.
const ENGINE_FAILED = 4466

const failure = (error) => {
  const message = error.message ?? String(error)
  return {
    code: ENGINE_FAILED,
    message,
    data: { is_panic: false, message, error_code: error.code, meta: error.meta },
  }
}

/**
 * Answers Prisma's command line in JSON-RPC, one message a line, until it closes its end and every
 * answer has been given. `say` writes one line back.
 */
export async function converse({ input, say, datasource, datamodels }) {
  let engine
  const theEngine = () => (engine ??= openEngine({ datasource, datamodels }))
  let printed = 0

  const answer = async ({ method, params }) => {
    if (method === 'createDatabase') return createDatabase(datasource.url)
    if (method === 'getDatabaseVersion') return (await theEngine()).version(params ?? null)
    const result = await (await theEngine())[method](params)
    // The native engine prints a difference itself; this one hands it back.
    if (method === 'diff' && result?.stdout)
      say({ id: `print-${++printed}`, method: 'print', params: { content: result.stdout } })
    return result ?? {}
  }

  const reply = async (message) => {
    try {
      say({ id: message.id, result: await answer(message) })
    } catch (error) {
      say({ id: message.id, error: failure(error) })
    }
  }

  const replies = []
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const message = JSON.parse(line)
    // A message without a method is the command line saying that it has printed what it was sent.
    if (message.method) replies.push(reply(message))
  }
  await Promise.all(replies)
}
