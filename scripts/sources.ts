import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

// What the built app is not made from; nor is anything whose name begins with a dot.
const NOT_BUILT = new Set([
  ...['node_modules', 'docs', 'tests', 'scripts', 'migrations', 'test-results', 'playwright-report'],
  ...['eslint.config.js', 'knip.json', 'next-env.d.ts', 'playwright.config.ts', 'vitest.config.ts'],
])
const NOT_BUILT_KINDS = /\.(md|tsbuildinfo|test\.tsx?)$/

/** A fingerprint of everything the build reads: it changes when a build would. */
export function sourcesOf(project: string) {
  const fingerprint = createHash('sha256').update(process.version)
  const walk = (folder: string) => {
    const entries = readdirSync(path.join(project, folder), { withFileTypes: true })
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const place = path.join(folder, entry.name)
      if (entry.name.startsWith('.') || NOT_BUILT.has(entry.name) || NOT_BUILT_KINDS.test(entry.name))
        continue
      if (entry.isDirectory()) walk(place)
      else if (entry.isFile())
        fingerprint
          .update(place)
          .update('\0')
          .update(readFileSync(path.join(project, place)))
    }
  }
  walk('.')
  return fingerprint.digest('hex')
}
