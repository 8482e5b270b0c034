import path from 'node:path'
import { DATA_FOLDER } from '../project'
import { deploy } from '../db/deploy'
import { pendingMigrations } from '../db/pending'
import { type Addresses, addressesOf, databaseExists, ensureDatabase } from './databases'
import { secretsIn, type Secrets } from './secrets'
import { type EmbeddedPostgres, startPostgres } from './server'

/** The database of the demo and of development on the embedded server. */
export const DATABASE = 'track_sen_support'

/** The project's own Postgres, with the secrets of this machine. */
export type ProjectPostgres = { postgres: EmbeddedPostgres; secrets: Secrets }

/** Starts the embedded Postgres that keeps its data in `.data`, or takes up the one that runs. */
export async function startProjectPostgres(): Promise<ProjectPostgres> {
  const secrets = secretsIn(DATA_FOLDER)
  const postgres = await startPostgres({
    folder: path.join(DATA_FOLDER, 'postgres'),
    password: secrets.superuser,
  })
  return { postgres, secrets }
}

/** A database on it, made if need be and brought up to date; says whether anything had to be done. */
export async function upToDate(
  { postgres, secrets }: ProjectPostgres,
  database = DATABASE,
): Promise<Addresses> {
  if (await databaseExists(postgres, database)) {
    const addresses = addressesOf(postgres, database, secrets)
    if ((await pendingMigrations(addresses.owner)).length === 0) return addresses
  }
  const addresses = await ensureDatabase(postgres, database, secrets)
  await deploy({ ownerUrl: addresses.owner, webUrl: addresses.web })
  return addresses
}
