import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { PROJECT } from '../project'

const COMMAND_LINE = createRequire(import.meta.url).resolve('prisma/build/index.js')

/** What a Prisma command said, and the code it ended with. */
export type Said = { code: number; output: string }

/** Runs Prisma's command line as the owner of a database; the engine behind it is set in prisma.config.ts. */
export function prisma(words: readonly string[], ownerUrl: string): Promise<Said> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...words], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_OWNER_URL: ownerUrl,
      NO_COLOR: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
