import { longDate } from '@/lib/calendar/iso-date'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import { answerWords } from '@/lib/suggestion/words'

/** What a parent suggested, in their own words, and what the school answered; an earlier answer stays to be read. */
export function SuggestionText({ suggestion }: { suggestion: SuggestionLine }) {
  const { from, saidOn, words, answers } = suggestion
  return (
    <>
      <p className="pre">{words === null ? 'Asked, and had nothing in mind.' : `“${words}”`}</p>
      <p className="small soft">
        {from}, {longDate(saidOn)}
      </p>
      {answers.map(({ answer, takenAs, reason, by, on }) => (
        <div key={`${on} ${answer} ${takenAs ?? ''} ${reason ?? ''}`}>
          <p>
            <b>{takenAs === null ? answerWords[answer] : `${answerWords[answer]}: ${takenAs}`}.</b>{' '}
            {reason && <span className="pre">{reason}</span>}
          </p>
          <p className="small soft">
            {by}, {longDate(on)}
          </p>
        </div>
      ))}
    </>
  )
}
