import { longDate } from '@/lib/calendar/iso-date'
import type { DiscussionNote } from '@/lib/early-discussion/rules'
import { copyLine } from '@/lib/early-discussion/words'
import { Card } from '@/components/look/card'

type Props = {
  notes: readonly DiscussionNote[]
  base: string
  givenName: string
  mayWrite: boolean
  /** Whether the family has still to be told of the advice service (R04). */
  lacksAdvice: boolean
}

/** The talks at the start with pupil and parents, and who has a note of each (6.39, R03, R04). */
export function EarlyCard({ notes, base, givenName, mayWrite, lacksAdvice }: Props) {
  return (
    <Card heading="Early discussion" id="early-discussion">
      {notes.length === 0 ? (
        <p>No talk with {givenName} and the parents is written down yet.</p>
      ) : (
        <ul className="lines">
          {notes.map((note) => (
            <li key={note.id}>
              <p>
                <a href={`${base}/early-discussions/${note.id}`}>
                  {longDate(note.heldOn)}
                  <span className="govuk-visually-hidden">, the note of the early discussion</span>
                </a>
                <span className="soft small">, written by {note.writtenBy}</span>
              </p>
              <p className="small">
                {note.copies.length === 0
                  ? 'Not given to a parent yet.'
                  : `The note: ${note.copies.map(copyLine).join('; ')}.`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <ul className="small plain last">
          <li>
            <a href={`${base}/early-discussions/add`}>Write down an early discussion</a>
          </li>
          {lacksAdvice && (
            <li>
              <a href={`${base}/advice-mentioned`}>Record that they were told about the advice service</a>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}
