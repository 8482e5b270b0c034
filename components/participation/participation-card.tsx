import { Card } from '@/components/look/card'
import { longDate } from '@/lib/calendar/iso-date'
import type { ParticipationCounts, ParticipationNote } from '@/lib/participation/rules'
import { joinedCountWords, missedWords, noteWords } from '@/lib/participation/words'

/** What was written of joining in, one line each. */
export function ParticipationNotes({ notes }: { notes: readonly ParticipationNote[] }) {
  return (
    <ul className="lines">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="pre">{noteWords(note)}</p>
          <p className="soft small">
            {longDate(note.on)}, {note.by}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What is counted of it. */
export function ParticipationSummary({ counts }: { counts: ParticipationCounts }) {
  return (
    <>
      <p>{missedWords(counts)}.</p>
      <p>{joinedCountWords(counts)}.</p>
    </>
  )
}

type Props = { counts: ParticipationCounts; base: string }

/** Joining in beside others this school year, on the pupil's page (6.2, P57). */
export function ParticipationCard({ counts, base }: Props) {
  return (
    <Card heading="Joining in with others" aside="this school year">
      <ParticipationSummary counts={counts} />
      <p>
        <a className="act" href={`${base}/joining-in`}>
          See each time, or write one down
        </a>
      </p>
    </Card>
  )
}
