import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One name to one random value, as kept on this machine. */
export type Secrets = Record<'superuser' | 'owner' | 'web' | 'session', string>

const drawn = () => randomBytes(24).toString('base64url')

/**
 * The passwords of the embedded database and the key that signs sessions: drawn once for each
 * machine and kept in a file only its owner can read, so that no secret is ever a default.
 */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  mkdirSync(folder, { recursive: true })
  const fresh: Secrets = { superuser: drawn(), owner: drawn(), web: drawn(), session: drawn() }
  try {
    // `wx` fails if the file is there, so two that start at once agree on one set.
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  }
}
