import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DATA_FOLDER, PROJECT } from './project'
import { sourcesOf } from './sources'

/** Next's command line, run by our own Node without a shell between. */
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

const NOTE = path.join(DATA_FOLDER, 'build')
const BUILD_ID = path.join(PROJECT, '.next/BUILD_ID')

// The build of these sources, by the name Next gave it: another build may have been made since.
const noteFor = (sources: string) => `${sources} ${readFileSync(BUILD_ID, 'utf8')}`

/** Builds the app if the sources have changed since the last build. Returns whether it had to. */
export async function buildIfChanged() {
  const sources = sourcesOf(PROJECT)
  const isCurrent =
    existsSync(BUILD_ID) && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === noteFor(sources)
  if (isCurrent) return false
  await build()
  mkdirSync(DATA_FOLDER, { recursive: true })
  writeFileSync(NOTE, noteFor(sources))
  return true
}

/** Builds the app; what Next says is kept for the case that it fails. */
export async function build() {
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: PROJECT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0)
    throw new Error(`The build failed, so there is nothing to serve: mend what it names.\n${said}`)
}
