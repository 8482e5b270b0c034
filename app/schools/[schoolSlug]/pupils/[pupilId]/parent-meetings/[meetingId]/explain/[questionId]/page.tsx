import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { ExplainForm } from '@/components/parent-meeting/explain-form'
import { longDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getExplaining } from '@/lib/record-question/queries'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../../where'
import { submitExplanation } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string; questionId: string }>
}

/** A parent asked for a line of the record to be explained; here it is (P84). */
export default async function ExplainPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId, questionId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getExplaining(actor, { pupilId, meetingId, questionId }, now()))
  const { pupil, question, line } = page
  const title = `Explain a line of the record to ${question.parentName}`
  return (
    <>
      <BackLink href={`${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meetingId}`}>
        Back to the meeting
      </BackLink>
      <PageTitle lead={`About ${pupil.name}. Asked on ${longDate(question.askedOn)}.`}>{title}</PageTitle>
      <Card heading={line?.term ?? 'The record'}>
        {line && <p className="pre">{line.text}</p>}
        <p className="pre">
          <b>{question.parentName} asks:</b> {question.words ?? 'Please explain this.'}
        </p>
      </Card>
      {question.answer ? (
        <Card heading={`${question.answer.by} answered on ${longDate(question.answer.on)}`}>
          <p className="pre">{question.answer.words}</p>
        </Card>
      ) : (
        <ExplainForm action={submitExplanation.bind(null, { schoolSlug, questionId })} title={title} />
      )}
    </>
  )
}
