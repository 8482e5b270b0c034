import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { Party } from '@/lib/plan/agreement.rules'
import { answeredLine, attemptLine } from '@/lib/plan/words'

type Props = {
  parties: readonly Party[]
  /** The change that is being written; null: the plan itself. */
  changeId: string | null
  /** How they were consulted, in the one note of earlier plans. */
  earlier: { parents: string | null; pupil: string | null }
  /** The address of the plan; null where nothing can be written down any more. */
  base: string | null
}

function Stand({ party, changeId }: { party: Party; changeId: string | null }) {
  const { latest, attempts } = party
  return (
    <>
      {latest === null ? (
        <p className="last">
          <ToneWord tone="risk">Not asked yet</ToneWord>
        </p>
      ) : (
        <p className="last">
          {latest.answer === 'disagreed' ? <b>{answeredLine(latest)}</b> : answeredLine(latest)}
          {changeId !== null && latest.changeId !== changeId && ', of the plan before this change'}
        </p>
      )}
      {latest?.said && <p className="small pre last">“{latest.said}”</p>}
      {attempts.length > 0 && (
        <ul className="small soft last">
          {attempts.map((attempt, place) => (
            // Attempts are only ever added at the end.
            <li key={place}>Asked {attemptLine(attempt)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What each parent and the pupil say of the plan: yes, in part, no, or asked and not answered (6.48, P21). */
export function AgreementCard({ parties, changeId, earlier, base }: Props) {
  return (
    <Card heading="Agreed with parents and pupil" id="agreement">
      <ul className="lines">
        {parties.map((party) => {
          const { contactId, name, relationship } = party
          const href = base && `${base}/agreement/${contactId ?? 'pupil'}`
          return (
            <li key={contactId ?? 'pupil'}>
              <p className="last">
                <b>{name}</b>
                <span className="soft">, {relationship?.toLowerCase() ?? 'the pupil'}</span>
              </p>
              <Stand party={party} changeId={changeId} />
              {href && (
                <p className="small acts">
                  <a href={href}>
                    Write down what {name} says<span className="govuk-visually-hidden"> of the plan</span>
                  </a>{' '}
                  <a href={`${href}/attempt`}>
                    Asked, no answer yet<span className="govuk-visually-hidden">: {name}</span>
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {[earlier.parents, earlier.pupil].map(
        (note) =>
          note && (
            <p className="small soft" key={note}>
              Noted earlier: {note}
            </p>
          ),
      )}
    </Card>
  )
}
