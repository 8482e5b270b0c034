import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { type ForecastPupil } from '@/lib/forecast/rules'
import type { WhatIf } from '@/lib/forecast/what-if.rules'
import { WhoTable } from './who-table'

type Props = {
  action: string
  school: string
  needing: readonly ForecastPupil[]
  days: readonly { on: IsoDate; isDue: boolean }[]
  asked: WhatIf | null
}

type ChoiceProps = {
  kind: 'radio' | 'checkbox'
  name: string
  value: string
  isChosen: boolean
  children: string
}

function Choice({ kind, name, value, isChosen, children }: ChoiceProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        type={kind}
        id={`${name}-${value}`}
        name={name}
        value={value}
        defaultChecked={isChosen}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={`${name}-${value}`}>
        {children}
      </label>
    </div>
  )
}

/** "If you hold these 12 by 7 July": a form that changes nothing, so its question stands in the address. */
export function WhatIfForm({ action, school, needing, days, asked }: Props) {
  const whose = asked?.whose ?? 'behind'
  const each = asked?.howMany ?? 'one'
  return (
    <form action={`${action}#answer`} method="get">
      <section className="card" aria-labelledby="what-if">
        <h2 id="what-if">What if?</h2>
        <p className="govuk-hint">Nothing is booked or saved by asking</p>
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend">Whose meetings?</legend>
          <div className="govuk-radios">
            <Choice kind="radio" name="whose" value="behind" isChosen={whose === 'behind'}>
              Everyone at risk today
            </Choice>
            <Choice kind="radio" name="whose" value="needing" isChosen={whose === 'needing'}>
              Everyone who still needs one
            </Choice>
            <Choice kind="radio" name="whose" value="chosen" isChosen={whose === 'chosen'}>
              The pupils ticked below
            </Choice>
          </div>
        </fieldset>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="by">
            Held by
          </label>
          <select className="govuk-select" id="by" name="by" defaultValue={asked?.by ?? days[0]?.on}>
            {days.map(({ on, isDue }) => (
              <option value={on} key={on}>
                {longDate(on)}, {isDue ? 'due' : 'end of term'}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend">How many for each?</legend>
          <div className="govuk-radios">
            <Choice kind="radio" name="each" value="one" isChosen={each === 'one'}>
              One
            </Choice>
            <Choice kind="radio" name="each" value="all" isChosen={each === 'all'}>
              As many as each still needs
            </Choice>
          </div>
        </fieldset>
        <div className="govuk-checkboxes">
          <Choice kind="checkbox" name="booked" value="yes" isChosen={asked?.withBooked ?? true}>
            What is booked up to then is held too
          </Choice>
        </div>
        <button className="govuk-button">Show what would come of it</button>
      </section>
      <WhoTable needing={needing} school={school} chosen={asked?.chosen ?? []} />
    </form>
  )
}
