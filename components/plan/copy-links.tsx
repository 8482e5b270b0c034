type Props = {
  /** The address of the copies. */
  base: string
  editions: readonly { edition: 'staff' | 'family'; called: string }[]
}

/** The plan as a file: PDF to print and send, Word to adapt or to listen to (P29). */
export function CopyLinks({ base, editions }: Props) {
  return (
    <p className="noprint">
      {editions.map(({ edition, called }, place) => (
        <span key={edition}>
          {place > 0 && '. '}
          {called}:{' '}
          <a href={`${base}/${edition}.pdf`}>
            PDF<span className="govuk-visually-hidden"> file: {called}</span>
          </a>{' '}
          or{' '}
          <a href={`${base}/${edition}.docx`}>
            Word<span className="govuk-visually-hidden"> file: {called}</span>
          </a>
        </span>
      ))}
    </p>
  )
}
