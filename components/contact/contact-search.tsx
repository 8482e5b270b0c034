type Props = {
  asked: string
  /** How many were found; nothing before a search. */
  found: number | null
  atMost: number
}

/** A search by name that needs no JavaScript: the answer is in the address. */
export function ContactSearch({ asked, found, atMost }: Props) {
  return (
    <form method="get" role="search">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="name">
          Name of the parent, or of the brother or sister
        </label>
        <input
          id="name"
          name="name"
          type="search"
          className="govuk-input govuk-input--width-20"
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Search
      </button>
      {found !== null && (
        <p role="status">
          {found === 0 && 'Nobody found. Try another part of the name, or add them as a new parent or carer.'}
          {found > 0 && found < atMost && `${found} found.`}
          {found >= atMost && `The first ${atMost} are shown. Add another part of the name to find fewer.`}
        </p>
      )}
    </form>
  )
}
