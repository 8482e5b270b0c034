import { DeliveredCard } from '@/components/do-note/delivered-card'
import { Card } from '@/components/look/card'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { MeasurementPicture } from './measurement-picture'

type Props = { measured: readonly MeasuredOutcome[]; delivered: readonly DeliveredProvision[] }

/** Before a review: what was measured of each outcome, and whether the support was given as planned (6.54; P56, P67). */
export function MeasuredAndGiven({ measured, delivered }: Props) {
  const drawn = measured.filter(({ points }) => points.length > 0)
  if (drawn.length === 0 && delivered.length === 0) return null
  return (
    <div className="cols">
      <div>
        {drawn.length > 0 && (
          <Card heading="What was measured">
            {drawn.map((outcome) => (
              <article className="outcome" key={outcome.id}>
                <h3>{outcome.willDo}</h3>
                <MeasurementPicture outcome={outcome} withPrompt />
              </article>
            ))}
          </Card>
        )}
      </div>
      <div>
        <DeliveredCard provisions={delivered} heading="Was it given as planned?" />
      </div>
    </div>
  )
}
