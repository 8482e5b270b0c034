import { Meter } from '@/components/look/meter'
import { StateTag } from '@/components/look/state-tag'
import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { ForecastPupil } from '@/lib/forecast/rules'
import { lastDayWords } from '@/lib/forecast/words'
import { listed } from '@/lib/parent-meeting/line.words'

type Props = { needing: readonly ForecastPupil[]; school: string; chosen: readonly string[] }

/** Everyone who still needs a meeting, each with the last school day on which the rest can be begun, and a box to tick. */
export function WhoTable({ needing, school, chosen }: Props) {
  if (needing.length === 0) return <p>Nobody needs another meeting this year.</p>
  return (
    <>
      <h2>Who still needs a meeting, {needing.length}</h2>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">Who still needs a meeting</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Pupil', 'Meetings', 'State', 'Still needed', 'Booked'].map((head) => (
              <th scope="col" role="columnheader" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {needing.map((pupil) => (
            <Row
              key={pupil.line.pupilId}
              pupil={pupil}
              school={school}
              isChosen={chosen.includes(pupil.line.pupilId)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ pupil, school, isChosen }: { pupil: ForecastPupil; school: string; isChosen: boolean }) {
  const { line, standing, bookedOn } = pupil
  const id = `hold-${line.pupilId}`
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <div className="govuk-checkboxes">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={id}
              name="hold"
              value={line.pupilId}
              defaultChecked={isChosen}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
              {line.name}
              {line.className && <small>{line.className}</small>}
            </label>
          </div>
        </div>
      </th>
      <td role="cell" className="full">
        <a href={`${school}/pupils/${line.pupilId}/parent-meetings`}>
          <Meter {...standing} />
        </a>
      </td>
      <td role="cell" className="full">
        <StateTag state={standing.state} />
      </td>
      <td role="cell" data-l="Still needed">
        {lastDayWords(pupil)}
      </td>
      <td role="cell" data-l="Booked">
        {bookedOn.length === 0 ? <span className="soft">Nothing</span> : listed(bookedOn.map(dayAndMonth))}
      </td>
    </tr>
  )
}
