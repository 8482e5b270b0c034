import { longDate } from '@/lib/calendar/iso-date'
import type { CheckedPupil, ClassCheck } from '@/lib/class-check/rules'
import { signWords } from '@/lib/concern/words'
import { Card } from '@/components/look/card'

type Props = { latest: ClassCheck; found: readonly CheckedPupil[]; schoolSlug: string }

const count = (pupils: readonly CheckedPupil[]) =>
  pupils.filter(({ progress }) => progress === 'less-than-expected').length

/** What the last check found: pupils with less than expected progress of whom nobody has raised a concern (P02). */
export function FoundCard({ latest, found, schoolSlug }: Props) {
  return (
    <Card heading="What the last check found" id="found">
      <p>
        {longDate(latest.checkedOn)}, {latest.checkedBy}: {count(latest.pupils)} of {latest.pupils.length}{' '}
        with less progress than expected.
      </p>
      {found.length === 0 ? (
        <p>Each of them is on the register, or somebody has raised a concern.</p>
      ) : (
        <ul className="lines">
          {found.map(({ id, pupilId, name, signs }) => (
            <li key={id}>
              <p>
                <b>{name}</b>
                <span className="soft small">, not on the register</span>
              </p>
              <ul className="small">
                {signs.map((sign) => (
                  <li key={sign}>{signWords[sign]}</li>
                ))}
              </ul>
              <p className="small">
                <a href={`/schools/${schoolSlug}/pupils/${pupilId}/concerns/raise?checked=${id}`}>
                  Raise a concern<span className="govuk-visually-hidden"> about {name}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
