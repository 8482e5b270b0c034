import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'

type Registered = Pick<UseFormRegisterReturn, 'name' | 'ref' | 'onChange' | 'onBlur'>

/** A field of a form, as `useGovukForm` hands it over: its name, its problem, what it held, and its wiring. */
export type Field = {
  name: string
  problem: string | undefined
  /** What was typed, or what the form began with; `part` is one box of several. */
  value: (part?: string) => string
  /** What was ticked, where any number can be. */
  ticks: () => readonly string[]
  register: (part?: string) => Registered
}

/** The ids of what is said about a field, for `aria-describedby`. */
export const describedBy = ({ name, problem }: Field, hint: ReactNode, ...others: (string | false)[]) =>
  [hint ? `${name}-hint` : '', problem ? `${name}-error` : '', ...others].filter(Boolean).join(' ') ||
  undefined

/** The frame of a field, red at its edge when there is a problem. */
export function Group({
  field,
  className = '',
  children,
}: {
  field: Field
  className?: string
  children: ReactNode
}) {
  const error = field.problem ? 'govuk-form-group--error' : ''
  return <div className={`govuk-form-group ${error} ${className}`.trim()}>{children}</div>
}

/** The hint and then the problem, in the order GOV.UK reads them. */
export function Notes({ field, hint }: { field: Field; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <div id={`${field.name}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {field.problem && (
        <p id={`${field.name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {field.problem}
        </p>
      )}
    </>
  )
}

/** The class of a control, with GOV.UK's own for one that is wrong. */
export const controlClass = (control: string, field: Field, ...more: (string | undefined)[]) =>
  [control, field.problem && `${control}--error`, ...more].filter(Boolean).join(' ')

/** A question for more than one control; a heading where the page asks only this. */
export function Legend({ children, heading = false }: { children: ReactNode; heading?: boolean }) {
  return (
    <legend
      className={heading ? 'govuk-fieldset__legend govuk-fieldset__legend--l' : 'govuk-fieldset__legend'}
    >
      {heading ? <h1 className="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  )
}
