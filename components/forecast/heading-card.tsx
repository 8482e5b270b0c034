import type { BarCounts } from '@/components/look/bars'
import { Card } from '@/components/look/card'
import { StateTable } from './state-table'

type Props = { headings: { today: BarCounts; asBooked: BarCounts; asHeld: BarCounts } }

/** Where everyone stands today, and where the year ends: with what is booked, and with nothing more. */
export function HeadingCard({ headings: { today, asBooked, asHeld } }: Props) {
  return (
    <Card heading="Where the year is heading">
      <p className="small soft">
        Pupils today, and when the year is over: if what is booked is held, and if nothing more is.
      </p>
      <StateTable
        caption="Pupils by state, today and when the year is over"
        columns={[
          { label: 'Today', counts: today },
          { label: 'As booked', counts: asBooked },
          { label: 'Nothing more', counts: asHeld },
        ]}
        all
      />
    </Card>
  )
}
