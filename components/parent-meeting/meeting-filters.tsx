import { Filters } from '@/components/look/filters'
import type { MeetingFilter } from '@/lib/parent-meeting/list.rules'

type Props = { action: string; filter: MeetingFilter; classNames: readonly string[] }

function Tick({ name, isTicked, children }: { name: string; isTicked: boolean; children: string }) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        defaultChecked={isTicked}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={name}>
        {children}
      </label>
    </div>
  )
}

/** Search and filters of the page of meetings, all in the address; on a phone behind one control. */
export function MeetingFilters({ action, filter, classNames }: Props) {
  const chosen = [filter.search, filter.className, filter.ledByMe, filter.allYear].filter(Boolean).length
  const more = (
    <>
      <Tick name="mine" isTicked={filter.ledByMe}>
        Led by me
      </Tick>
      <Tick name="year" isTicked={filter.allYear}>
        The whole school year
      </Tick>
      {chosen > 0 && <a href={action}>Clear all filters</a>}
    </>
  )
  return (
    <Filters action={action} label="Parent meetings" chosen={chosen} more={more}>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="q">
          Name
        </label>
        <input
          className="govuk-input"
          id="q"
          name="q"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          defaultValue={filter.search}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="class">
          Class
        </label>
        <select className="govuk-select" id="class" name="class" defaultValue={filter.className}>
          <option value="">All</option>
          {classNames.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <button className="govuk-button">Show</button>
    </Filters>
  )
}
