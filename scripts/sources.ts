import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOMS = new Set(['app', 'components', 'lib', 'public', 'prisma'])
// Beside the rooms, what a build reads is code or settings; not these, which are about checking it.
const SETTINGS = /\.([cm]?js|tsx?|json)$/
const NOT_BUILT = new Set([
  'eslint.config.js',
  'knip.json',
  'next-env.d.ts',
  'playwright.config.ts',
  'vitest.config.ts',
])
const NEVER_BUILT = /^\.|^migrations$|\.(md|test\.tsx?)$/

/** A fingerprint of everything the build reads: it changes when a build would. */
export function sourcesOf(project: string) {
  const fingerprint = createHash('sha256').update(process.version)
  const add = (folder: string, isWanted: (entry: Dirent) => boolean) => {
    const entries = readdirSync(path.join(project, folder), { withFileTypes: true })
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const place = path.join(folder, entry.name)
      if (NEVER_BUILT.test(entry.name) || !isWanted(entry)) continue
      if (entry.isDirectory()) add(place, () => true)
      else if (entry.isFile())
        fingerprint
          .update(place)
          .update('\0')
          .update(readFileSync(path.join(project, place)))
    }
  }
  add('.', (entry) =>
    entry.isDirectory() ? ROOMS.has(entry.name) : SETTINGS.test(entry.name) && !NOT_BUILT.has(entry.name),
  )
  return fingerprint.digest('hex')
}
