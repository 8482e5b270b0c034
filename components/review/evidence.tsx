import { DeliveredLine } from '@/components/do-note/delivered-card'
import { MeasurementPicture } from '@/components/measurement/measurement-picture'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import { Lacking } from '@/components/training/lacking'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import type { TrainedGiving } from '@/lib/training/rules'

/** What was measured of one outcome, beside the question how it went (6.54, P56, P66). */
export function OutcomeEvidence({
  measured,
  outcomeId,
}: {
  measured: readonly MeasuredOutcome[]
  outcomeId: string
}) {
  const found = measured.find(({ id }) => id === outcomeId)
  return found && found.points.length > 0 ? (
    <MeasurementPicture outcome={found} withPrompt />
  ) : (
    <p className="soft small">Nothing was measured in this cycle.</p>
  )
}

/** Whether one provision was given as planned, often enough, by the right and trained person (P67, R11). */
export function ProvisionEvidence({
  delivered,
  lacking,
  provisionId,
}: {
  delivered: readonly DeliveredProvision[]
  lacking: readonly TrainedGiving[]
  provisionId: string
}) {
  const found = delivered.find(({ id }) => id === provisionId)
  return (
    <>
      {found && <DeliveredLine provision={found} />}
      <Lacking lacking={lacking.filter((giving) => giving.provisionId === provisionId)} />
    </>
  )
}
