import { existsSync } from 'node:fs'
import path from 'node:path'
import { PROJECT } from '../project'

/** Reads `.env` for commands that Next does not start; what is already set wins. */
export function readEnvironmentFile() {
  const file = path.join(PROJECT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
