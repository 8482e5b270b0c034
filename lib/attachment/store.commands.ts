import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/platform/env'

const NAME_BYTES = 32
const PRIVATE_FOLDER = 0o700
const PRIVATE_FILE = 0o600
const ON_DISK = /^[0-9a-f]{64}$/

/** Where files are kept on disk; null: in the database. */
const folder = () => env().FILES_DIR ?? null

const placeOf = (root: string, name: string) => {
  if (!ON_DISK.test(name)) throw new Error('not a name of a kept file')
  return path.join(root, name.slice(0, 2), name)
}

/** Keeps the bytes on disk under a random name that says nothing, for the owner of the process alone; null: not on disk. */
export async function keepOnDisk(bytes: Uint8Array): Promise<string | null> {
  const root = folder()
  if (root === null) return null
  const name = randomBytes(NAME_BYTES).toString('hex')
  const place = placeOf(root, name)
  await mkdir(path.dirname(place), { recursive: true, mode: PRIVATE_FOLDER })
  await writeFile(place, bytes, { mode: PRIVATE_FILE, flag: 'wx' })
  return name
}

/** Takes away what was kept for a row that was never written. */
export async function forgetOnDisk(name: string | null): Promise<void> {
  const root = folder()
  if (root !== null && name !== null) await rm(placeOf(root, name), { force: true })
}

/** The bytes of a kept file; a file that is gone from the disk is a fault and is thrown. */
export async function readFromDisk(name: string): Promise<Uint8Array> {
  const root = folder()
  if (root === null) throw new Error('FILES_DIR is not set, and a file was kept on disk')
  return new Uint8Array(await readFile(placeOf(root, name)))
}
