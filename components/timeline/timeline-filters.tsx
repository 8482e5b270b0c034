import { Filters } from '@/components/look/filters'
import { type SchoolYear, schoolYearName } from '@/lib/calendar/school-year'
import { type KindCount, TIMELINE_KINDS, type TimelineFilter } from '@/lib/timeline/kinds.rules'
import { KINDS } from '@/lib/timeline/kinds.words'

type Props = {
  action: string
  filter: TimelineFilter
  year: number
  years: readonly number[]
  counts: readonly KindCount[]
}

/** The school year and the kinds, all in the address; on a phone behind one control. */
export function TimelineFilters({ action, filter, year, years, counts }: Props) {
  const shown = TIMELINE_KINDS.map((kind) => ({
    kind,
    entries: counts.find((one) => one.kind === kind)?.entries ?? 0,
  })).filter(({ kind, entries }) => entries > 0 || filter.kinds.includes(kind))
  const more = (
    <fieldset className="govuk-fieldset timeline-kinds">
      <legend className="govuk-visually-hidden">What to show; everything where nothing is ticked</legend>
      <div className="govuk-checkboxes">
        {shown.map(({ kind, entries }) => (
          <div className="govuk-checkboxes__item" key={kind}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`kind-${kind}`}
              name="kind"
              value={kind}
              defaultChecked={filter.kinds.includes(kind)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`kind-${kind}`}>
              {KINDS[kind].name} <span className="soft">{entries}</span>
            </label>
          </div>
        ))}
      </div>
      {filter.kinds.length > 0 && <a href={`${action}?year=${year}`}>Show everything</a>}
    </fieldset>
  )
  return (
    <Filters action={action} label="Timeline" chosen={filter.kinds.length} more={more}>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="year">
          School year
        </label>
        <select className="govuk-select" id="year" name="year" defaultValue={String(year)}>
          {years.map((one) => (
            <option value={one} key={one}>
              {schoolYearName(one as SchoolYear)}
            </option>
          ))}
        </select>
      </div>
      <button className="govuk-button">Show</button>
    </Filters>
  )
}
