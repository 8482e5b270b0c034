import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { ReviewPrompt } from '@/lib/review/prompts.words'

type Props = {
  prompts: readonly ReviewPrompt[]
  reviewsThisYear: number
  meetingsThisYear: number
  base: string
  mayRecord: boolean
}

const times = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What the review asks of this pupil: paragraph, since when, what clears it; and how often it was looked at (P64). */
export function ReviewPromptsCard({ prompts, reviewsThisYear, meetingsThisYear, base, mayRecord }: Props) {
  return (
    <Card heading="Reviews" id="reviews">
      {prompts.length > 0 && (
        <ul className="lines">
          {prompts.map((prompt) => (
            <li key={prompt.rule}>
              <p>
                <ToneWord tone={prompt.tone}>{prompt.says}</ToneWord>
              </p>
              <p className="small soft">
                {prompt.paragraph}. {prompt.since}. Cleared by: {lowerFirst(prompt.clears)}
                {mayRecord && (
                  <>
                    . <a href={`${base}/${prompt.path}`}>{ACTS[prompt.rule]}</a>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="small last">
        This school year: {times(reviewsThisYear, 'review')} held, and{' '}
        {times(meetingsThisYear, 'parent meeting')} that {meetingsThisYear === 1 ? 'counts' : 'count'}. About
        one of each a term is looked for.
      </p>
    </Card>
  )
}

const ACTS: Record<ReviewPrompt['rule'], string> = {
  R07: 'Go to the plan',
  R08: 'Go on with it',
  R14: 'Go to the review',
  R15: 'Record the review',
  R17: 'Add what they say',
  R25: 'Record a specialist',
  R26: 'Record a specialist',
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
