import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { canEnter, type RunAs } from './run-as'

// Where the programs and the data go when the project lies in a folder that only root may enter
// (/root is mode 700 on most systems). /var/tmp outlives a restart, which /tmp need not; the name is
// drawn by chance and the folder made by us, so nobody else can have prepared it. A file in .data
// says where it is. Moving the project out of the closed folder is the way to keep data for good.
const ELSEWHERE = '/var/tmp/track-sen-support-'

/**
 * The folder in which Postgres keeps its data, made if need be: the one asked for, or another one
 * where the user that Postgres runs as cannot get into it.
 */
export function homeFor(wanted: string, who: RunAs) {
  make(wanted)
  if (!who || canEnter(wanted, who)) return wanted
  const pointer = `${wanted}-is-elsewhere`
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : ''
  if (known && isOurs(known)) return known
  const home = mkdtempSync(ELSEWHERE)
  chmodSync(home, 0o711)
  writeFileSync(pointer, `${home}\n`, { mode: 0o600 })
  return home
}

// The folder may be passed through by the user Postgres runs as, but listed by its owner only. The
// mode is set on each one made, because mkdir lets the umask take bits away.
function make(folder: string) {
  const first = mkdirSync(folder, { recursive: true })
  if (!first) return
  for (let made = folder; made.startsWith(first); made = path.dirname(made)) chmodSync(made, 0o711)
}

const isOurs = (folder: string) => existsSync(folder) && statSync(folder).uid === process.getuid?.()
