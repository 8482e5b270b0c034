import { Card } from '@/components/look/card'
import { SuggestionText } from '@/components/suggestion/suggestion-text'
import type { SuggestionLine } from '@/lib/suggestion/rules'

/** What this parent suggested, and what the school answered; not there where they suggested nothing (P19). */
export function OwnSuggestionsCard({ suggestions }: { suggestions: readonly SuggestionLine[] }) {
  const said = suggestions.filter(({ words }) => words !== null)
  if (said.length === 0) return null
  return (
    <Card heading="What you suggested">
      <ul className="lines">
        {said.map((suggestion) => (
          <li key={suggestion.id}>
            <SuggestionText suggestion={suggestion} />
            {suggestion.answers.length === 0 && (
              <p className="small">The school answers when the plan is written.</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
