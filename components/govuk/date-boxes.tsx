import { controlClass, type Field } from './field'

const BOXES = [
  { part: 'day', label: 'Day', width: 2, inputMode: 'numeric' },
  // A month may be typed as a word.
  { part: 'month', label: 'Month', width: 2, inputMode: undefined },
  { part: 'year', label: 'Year', width: 4, inputMode: 'numeric' },
] as const

/** Day, month and year; the first carries the field's own id, so that an error link lands in it. */
export function DateBoxes({ field }: { field: Field }) {
  return (
    <div className="govuk-date-input">
      {BOXES.map(({ part, label, width, inputMode }) => {
        const id = part === 'day' ? field.name : `${field.name}-${part}`
        return (
          <div className="govuk-date-input__item" key={part}>
            <label className="govuk-label govuk-date-input__label" htmlFor={id}>
              {label}
            </label>
            <input
              id={id}
              className={controlClass('govuk-input', field, `govuk-input--width-${width}`)}
              inputMode={inputMode}
              autoComplete="off"
              aria-invalid={field.problem ? true : undefined}
              defaultValue={field.value(part)}
              {...field.register(part)}
            />
          </div>
        )
      })}
    </div>
  )
}
