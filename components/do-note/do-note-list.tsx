import { longDate } from '@/lib/calendar/iso-date'
import type { Delivered, DoNoteLine } from '@/lib/do-note/rules'
import { deliveredWords, laterWords } from '@/lib/do-note/words'
import { ToneWord } from '@/components/look/state-tag'
import { withUnit } from '@/lib/outcome/words'

const TONES: Record<Delivered, 'met' | 'part' | 'none'> = {
  given: 'met',
  partly: 'part',
  'not-given': 'none',
}

const minutesWords = (minutes: number | null) =>
  minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

type Props = { notes: readonly DoNoteLine[]; addressOf: (doNoteId: string) => string }

/** The notes of a cycle, newest first: the day, whether it was given, what was seen, who wrote it and when. */
export function DoNoteList({ notes, addressOf }: Props) {
  return (
    <ol className="lines">
      {notes.map((note) => (
        <li key={note.id}>
          <p>
            <b>{longDate(note.happenedOn)}</b>{' '}
            <ToneWord tone={TONES[note.delivered]}>{deliveredWords[note.delivered]}</ToneWord>
            {note.minutes !== null && `, ${minutesWords(note.minutes)}`}
          </p>
          <p>{note.provision ?? 'In every lesson'}</p>
          {note.reason && <p>Why: {note.reason}</p>}
          {note.observation && <p className="pre">{note.observation}</p>}
          {note.measured && note.outcome && (
            <p>
              Measured <b>{withUnit(note.measured, note.unit)}</b>. {note.outcome}
            </p>
          )}
          <p className="small soft">
            {[
              note.writtenBy,
              note.classThen && `then in ${note.classThen}`,
              laterWords(note.daysLater),
              note.isShared ? 'shared with the parents' : 'staff only',
              note.isCorrected && 'corrected since',
              note.isAsked && 'a question waits for an answer',
              note.files > 0 && (note.files === 1 ? '1 file' : `${note.files} files`),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          <p className="small">
            <a href={addressOf(note.id)}>
              Open<span className="govuk-visually-hidden"> the note of {longDate(note.happenedOn)}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  )
}
