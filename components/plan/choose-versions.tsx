import { Card } from '@/components/look/card'
import { longDate } from '@/lib/calendar/iso-date'
import { asSentence } from '@/lib/platform/sentence.words'
import type { VersionShown } from './versions-card'

type Props = {
  versions: readonly VersionShown[]
  /** The address of the pupil. */
  base: string
}

const named = ({ cycleNumber, number, appliesFrom }: VersionShown) =>
  `Cycle ${cycleNumber}, version ${number}, from ${longDate(appliesFrom)}`

function Which({
  name,
  label,
  versions,
  chosen,
}: {
  name: string
  label: string
  versions: Props['versions']
  chosen: number
}) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="govuk-select" id={name} name={name} defaultValue={versions[chosen]?.id}>
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {named(version)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Every version as a line with its reason, and a form that compares any two. */
export function ChooseVersions({ versions, base }: Props) {
  return (
    <div className="cols">
      <Card heading="Published">
        <ul className="lines">
          {versions.map((version) => (
            <li key={version.id}>
              <p className="last">
                <a href={`${base}/plan/versions/${version.id}`}>{named(version)}</a>
              </p>
              <p className="small soft last">
                {asSentence(version.reason ?? 'The plan came into force')} Published by {version.publishedBy}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      {versions.length > 1 ? (
        <Card heading="Compare two">
          <form action={`${base}/plan/compare`}>
            <Which name="from" label="The one before" versions={versions} chosen={1} />
            <Which name="to" label="The one after" versions={versions} chosen={0} />
            <button className="govuk-button" type="submit">
              Compare
            </button>
          </form>
        </Card>
      ) : (
        <Card heading="Compare two">
          <p>There is one version so far. A change that is published makes the next.</p>
        </Card>
      )}
    </div>
  )
}
