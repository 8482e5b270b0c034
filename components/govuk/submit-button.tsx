'use client'

import { type ReactNode, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { DraftLine } from './draft-line'

type Props = {
  children: ReactNode
  /** From `useGovukForm`; a plain form with an action needs none. */
  pending?: boolean
  /** Which of several buttons was pressed reaches the action as `name=value`. */
  name?: string
  value?: string
  secondary?: boolean
  /** Sent without the browser's check of the answers, as a draft is. */
  unchecked?: boolean
}

/** Sends the form once: while it is on its way a second press does nothing, and the button keeps the focus. */
export function SubmitButton({
  children,
  pending = false,
  name,
  value,
  secondary = false,
  unchecked = false,
}: Props) {
  const status = useFormStatus()
  const busy = pending || status.pending
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  return (
    <>
      <button
        ref={setButton}
        type="submit"
        className={secondary ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
        name={name}
        value={value}
        formNoValidate={unchecked}
        // `disabled` would drop the focus, and a screen reader its place.
        aria-disabled={busy || undefined}
        onClick={(event) => {
          if (busy) event.preventDefault()
        }}
      >
        {children}
      </button>
      <DraftLine button={button} />
    </>
  )
}
