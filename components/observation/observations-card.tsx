import type { ComponentProps } from 'react'
import { Card } from '@/components/look/card'
import { ObservationList } from './observation-list'

type Props = Pick<ComponentProps<typeof ObservationList>, 'lines' | 'base'>

/** What was seen since the last assessment, beside the next one (6.46; P41). */
export function ObservationsCard({ lines, base }: Props) {
  return (
    <Card heading="What was seen">
      {lines.length === 0 ? (
        <p>Nothing since the last assessment.</p>
      ) : (
        <ObservationList lines={lines} base={base} />
      )}
      <p className="small last">
        <a href={`${base}/observations`}>All observations, and write one down</a>
      </p>
    </Card>
  )
}
