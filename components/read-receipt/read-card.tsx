import { ActForm } from '@/components/cycle/act-form'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { provisionLine } from '@/components/pupil/provision-line'
import { dayAndMonth } from '@/lib/calendar/iso-date'
import { lineWords } from '@/lib/plan-line/words'
import type { FormState } from '@/lib/platform/form-state'
import type { OwnPart } from '@/lib/read-receipt/part.rules'
import type { PlanCoverage } from '@/lib/read-receipt/rules'
import { coverageWords, readerWords, versionWords } from '@/lib/read-receipt/words'

type Props = {
  coverage: PlanCoverage
  membershipId: string
  part: OwnPart
  action: () => Promise<FormState>
  /** Where an entry of the catalogue says how it is run. */
  catalogue: string
}

function Part({ part, givenName, catalogue }: { part: OwnPart; givenName: string; catalogue: string }) {
  return (
    <>
      <h3>Your part</h3>
      <ul>
        {part.isResponsible && <li>You answer for this plan from day to day (Code 6.36).</li>}
        {part.gives.map((provision) => (
          <li key={provision.id}>
            You give: {provisionLine(provision, true)}
            {provision.catalogueEntryId && (
              <>
                {' '}
                <a href={`${catalogue}/${provision.catalogueEntryId}`}>
                  How to run it<span className="govuk-visually-hidden">: {provision.what}</span>
                </a>
              </>
            )}
          </li>
        ))}
        {part.inEveryLesson && <li className="pre">In every lesson: {part.inEveryLesson}</li>}
        {part.lines.map((line) => (
          <li key={line.id} className="pre">
            {lineWords(line)}
          </li>
        ))}
        {!part.isResponsible &&
          part.gives.length === 0 &&
          part.inEveryLesson === null &&
          part.lines.length === 0 && (
            <li>Nothing in it is named for you: know {givenName}’s outcomes, and who gives what.</li>
          )}
      </ul>
    </>
  )
}

/** Who has read the plan, this person's own part in it, and the one tap that says it was read (6.49, R10, P53, P54). */
export function ReadCard({ coverage, membershipId, part, action, catalogue }: Props) {
  const own = coverage.readers.find((reader) => reader.membershipId === membershipId)
  const late = coverage.readers.filter(({ wait }) => wait.isLate)
  return (
    <Card
      heading="Who has read the plan"
      id="read"
      now={own !== undefined && !own.wait.isRead}
      aside={coverageWords(coverage.readers)}
    >
      <p className="soft small">
        {versionWords(coverage)}. Everyone who works with {coverage.givenName} reads it (Code 6.49).
      </p>
      {own && <Part part={part} givenName={coverage.givenName} catalogue={catalogue} />}
      {own && !own.wait.isRead && <ActForm action={action} button="I have read it" />}
      {own?.readOn && <p>You read it on {dayAndMonth(own.readOn)}.</p>}
      {late.length > 0 && (
        <p>
          <ToneWord tone="risk">Not read in time</ToneWord>: more than five school days since{' '}
          {late.length === 1 ? 'one person was' : `${late.length} people were`} asked. It is cleared when they
          say they have read it (R10).
        </p>
      )}
      <ul className="lines">
        {coverage.readers.map((reader) => (
          <li key={reader.membershipId}>
            <b>{reader.name}</b>
            <span className="soft small">. {readerWords(reader)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
