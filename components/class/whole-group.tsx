import type { SheetLine } from '@/lib/class/rules'
import type { TapAction } from './sheet-actions'

type Props = { what: string; lines: readonly (SheetLine & { formKey: string })[]; action: TapAction }

/** The whole group in one tap, and whoever was away ticked before it (6.52). */
export function WholeGroup({ what, lines, action }: Props) {
  if (lines.length === 0) return null
  return (
    <form action={action} className="whole">
      {lines.map(({ id, formKey }) => (
        <input type="hidden" name="rest[]" value={`${id}.${formKey}`} key={id} />
      ))}
      <details className="small">
        <summary>Somebody was away</summary>
        <fieldset className="govuk-fieldset">
          <legend className="govuk-visually-hidden">Who was away from {what}?</legend>
          <div className="govuk-checkboxes">
            {lines.map(({ id, name }) => (
              <div className="govuk-checkboxes__item" key={id}>
                <input
                  className="govuk-checkboxes__input"
                  id={`away-${id}`}
                  name="away[]"
                  type="checkbox"
                  value={id}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={`away-${id}`}>
                  {name} was away
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </details>
      <button type="submit" className="govuk-button govuk-button--secondary">
        All {lines.length} had it
        <span className="govuk-visually-hidden">: {what}, but for those ticked as away</span>
      </button>
    </form>
  )
}
