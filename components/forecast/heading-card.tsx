import { BAR_STATES, type BarCounts } from '@/components/look/bars'
import { Card } from '@/components/look/card'
import { StateTag } from '@/components/look/state-tag'

type Props = { headings: { today: BarCounts; asBooked: BarCounts; asHeld: BarCounts } }

/** Where everyone stands today, and where the year ends: with what is booked, and with nothing more. */
export function HeadingCard({ headings: { today, asBooked, asHeld } }: Props) {
  return (
    <Card heading="Where the year is heading">
      <p className="small soft">
        Today, and when the year is over: if what is booked is held, and if nothing more is.
      </p>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">Pupils by state, today and when the year is over</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" className="n">
              Today
            </th>
            <th scope="col" className="n">
              As booked
            </th>
            <th scope="col" className="n">
              As held
            </th>
          </tr>
        </thead>
        <tbody>
          {BAR_STATES.map((state) => (
            <tr key={state}>
              <th scope="row">
                <StateTag state={state} />
              </th>
              <td className="n">{today[state]}</td>
              <td className="n">{asBooked[state]}</td>
              <td className="n">{asHeld[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
