import type { ReactNode } from 'react'
import { Card } from '@/components/look/card'
import { StateTag } from '@/components/look/state-tag'
import type { Counting, CountingEffect } from '@/lib/counting/preview.rules'
import { changeWords, differenceSentences, effectWords } from '@/lib/counting/words'

type Props = {
  now: Counting
  asked: Counting
  effect: CountingEffect
  /** From when it would hold: "From today". */
  from: string
  isLater: boolean
  children: ReactNode
}

/** What other settings would make of today's numbers, before anything is saved. */
export function EffectCard({ now, asked, effect, from, isLater, children }: Props) {
  const different = differenceSentences(now, asked)
  if (different.length === 0)
    return (
      <Card heading="What would change" id="effect" now>
        <p>Nothing: this is how meetings are counted already.</p>
      </Card>
    )
  return (
    <Card heading="What would change" id="effect" now>
      <p>{from}:</p>
      <ul>
        {different.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {isLater && <p>Today’s numbers stay as they are. If it held today:</p>}
      <p>
        <b>{effectWords(effect)}</b>
      </p>
      {effect.changes.length > 0 && (
        <ul className="lines">
          {effect.changes.map((change) => (
            <li key={`${change.from} ${change.to}`}>
              <p>
                <StateTag state={change.to} /> {changeWords(change)}.
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">The Code’s words and its number stay as they are, whatever a school sets.</p>
      {children}
    </Card>
  )
}
