import path from 'node:path'

/** The project's own folder, wherever a command was started from. */
export const PROJECT = path.resolve(import.meta.dirname, '..')

/** What this machine keeps for the project and git does not: the embedded database, secrets, notes of the last build. */
export const DATA_FOLDER = path.join(PROJECT, '.data')
