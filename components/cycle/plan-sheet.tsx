import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { DraftOutcome } from '@/components/outcome/draft-outcome'
import { provisionLine } from '@/components/pupil/provision-line'
import type { GentleNote, PlanOutcome } from '@/lib/outcome/rules'
import type { PlanProvision } from '@/lib/provision/rules'

type Props = {
  givenName: string
  outcomes: readonly PlanOutcome[]
  provisions: readonly PlanProvision[]
  notes: Readonly<Record<string, readonly GentleNote[]>>
  /** The address of the plan. */
  base: string
  hasManyOutcomes: boolean
  /** The pupil's needs that no outcome answers. */
  needsWithoutOutcome: readonly { code: string; name: string }[]
  /** Nothing of it is given yet. */
  isDraft: boolean
  mayWrite: boolean
}

type ActsProps = { href: string; what: string }

function Acts({ href, what }: ActsProps) {
  return (
    <p className="small acts">
      <a href={href}>
        Change<span className="govuk-visually-hidden"> {what}</span>
      </a>{' '}
      <a href={`${href}/remove`}>
        Remove<span className="govuk-visually-hidden"> {what}</span>
      </a>
    </p>
  )
}

/** The outcomes of a plan, each with what is given for it (6.40: outcomes come first). */
export function OutcomesCard({
  givenName,
  outcomes,
  provisions,
  notes,
  base,
  hasManyOutcomes,
  needsWithoutOutcome,
  isDraft,
  mayWrite,
}: Props) {
  return (
    <Card heading="Outcomes">
      {outcomes.length === 0 && <p>None yet. Outcomes come first; support is planned for them.</p>}
      {outcomes.map((outcome, index) => {
        const serving = provisions.filter(({ outcomeIds }) => outcomeIds.includes(outcome.id))
        return (
          <DraftOutcome
            key={outcome.id}
            outcome={outcome}
            number={index + 1}
            givenName={givenName}
            notes={notes[outcome.id] ?? []}
            isAlone={serving.length === 0}
            given={serving.map((provision) => ({
              key: provision.id,
              line: provisionLine(provision, isDraft),
            }))}
          >
            {mayWrite && <Acts href={`${base}/outcomes/${outcome.id}`} what={`outcome ${index + 1}`} />}
          </DraftOutcome>
        )
      })}
      {needsWithoutOutcome.map(({ code, name }) => (
        <p key={code}>
          <ToneWord tone="risk">No outcome answers this need yet</ToneWord>: {name}
        </p>
      ))}
      {hasManyOutcomes && (
        <p>
          <ToneWord tone="none" icon="prompt">
            To think about
          </ToneWord>
          : three or four outcomes are easier to keep in mind than {outcomes.length}
        </p>
      )}
      {mayWrite && (
        <a className="govuk-button govuk-button--secondary" href={`${base}/outcomes/add`}>
          Add an outcome
        </a>
      )}
    </Card>
  )
}

/** The provision of a plan by itself, with what is for no outcome and what to think about. */
export function ProvisionCard({ outcomes, provisions, notes, base, isDraft, mayWrite }: Props) {
  return (
    <Card heading="Provision">
      {provisions.length === 0 && <p>None yet: the support that will be given, by whom and how often.</p>}
      <ul className="lines">
        {provisions.map((provision) => {
          const numbers = outcomes.flatMap(({ id }, index) =>
            provision.outcomeIds.includes(id) ? [index + 1] : [],
          )
          return (
            <li key={provision.id}>
              <p>{provisionLine(provision, isDraft)}</p>
              {numbers.length > 0 ? (
                <p className="small soft">For outcome {numbers.join(' and ')}</p>
              ) : (
                <p>
                  <ToneWord tone="risk">For no outcome yet</ToneWord>
                </p>
              )}
              {(notes[provision.id] ?? [])
                .filter(({ part }) => part !== 'outcomeIds')
                .map(({ part, message }) => (
                  <p className="small" key={part}>
                    <ToneWord tone="none" icon="prompt">
                      To think about
                    </ToneWord>
                    : {message}
                  </p>
                ))}
              {mayWrite && <Acts href={`${base}/provisions/${provision.id}`} what={provision.what} />}
            </li>
          )
        })}
      </ul>
      {mayWrite && (
        <a className="govuk-button govuk-button--secondary" href={`${base}/provisions/add`}>
          Add a provision
        </a>
      )}
    </Card>
  )
}
