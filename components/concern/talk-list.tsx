import { longDate } from '@/lib/calendar/iso-date'
import type { TalkLine } from '@/lib/concern/talk.rules'

/** With whom a decision was talked over, what they said, and whether they have a note of it. */
export function TalkList({ talks, givenName }: { talks: readonly TalkLine[]; givenName: string }) {
  if (talks.length === 0) return null
  return (
    <ul className="small">
      {talks.map(({ id, contact, talkedOn, noteGiven, words }) => (
        <li key={id}>
          Talked over with {contact ?? givenName} on {longDate(talkedOn)}.{' '}
          {noteGiven ? 'They have a note of it.' : 'No note was given.'}
          {words && <span className="pre"> “{words}”</span>}
        </li>
      ))}
    </ul>
  )
}
