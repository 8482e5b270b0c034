import type { CatalogueEntry } from '@/lib/catalogue/rules'
import { doseWords } from '@/lib/catalogue/words'

type Props = { entries: readonly CatalogueEntry[]; chosen: CatalogueEntry | null; address: string }

/** Choosing from the catalogue: an address of its own, so that it works with no JavaScript. */
export function CatalogueChoice({ entries, chosen, address }: Props) {
  if (entries.length === 0) return null
  return (
    <form method="get" action={address} className="measure card">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="entry">
          Begin with something from the catalogue
        </label>
        <div className="govuk-hint" id="entry-hint">
          It fills in the form below. You can change everything, or write your own
        </div>
        <select
          className="govuk-select"
          id="entry"
          name="entry"
          aria-describedby="entry-hint"
          defaultValue={chosen?.id ?? ''}
        >
          <option value="">Write my own</option>
          {entries.map(({ id, name, form }) => (
            <option value={id} key={id}>
              {name} ({form.toLowerCase()})
            </option>
          ))}
        </select>
      </div>
      <button className="govuk-button govuk-button--secondary" type="submit">
        Fill in the form
      </button>
      {chosen && (
        <p role="status">
          Filled in from the catalogue: {chosen.name}
          {doseWords(chosen) && `, ${doseWords(chosen)}`}.
        </p>
      )}
    </form>
  )
}
