const PROBLEMS: Readonly<Record<string, string>> = {
  gone: 'The note was not written: the plan has changed since you opened this page. Look at what is listed now, and tap again',
  changed:
    'Nothing was changed: somebody else changed this note while your page was open. Look at what it says now, and tap again',
  overtaken:
    'The note was not written: somebody else noted this session while your page was open. If there was another session, write it on the Do page',
}

/** Why a tap was not written, at the top of the sheet as it stands now. */
export function SheetProblem({ problem }: { problem: string | undefined }) {
  const words = problem === undefined ? undefined : PROBLEMS[problem]
  if (words === undefined) return null
  return (
    <div className="govuk-error-summary" role="alert">
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <div className="govuk-error-summary__body">
        <p>{words}.</p>
      </div>
    </div>
  )
}
