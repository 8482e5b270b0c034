'use client'

import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { type Asked, Choice, Choices, type Option } from './choice'
import { CountedTextArea } from './counted-text-area'
import { DateBoxes } from './date-boxes'
import { controlClass, describedBy, type Field, Group, Legend, Notes } from './field'
import { PasswordBox } from './password-box'

type Labelled = { field: Field; label: ReactNode; hint?: ReactNode }

function Label({ field, children }: { field: Field; children: ReactNode }) {
  return (
    <label className="govuk-label" htmlFor={field.name}>
      {children}
    </label>
  )
}

type TextInputProps = Labelled & {
  /** As wide as what is expected in it, in characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20
  /** What stands after the box: "words of 40". */
  suffix?: string
  type?: 'text' | 'email' | 'tel' | 'time' | 'search'
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: HTMLInputAutoCompleteAttribute
}

/** One line of text, or a number. */
export function TextInput({ field, label, hint, width, suffix, type = 'text', ...rest }: TextInputProps) {
  const input = (
    <input
      id={field.name}
      type={type}
      className={controlClass('govuk-input', field, width && `govuk-input--width-${width}`)}
      aria-describedby={describedBy(field, hint, suffix !== undefined && `${field.name}-suffix`)}
      aria-invalid={field.problem ? true : undefined}
      spellCheck={type === 'email' ? false : undefined}
      defaultValue={field.value()}
      {...rest}
      {...field.register()}
    />
  )
  return (
    <Group field={field}>
      <Label field={field}>{label}</Label>
      <Notes field={field} hint={hint} />
      {suffix ? (
        <div className="govuk-input__wrapper">
          {input}
          <span className="govuk-input__suffix" id={`${field.name}-suffix`}>
            {suffix}
          </span>
        </div>
      ) : (
        input
      )}
    </Group>
  )
}

/** As many lines as are needed, up to a limit that is said beneath. */
export function TextArea({
  field,
  label,
  hint,
  limit,
  rows = 4,
}: Labelled & { limit: number; rows?: number }) {
  return (
    <Group field={field}>
      <Label field={field}>{label}</Label>
      <Notes field={field} hint={hint} />
      <CountedTextArea field={field} hint={Boolean(hint)} limit={limit} rows={rows} />
    </Group>
  )
}

/** A password, with a button to show it. */
export function PasswordInput({
  field,
  label,
  hint,
  autoComplete,
}: Labelled & { autoComplete: 'current-password' | 'new-password' }) {
  return (
    <Group field={field} className="govuk-password-input">
      <Label field={field}>{label}</Label>
      <Notes field={field} hint={hint} />
      <PasswordBox field={field} hint={Boolean(hint)} autoComplete={autoComplete} />
    </Group>
  )
}

/** A calendar day in three boxes, as people write one down. */
export function DateInput({ field, legend, hint, heading = false }: Asked) {
  return (
    <Group field={field}>
      <fieldset className="govuk-fieldset" role="group" aria-describedby={describedBy(field, hint)}>
        <Legend heading={heading}>{legend}</Legend>
        <Notes field={field} hint={hint} />
        <DateBoxes field={field} />
      </fieldset>
    </Group>
  )
}

/** One of a list that is too long to lay out; a short list is better as radios. */
export function Select({
  field,
  label,
  hint,
  options,
  empty,
}: Labelled & { options: readonly Option[]; empty?: string }) {
  return (
    <Group field={field}>
      <Label field={field}>{label}</Label>
      <Notes field={field} hint={hint} />
      <select
        id={field.name}
        className={controlClass('govuk-select', field)}
        aria-describedby={describedBy(field, hint)}
        aria-invalid={field.problem ? true : undefined}
        defaultValue={field.value()}
        {...field.register()}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: words }) => (
          <option value={value} key={value}>
            {words}
          </option>
        ))}
      </select>
    </Group>
  )
}

const optionId = ({ name }: Field, { value }: Option, index: number) =>
  index === 0 ? name : `${name}-${value}`

// Each radio and each box is a field of its own to react-hook-form. It would set all that share one anew when the page
// wakes: a ticked first box would tick the rest, and what somebody chose before then would be undone.
function onItsOwn({ register }: Field, sentAs: string, index: number): ReturnType<Field['register']> {
  const { name, ref, onChange, onBlur } = register(String(index))
  const heard = (type: string) => ({ type, target: { name, type: 'checkbox' } })
  return { name: sentAs, ref, onChange: () => onChange(heard('change')), onBlur: () => onBlur(heard('blur')) }
}

/** One of a few, all in sight. */
export function Radios({
  options,
  inline = false,
  ...asked
}: Asked & { options: readonly Option[]; inline?: boolean }) {
  const { field } = asked
  return (
    <Choices kind={inline ? 'govuk-radios govuk-radios--inline' : 'govuk-radios'} {...asked}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          kind="radio"
          id={optionId(field, option, index)}
          option={option}
          chosen={field.value() === option.value}
          input={onItsOwn(field, field.name, index)}
        />
      ))}
    </Choices>
  )
}

/** Any number of a few; sent as `sources[]`, so that one tick is still a list. */
export function Checkboxes({ options, ...asked }: Asked & { options: readonly Option[] }) {
  const { field } = asked
  const ticks = field.ticks()
  return (
    <Choices kind="govuk-checkboxes" {...asked}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          kind="checkbox"
          id={optionId(field, option, index)}
          option={option}
          chosen={ticks.includes(option.value)}
          input={onItsOwn(field, `${field.name}[]`, index)}
        />
      ))}
    </Choices>
  )
}

/** A single box to tick: "yes" when it is, nothing when it is not. */
export function Checkbox({ field, label, hint }: Labelled) {
  return (
    <Group field={field}>
      <Notes field={field} />
      <div className="govuk-checkboxes">
        <Choice
          kind="checkbox"
          id={field.name}
          option={{ value: 'yes', label, hint }}
          chosen={field.value() !== ''}
          input={field.register()}
          notes={describedBy(field, false)}
        />
      </div>
    </Group>
  )
}

/** An answer the page gives for the person: never trusted, checked like any other. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}
