#!/usr/bin/env node
// Stands where Prisma's command line expects its native schema engine (PRISMA_SCHEMA_ENGINE_BINARY,
// set in prisma.config.ts) and lets the same engine, published on npm as WebAssembly, do the work.
// The words spoken between the two are Prisma's own and may change with any release: both are
// pinned in package.json, and tests/integration/prisma-engine.test.ts says whether they still agree.
// Plain JavaScript, because `npm ci` runs it before anything is built.
import { readFileSync } from 'node:fs'
import { runDatabaseCommand } from './database-commands.mjs'
import { converse } from './conversation.mjs'
import { engineVersion } from './engine.mjs'

// Prisma reads standard error line by line as JSON; a warning of Node's own would break it.
process.removeAllListeners('warning')

const words = process.argv.slice(2)
const valuesOf = (option) => words.flatMap((word, place) => (word === option ? [words[place + 1]] : []))

const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}')

if (words.includes('--version')) {
  process.stdout.write(`schema-engine-wasm ${engineVersion()}\n`)
} else if (words.includes('cli')) {
  await runDatabaseCommand(valuesOf('cli')[0], datasource.url)
} else {
  const files = valuesOf('--datamodels')
  await converse({
    input: process.stdin,
    say: (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    datasource,
    datamodels: files.length > 0 ? files.map((file) => [file, readFileSync(file, 'utf8')]) : undefined,
  })
  process.exit()
}
