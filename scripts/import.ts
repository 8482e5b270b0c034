// npm run --silent import -- --school <urn> [--confirm] [--json] <file>
// A dry run of a school's MIS export, or with --confirm the import itself: the same commands as the import page. Exit 0
// when it did what was asked, 2 when the file cannot be read as a register or the command was wrong.
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MOST_BYTES, TOO_BIG } from '@/lib/register-import/decode.rules'
import type { ImportJson } from '@/lib/register-import/json.rules'
import { provideDatabase } from './db/provide'
import { outcomeLines } from './import/outcome'

type Wanted = { urn: string; confirm: boolean; json: boolean; bytes: Uint8Array }
type Refused = { refused: string }

const USAGE = 'npm run --silent import -- --school <urn> [--confirm] [--json] <file>'

function wanted(): Wanted | Refused {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { school: { type: 'string' }, confirm: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    if (!values.school) return { refused: `Give --school: the URN of the school. ${USAGE}` }
    if (file === undefined || more.length > 0) return { refused: `Give one file. ${USAGE}` }
    const { confirm = false, json = false } = values
    const bytes = contentOf(file)
    return 'refused' in bytes ? bytes : { urn: values.school, confirm, json, ...bytes }
  } catch (error) {
    return { refused: `${(error as Error).message} ${USAGE}` }
  }
}

function contentOf(file: string): { bytes: Uint8Array } | Refused {
  try {
    const { size } = statSync(file)
    if (size >= MOST_BYTES) return { refused: TOO_BIG }
    return { bytes: readFileSync(file) }
  } catch {
    return { refused: `The file ${file} is not there, or cannot be read.` }
  }
}

async function run({ urn, confirm, json, bytes }: Wanted): Promise<number> {
  const { commandLineOf } = await import('@/lib/register-import/command-line.queries')
  const actor = await commandLineOf(urn)
  if (!actor) return refuse(`There is no school with the URN ${urn}.`)
  const { now } = await import('@/lib/platform/clock')
  const { previewRegister } = await import('@/lib/register-import/queries')
  const { importRegister } = await import('@/lib/register-import/confirm.commands')
  const outcome = await (confirm ? importRegister : previewRegister)(actor, bytes, now())
  if (!outcome.ok) return refuse(outcome.problems.map(({ message }) => message).join(' '))
  process.stdout.write(json ? `${JSON.stringify(outcome.value)}\n` : said(outcome.value))
  return 0
}

const said = (outcome: ImportJson) =>
  outcomeLines(outcome)
    .map((line) => `${line}\n`)
    .join('')

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

const asked = wanted()
if ('refused' in asked) process.exitCode = refuse(asked.refused)
else {
  const release = await provideDatabase()
  // Asked for by lib/platform/env.ts; nobody signs in here, so anything does that no one knows.
  process.env.NEXTAUTH_URL ??= 'http://localhost'
  process.env.NEXTAUTH_SECRET ??= randomBytes(33).toString('base64')
  const { closeDatabase } = await import('@/lib/platform/db')
  try {
    process.exitCode = await run(asked)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  } finally {
    await closeDatabase()
    await release()
  }
}
