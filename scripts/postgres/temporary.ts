import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { removeWith } from './guard'
import { secretsIn, type Secrets } from './secrets'
import { type EmbeddedPostgres, startPostgres } from './server'

// Nothing of it outlives the run, so nothing needs to reach the disk.
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** A Postgres for one run of a check or of tests, with secrets of its own; `stop` leaves nothing behind. */
export async function startTemporaryPostgres(
  settings: Record<string, string> = {},
): Promise<{ postgres: EmbeddedPostgres; secrets: Secrets; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-sen-support-'))
  chmodSync(folder, 0o711) // the user Postgres runs as passes through
  const secrets = secretsIn(folder)
  const postgres = await startPostgres({
    folder: path.join(folder, 'postgres'),
    password: secrets.superuser,
    settings: { ...FORGETFUL, ...settings },
  })
  const folders = [folder, path.dirname(postgres.dataDirectory)] // the second may lie elsewhere
  const dismissGuard = removeWith(...folders)
  const stop = async () => {
    await postgres.stop()
    dismissGuard()
    for (const each of folders) rmSync(each, { recursive: true, force: true })
  }
  return { postgres, secrets, stop }
}
