import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { MeasurementPicture } from './measurement-picture'

type Props = {
  outcomes: readonly MeasuredOutcome[]
  outcomeId: string
  /** Where its measurements are written and put right. */
  addressOf: (outcomeId: string) => string
}

/** Under an outcome of the plan: its picture, the prompt, and the way to its measurements (P56). */
export function OutcomeMeasured({ outcomes, outcomeId, addressOf }: Props) {
  const outcome = outcomes.find(({ id }) => id === outcomeId)
  if (!outcome) return null
  return (
    <>
      <MeasurementPicture outcome={outcome} withPrompt />
      <p className="small">
        <a href={addressOf(outcome.id)}>
          {outcome.points.length === 0 ? 'Measure it' : 'All measurements'}
          <span className="govuk-visually-hidden">: {outcome.willDo}</span>
        </a>
      </p>
    </>
  )
}
