import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Delivered } from '@/lib/do-note/rules'
import { deliveredWords } from '@/lib/do-note/words'
import { withUnit } from '@/lib/outcome/words'
import { Card } from '@/components/look/card'

/** A Do note in two lines. */
export type NoteShown = {
  id: string
  happenedOn: IsoDate
  delivered: Delivered
  reason: string | null
  observation: string | null
  measured: string | null
  unit: string | null
  provision: string | null
  writtenBy: string
}

type Props = { notes: readonly NoteShown[]; inCycle: number; cycleHref: string | null; base: string }

function sentence({ delivered, reason, observation, measured, unit, provision }: NoteShown): string {
  const what =
    delivered === 'given' && provision
      ? provision
      : [provision, deliveredWords[delivered].toLowerCase()].filter(Boolean).join(' ')
  const parts = [what, reason, measured && withUnit(measured, unit), observation]
  return parts
    .filter(Boolean)
    .map((part) => String(part).replace(/\.$/, ''))
    .join('. ')
}

/** The latest notes of what was given and seen (6.52). */
export function NotesCard({ notes, inCycle, cycleHref, base }: Props) {
  return (
    <Card heading="Latest Do notes">
      {notes.length === 0 && <p>None yet.</p>}
      {notes.map((note) => (
        <p key={note.id}>
          <b>{longDate(note.happenedOn)}</b> {sentence(note)}.{' '}
          <span className="soft small">{note.writtenBy}</span>
        </p>
      ))}
      {cycleHref && inCycle > 0 && (
        <p className="small">
          <a href={`${cycleHref}/do`}>
            {inCycle === 1 ? 'The one note of this cycle' : `All ${inCycle} notes of this cycle`}
          </a>
        </p>
      )}
      <p className="small last">
        <a href={`${base}/observations`}>What was seen, in lessons and at break</a>
      </p>
    </Card>
  )
}
