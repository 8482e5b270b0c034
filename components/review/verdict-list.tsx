import type { WeighedProvision } from '@/lib/review/record.rules'
import {
  givenByWords,
  provisionDecisionWords,
  qualityWords,
  trainedWords,
  worksWords,
} from '@/lib/review/words'

function share({ planned, given, partly, notGiven }: WeighedProvision): string {
  const done = given + partly
  const of = planned === null ? '' : ` of ${planned}`
  const less = [partly > 0 && `${partly} in part`, notGiven > 0 && `${notGiven} not given`].filter(Boolean)
  return `Given ${done}${of} ${(planned ?? done) === 1 ? 'session' : 'sessions'}${less.length > 0 ? `, ${less.join(', ')}` : ''}`
}

/** How each support was given and what it did, as the review weighed it (P59, P62, P67). */
export function VerdictList({ provisions }: { provisions: readonly WeighedProvision[] }) {
  if (provisions.length === 0) return null
  return (
    <>
      <h3>The support</h3>
      <ul className="lines">
        {provisions.map((each) => (
          <li key={each.provisionId}>
            <p>
              <b>{each.what}</b>: {worksWords[each.works].toLowerCase()}. {share(each)}.
            </p>
            <p className="small">
              Given by: {givenByWords[each.givenBy].toLowerCase()}
              {each.givenByNote && ` (${each.givenByNote})`}; {trainedWords[each.trained].toLowerCase()}. How
              well: {qualityWords[each.quality].toLowerCase()}.
            </p>
            {each.reaction && <p className="pre">{each.reaction}</p>}
            <p>
              {provisionDecisionWords[each.decision]}: <span className="pre">{each.reason}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
