'use client'

import { useEffect, useRef, useState } from 'react'
import { controlClass, describedBy, type Field } from './field'

type Props = { field: Field; hint: boolean; autoComplete: 'current-password' | 'new-password' }

/** A password that can be shown while it is typed; hidden again before it is sent, and never sent back. */
export function PasswordBox({ field, hint, autoComplete }: Props) {
  const box = useRef<HTMLInputElement | null>(null)
  const [shown, setShown] = useState(false)
  const { ref, ...input } = field.register()

  useEffect(() => {
    const form = box.current?.form
    const hide = () => setShown(false)
    form?.addEventListener('submit', hide)
    return () => form?.removeEventListener('submit', hide)
  }, [])

  return (
    <div className="govuk-input__wrapper govuk-password-input__wrapper">
      <input
        id={field.name}
        type={shown ? 'text' : 'password'}
        className={controlClass('govuk-input', field, 'govuk-password-input__input')}
        aria-describedby={describedBy(field, hint)}
        aria-invalid={field.problem ? true : undefined}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        ref={(input) => {
          box.current = input
          ref(input)
        }}
        {...input}
      />
      <button
        type="button"
        className="govuk-button govuk-button--secondary govuk-password-input__toggle"
        aria-controls={field.name}
        aria-label={shown ? 'Hide password' : 'Show password'}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  )
}
