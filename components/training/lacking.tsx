import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { TrainedGiving } from '@/lib/training/rules'
import { lackWords } from '@/lib/training/words'

/** Who gives something without the training it asks for: said once each, and it stops nothing (R11, 6.50). */
export function Lacking({ lacking }: { lacking: readonly TrainedGiving[] }) {
  return [...new Set(lacking.map(lackWords))].map((words) => (
    <p key={words}>
      <ToneWord tone="none" icon="prompt">
        To think about
      </ToneWord>
      : {words}. It is cleared when the training is recorded, or somebody else gives it.
    </p>
  ))
}

/** The same as a card of the pupil's page; none where nobody lacks any. */
export function LackingCard({ lacking }: { lacking: readonly TrainedGiving[] }) {
  return (
    lacking.length > 0 && (
      <Card heading="Training">
        <Lacking lacking={lacking} />
      </Card>
    )
  )
}
