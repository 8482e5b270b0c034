import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import { SuggestionText } from './suggestion-text'

type Props = {
  suggestions: readonly SuggestionLine[]
  /** The address of the cycle. */
  base: string
  mayWrite: boolean
}

/** Which extra help the parents think would work: asked in Assess, in view while the plan is written, each answered (P19). */
export function SuggestionsCard({ suggestions, base, mayWrite }: Props) {
  if (suggestions.length === 0 && !mayWrite) return null
  return (
    <Card heading="What the parents think would help" id="suggestions">
      {suggestions.length === 0 && (
        <p>Ask which extra help they think would work: they know the child best.</p>
      )}
      <ul className="lines">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id}>
            <SuggestionText suggestion={suggestion} />
            {suggestion.words !== null && suggestion.answers.length === 0 && (
              <p>
                <ToneWord tone="track" icon="prompt">
                  Not answered yet
                </ToneWord>
              </p>
            )}
            {suggestion.words !== null && mayWrite && (
              <p>
                <a href={`${base}/plan/suggestions/${suggestion.id}`}>
                  {suggestion.answers.length === 0 ? 'Answer it' : 'Answer it again'}
                  <span className="govuk-visually-hidden">: what {suggestion.from} suggests</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p className="last">
          <a className="act" href={`${base}/assess/suggestions/add`}>
            Write down what a parent suggests
          </a>
        </p>
      )}
    </Card>
  )
}
