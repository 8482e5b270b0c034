import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { OnTheList } from '@/components/parent-meeting/on-the-list'
import { RecordLines } from '@/components/parent-meeting/record-lines'
import { RecordQuestions } from '@/components/parent-meeting/record-questions'
import { Changes, HeardBy } from '@/components/parent-meeting/version'
import { longDate } from '@/lib/calendar/iso-date'
import type { AgreedPage } from '@/lib/family/agreed.rules'
import { changedLines } from '@/lib/parent-meeting/signing.rules'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { AskForm } from './ask-form'
import { Advice, Office } from './help-links'
import { PrintButton } from './print-button'

type Props = AgreedPage & {
  base: string
  meetingId: string
  action: FormAction
  initial: FormValues
  title: string
}

/** What was agreed at a meeting, as it was given to the parent: any line of it may be asked about (6.71, P84). */
export function AgreedView({
  child,
  on,
  versions,
  points,
  questions,
  help,
  base,
  meetingId,
  ...form
}: Props) {
  const [newest, before] = versions
  const lines = recordLines(newest.content, child.givenName, true)
  const asked = lines.map(({ key, term }) => ({ value: key, label: term }))
  return (
    <>
      <BackLink href={base}>Back to {child.givenName}</BackLink>
      <PageTitle lead={`About ${child.givenName}, at ${help.schoolName}`}>
        Meeting on {longDate(on)}
      </PageTitle>
      <Card heading="What we agreed">
        <RecordLines
          lines={lines}
          under={({ key, term }) => (
            <>
              <br />
              <a className="small noprint" href={`?explain=${key}#ask`}>
                Please explain<span className="govuk-visually-hidden">: {term}</span>
              </a>
            </>
          )}
        />
        <HeardBy readBack={newest.readBack} />
        <p className="small soft">
          Signed off by {newest.signedBy} on {longDate(newest.signedOn)}.
        </p>
        <p className="noprint">
          <a className="act" href={`${base}/meetings/${meetingId}/notes`}>
            My own notes of it
          </a>
        </p>
        <PrintButton>Print this page</PrintButton>
      </Card>
      {before && (
        <Card heading="What was changed since it was first signed">
          <p className="pre">{newest.reason}</p>
          <Changes changes={changedLines(recordLines(before.content, child.givenName, true), lines)} />
        </Card>
      )}
      <OnTheList points={points} heading="What you brought" showsWhose={false} />
      <RecordQuestions
        questions={questions}
        versions={versions}
        givenName={child.givenName}
        here={null}
        forFamily
      />
      <Card heading="Something not clear?" id="ask">
        <AskForm {...form} lines={asked} />
      </Card>
      <Card heading="Not as you remember it?">
        <p>
          Tell <Office help={help} />. You can ask for a change, or for your own words to be added.
        </p>
        <h3>Help that is not from the school</h3>
        <Advice help={help} />
      </Card>
    </>
  )
}
