'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import type { Problem } from '@/lib/platform/outcome'
import { DraftNotice } from './draft-notice'

// Moves to the label or the question rather than to the box, so that what is asked is on the screen too.
function goTo(event: MouseEvent<HTMLAnchorElement>, field: string) {
  const box = document.getElementById(field)
  if (!box) return
  event.preventDefault()
  const question =
    box.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(field)}"]`)
  ;(question ?? box).scrollIntoView()
  box.focus({ preventScroll: true })
}

/** What somebody else has saved meanwhile, part by part; what was typed is still in the boxes below. */
function StoredNow({ parts }: { parts: NonNullable<Problem['stored']> }) {
  return (
    <dl className="stored">
      {parts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="pre">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * Every problem of the form, each a link to its field. It takes the focus when it appears, as GOV.UK's
 * does; give it a new `key` for each try, so that the same mistake made twice is announced twice. What the form
 * holds of an earlier day is said in the same place.
 */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      {problems.length > 0 && <Problems problems={problems} />}
      <DraftNotice />
    </>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [])
  return (
    // The attribute does it for a page that came back without JavaScript.
    <div className="govuk-error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-error-summary__list">
            {problems.map(({ field, message, stored }) => (
              <li key={field + message}>
                {field === 'form' ? (
                  message
                ) : (
                  <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                    {message}
                  </a>
                )}
                {stored && <StoredNow parts={stored} />}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
