'use client'

import { useState } from 'react'
import { type TwoTexts, useDraftShown } from './draft-shown'

function BothTexts({ apart }: { apart: readonly TwoTexts[] }) {
  return (
    <>
      <p>
        Since then somebody has saved something else here. Yours is in the form; compare before you send it.
      </p>
      <ul>
        {apart.map(({ question, saved, typed }) => (
          <li key={question}>
            <b>{question}</b>
            <dl className="two-texts">
              <dt>Saved now</dt>
              <dd>{saved || 'Nothing'}</dd>
              <dt>What you typed</dt>
              <dd>{typed || 'Nothing'}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Above a form that holds what was typed before: when that was, both texts where two people wrote, and the way back. */
export function DraftNotice() {
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const draft = useDraftShown(form)
  const { takenUp, setAside } = draft ?? {}
  return (
    <div className="draft-notice" ref={(element) => setForm(element?.closest('form') ?? null)}>
      {takenUp && (
        <div className="govuk-inset-text" role="status">
          <p>This is what you had typed {takenUp.when}. It has not been sent.</p>
          {takenUp.apart.length > 0 && <BothTexts apart={takenUp.apart} />}
          <p>
            <button type="button" className="link" onClick={takenUp.startAgain}>
              Start again from what is saved
            </button>
          </p>
        </div>
      )}
      {setAside && (
        <div className="govuk-inset-text" role="status">
          <p>The form now holds what is saved.</p>
          <p>
            <button type="button" className="link" onClick={setAside.bringBack}>
              Bring back what you had typed
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
