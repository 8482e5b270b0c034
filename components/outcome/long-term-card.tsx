import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { LongTermOutcome } from '@/lib/outcome/long-term.rules'
import { lifeSentence, wishWords } from '@/lib/outcome/long-term.words'
import type { OutcomePart } from '@/lib/outcome/whole.rules'
import { lacksWords } from '@/lib/outcome/whole.words'

type Props = {
  outcomes: readonly LongTermOutcome[]
  /** Outcomes of the plan in force that lack something (R09). */
  notWhole: readonly { outcome: { id: string; willDo: string }; missing: readonly OutcomePart[] }[]
  inForceSince: IsoDate | null
  givenName: string
  base: string
  mayWrite: boolean
}

/** What the pupil is on the way to across cycles, and what the plan in force still has to say of its outcomes (R09). */
export function LongTermCard({ outcomes, notWhole, inForceSince, givenName, base, mayWrite }: Props) {
  if (outcomes.length === 0 && notWhole.length === 0 && !mayWrite) return null
  return (
    <Card heading="Long-term outcomes" id="long-term">
      {notWhole.map(({ outcome, missing }) => (
        <p key={outcome.id}>
          <ToneWord tone="risk">To complete</ToneWord>: “{outcome.willDo}” has {lacksWords(missing)}
          {inForceSince && `, since ${longDate(inForceSince)}`}. It is complete once the plan says it{' '}
          <span className="soft small">Code 6.48</span>
        </p>
      ))}
      {outcomes.length === 0 && <p>None yet: what {givenName} is on the way to, for a year or longer.</p>}
      <ul className="lines">
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            <p>
              <a href={`${base}/outcomes/${outcome.id}`}>{outcome.willDo}</a>
            </p>
            <p className="small soft">
              {lifeSentence(outcome)}
              {outcome.wish && `. Whose wish: ${wishWords(outcome.wish, givenName)}`}
            </p>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p>
          <a href={`${base}/outcomes/add`}>Propose a long-term outcome</a>
        </p>
      )}
    </Card>
  )
}
