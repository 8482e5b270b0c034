type Letter = { body: string; calendar: string | null }

const LINK = /(https?:\/\/[^\s]+)/

/** A letter as it would have arrived, its links to follow, with the entry for a calendar it carries. */
export function CaughtLetter({ letter: { body, calendar } }: { letter: Letter }) {
  return (
    <>
      <article className="card" aria-label="Letter">
        {body.split('\n\n').map((part, place) => (
          // The parts of a letter stand in one order and never move.
          <p key={place} className="pre">
            {part.split(LINK).map((text) =>
              LINK.test(text) ? (
                <a key={text} href={text}>
                  {text}
                </a>
              ) : (
                text
              ),
            )}
          </p>
        ))}
      </article>
      {calendar && (
        <section className="card" aria-label="Calendar entry">
          <h2>The calendar entry it carries</h2>
          <pre className="pre" tabIndex={0}>
            {calendar}
          </pre>
        </section>
      )}
    </>
  )
}
