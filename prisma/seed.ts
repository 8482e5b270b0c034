// Loads the two demo schools through the same commands as real use: the import of their rolls, people and their
// passwords, cycles, Do notes, reviews, meetings. Run by `npm run demo` on an empty database, and by `prisma db seed`.
// Prints the demo's accounts as one line of JSON and keeps them in .data/demo-accounts.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { schoolDay } from '@/lib/calendar/iso-date'
import { loadDemo } from './demo/demo-schools'

const ownerUrl = process.env.DATABASE_OWNER_URL
if (!ownerUrl)
  throw new Error('Set DATABASE_OWNER_URL to the address of the database, signing in as its owner.')

const accounts = await loadDemo(ownerUrl, schoolDay(new Date()))
const said = JSON.stringify({ accounts })
const folder = path.join(import.meta.dirname, '../.data')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'demo-accounts.json'), said)
process.stdout.write(`${said}\n`)
process.exit(0)
