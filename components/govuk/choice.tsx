import type { ReactNode } from 'react'
import { describedBy, type Field, Group, Legend, Notes } from './field'

export type Option = { value: string; label: ReactNode; hint?: ReactNode }
export type Asked = { field: Field; legend: ReactNode; hint?: ReactNode; heading?: boolean }

/** The question over several controls, with its hint and its problem. */
export function Choices({
  field,
  legend,
  hint,
  heading = false,
  kind,
  children,
}: Asked & { kind: string; children: ReactNode }) {
  return (
    <Group field={field}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field, hint)}>
        <Legend heading={heading}>{legend}</Legend>
        <Notes field={field} hint={hint} />
        <div className={kind}>{children}</div>
      </fieldset>
    </Group>
  )
}

type ChoiceProps = {
  kind: 'radio' | 'checkbox'
  id: string
  option: Option
  chosen: boolean
  input: ReturnType<Field['register']>
  /** The ids of what is said about a box that stands alone. */
  notes?: string | undefined
}

/** One radio or one box to tick. */
export function Choice({ kind, id, option: { value, label, hint }, chosen, input, notes }: ChoiceProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const said = [notes, hint ? `${id}-item-hint` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className={`${block}__item`}>
      <input
        id={id}
        type={kind}
        value={value}
        className={`${block}__input`}
        defaultChecked={chosen}
        aria-describedby={said}
        {...input}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-item-hint`} className={`govuk-hint ${block}__hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
