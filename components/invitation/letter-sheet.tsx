import type { LetterWords } from '@/lib/invitation/letter.words'

/** The invitation made for paper: the same words as the email, with the address of the link written out. */
export function LetterSheet({ letter: { heading, blocks } }: { letter: LetterWords }) {
  return (
    <article className="card sheet" aria-label="Letter">
      <h2>{heading}</h2>
      {blocks.map((block, place) => (
        // The blocks of a letter stand in one order and never move.
        <div key={place}>
          {block.heading && <h3>{block.heading}</h3>}
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {block.list.length > 0 && (
            <ul>
              {block.list.map((person) => (
                <li key={person}>{person}</li>
              ))}
            </ul>
          )}
          {block.link && <p className="pre">{block.link.href}</p>}
        </div>
      ))}
    </article>
  )
}
