import { type IsoDate, longDate, timeOfDay } from '@/lib/calendar/iso-date'
import type { ImportSummary } from '@/lib/register-import/schema'
import { summaryWords } from '@/lib/register-import/words'

export type ImportLine = {
  id: string
  status: 'dry-run' | 'applied' | 'discarded'
  uploadedOn: IsoDate
  uploadedAt: string
  uploadedBy: string
  summary: ImportSummary | null
}

function Became({ line: { status, summary }, href }: { line: ImportLine; href: string }) {
  if (status === 'dry-run')
    return (
      <p>
        <a href={href}>Go on with this file</a>: nothing of it is in the register yet
      </p>
    )
  if (status === 'discarded') return <p>Put away, nothing was imported</p>
  return <p>{summary ? `Imported: ${summaryWords(summary)}` : 'Imported'}</p>
}

/** The imports of the school, the latest first, with what became of each. */
export function LastImports({ imports, base }: { imports: readonly ImportLine[]; base: string }) {
  if (imports.length === 0) return <p className="soft">Nothing has been imported yet.</p>
  return (
    <ul className="lines">
      {imports.map((line) => (
        <li key={line.id}>
          <strong>
            {longDate(line.uploadedOn)}, {timeOfDay(line.uploadedAt)}
          </strong>{' '}
          <span className="soft small">by {line.uploadedBy}</span>
          <Became line={line} href={`${base}/${line.id}`} />
        </li>
      ))}
    </ul>
  )
}
