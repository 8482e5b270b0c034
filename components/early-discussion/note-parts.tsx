import { noteParts } from '@/lib/early-discussion/words'
import type { DiscussionNote } from '@/lib/early-discussion/rules'

/** The note of an early discussion, part by part (6.39). */
export function NoteParts({ note, givenName }: { note: DiscussionNote; givenName: string }) {
  return noteParts(note, givenName).map(({ term, is }) => (
    <section key={term}>
      <h3>{term}</h3>
      <p className="pre">{is}</p>
    </section>
  ))
}
