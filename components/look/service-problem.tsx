'use client'

import { FIRST_PAGE } from './service'

const referenceOf = (error: unknown) =>
  error instanceof Error && 'digest' in error ? String(error.digest) : null

/** Sorry, what is safe, what to do, and a reference that finds the fault in the log. */
export function ServiceProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error)
  return (
    <>
      <h1>Sorry, there is a problem with the service</h1>
      <p>Try again in a few minutes. What was saved before is safe.</p>
      {reference && (
        <p>
          If it goes on, tell the school office this reference: <b className="num">{reference}</b>
        </p>
      )}
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={retry}>
          Try again
        </button>
        <a href={FIRST_PAGE}>Go to your first page</a>
      </div>
    </>
  )
}
