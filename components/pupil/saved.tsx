/** What was just saved, said once at the top of the page that shows it. */
export function Saved({ words }: { words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p className="govuk-inset-text" role="status">
      {words}.
    </p>
  )
}
