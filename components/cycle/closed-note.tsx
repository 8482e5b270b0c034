/** Said at the head of every page of a closed cycle (6.44: never overwritten). */
export function ClosedNote() {
  return (
    <p className="govuk-inset-text">
      This cycle is closed. It is kept as it was, and nothing in it can be changed.
    </p>
  )
}
