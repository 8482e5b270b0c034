import { Filters } from '@/components/look/filters'
import { STANDING_STATES } from '@/lib/parent-meeting/rules'
import { stateWords } from '@/lib/parent-meeting/words'
import { yearGroupWords } from '@/lib/pupil/rules'
import {
  chosenFilters,
  everyone,
  filterQuery,
  type RegisterChoices,
  type RegisterFilters,
} from '@/lib/sen-register/filter.rules'
import { REGISTER_STAGES, REGISTER_STATUSES } from '@/lib/sen-register/rules'
import { REGISTER_SORTS } from '@/lib/sen-register/sort.rules'
import { registerStageWords, registerStatusWords, sortWords } from '@/lib/sen-register/words'
import { SearchBox } from './register-search'
import { KeptChip } from './register-table'

type Option = { value: string | number; label: string }

const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>): Option[] =>
  values.map((value) => ({ value, label: words[value] }))

type ChoiceProps = {
  name: keyof RegisterFilters
  label: string
  options: readonly Option[]
  chosen: string | number | null
  all?: string | null
}

function FilterChoice({ name, label, options, chosen, all = 'All' }: ChoiceProps) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="govuk-select" id={name} name={name} defaultValue={chosen ?? ''}>
        {all !== null && <option value="">{all}</option>}
        {options.map(({ value, label: words }) => (
          <option value={value} key={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function FilterTick({
  name,
  isTicked,
  children,
}: {
  name: 'few' | 'overdue'
  isTicked: boolean
  children: string
}) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        type="checkbox"
        id={name}
        name={name}
        value="1"
        defaultChecked={isTicked}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={name}>
        {children}
      </label>
    </div>
  )
}

/** What is filtered, each with what would take it off; the name stands in its box. */
function chipsOf(
  filters: RegisterFilters,
  choices: RegisterChoices,
): { label: string; without: RegisterFilters }[] {
  const chip = (label: string | null | undefined, off: Partial<RegisterFilters>) =>
    label ? [{ label, without: { ...filters, ...off } }] : []
  const need = choices.needs.find(({ code }) => code === filters.need)
  return [
    ...chip((filters.year !== null && yearGroupWords(filters.year)) || null, { year: null }),
    ...chip(filters.class, { class: null }),
    ...chip(filters.status && registerStatusWords[filters.status], { status: null }),
    ...chip(filters.stage && registerStageWords[filters.stage], { stage: null }),
    ...chip(filters.state && stateWords[filters.state], { state: null }),
    ...chip(need?.name, { need: null }),
    ...chip(filters.few ? 'Fewer than three meetings' : null, { few: false }),
    ...chip(filters.overdue ? 'Review overdue' : null, { overdue: false }),
  ]
}

type Props = { path: string; filters: RegisterFilters; choices: RegisterChoices }

/** The filters of the register: a form that asks for another address, and works without JavaScript. */
export function RegisterFilterForm({ path, filters, choices }: Props) {
  const chips = chipsOf(filters, choices)
  const more = (
    <>
      <FilterTick name="few" isTicked={filters.few}>
        Only fewer than three meetings
      </FilterTick>
      <FilterTick name="overdue" isTicked={filters.overdue}>
        Only overdue reviews
      </FilterTick>
      <button className="govuk-button">Show</button>
      {chips.map(({ label, without }) => (
        <KeptChip href={path + filterQuery(without)} key={label}>
          {label}
        </KeptChip>
      ))}
      {chips.length > 1 && (
        <a href={path + filterQuery({ ...everyone, sort: filters.sort })}>Clear all filters</a>
      )}
    </>
  )
  return (
    <Filters action={path} label="Register" chosen={chosenFilters(filters).length} more={more}>
      <SearchBox sought={filters.q} />
      <FilterChoice
        name="year"
        label="Year"
        options={choices.years.map((year) => ({ value: year, label: yearGroupWords(year) }))}
        chosen={filters.year}
      />
      <FilterChoice
        name="class"
        label="Class"
        options={choices.classes.map((name) => ({ value: name, label: name }))}
        chosen={filters.class}
      />
      <FilterChoice
        name="status"
        label="Status"
        options={optionsOf(REGISTER_STATUSES, registerStatusWords)}
        chosen={filters.status}
      />
      <FilterChoice
        name="stage"
        label="Stage"
        options={optionsOf(REGISTER_STAGES, registerStageWords)}
        chosen={filters.stage}
      />
      <FilterChoice
        name="state"
        label="State"
        options={optionsOf(STANDING_STATES, stateWords)}
        chosen={filters.state}
      />
      <FilterChoice
        name="need"
        label="Main need"
        options={choices.needs.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={filters.need}
      />
      <FilterChoice
        name="sort"
        label="Sort by"
        options={optionsOf(REGISTER_SORTS, sortWords)}
        chosen={filters.sort}
        all={null}
      />
    </Filters>
  )
}
