type Props = {
  name: string
  label: string
  hint: string
  /** The kinds of file, as the browser's chooser takes them. */
  accept: string
  problem: string | null
}

/** A box for a file, with what is wrong with the one that was sent. */
export function FileBox({ name, label, hint, accept, problem }: Props) {
  return (
    <div className={problem === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <div className="govuk-hint" id={`${name}-hint`}>
        {hint}
      </div>
      {problem !== null && (
        <p className="govuk-error-message" id={`${name}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      <input
        className="govuk-file-upload"
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={`${name}-hint${problem === null ? '' : ` ${name}-error`}`}
        aria-invalid={problem === null ? undefined : true}
      />
    </div>
  )
}
