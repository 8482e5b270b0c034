import { ConcernAnswerForm } from '@/components/concern/answer-form'
import { ConcernText } from '@/components/concern/concern-text'
import { DecisionsCard } from '@/components/concern/decisions-card'
import { StrategiesCard } from '@/components/concern/strategies-card'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { QuestionsCard } from '@/components/open-question/questions-card'
import { boxesOf } from '@/components/pupil/boxes'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getConcern } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitAnswer } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; concernId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  answered: 'The decision was saved. Now talk it over with the family',
  strategy: 'The strategy was saved',
  talk: 'The talk was saved',
}

export default async function ConcernPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, concernId } = await params
  const actor = await requireActor(schoolSlug)
  const asked = getConcern(actor, { pupilId, concernId: idOrNotFound(concernId) }, now())
  const { pupil, concern, questions, may, today } = await orNotFound(asked)
  const back = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const base = `${back}/concerns/${concern.id}`
  const title = `A concern about ${pupil.name}`
  const where = {
    schoolSlug,
    pupilId: pupil.id,
    concernId: concern.id,
    version: concern.version,
    onRegister: pupil.status !== null,
  }
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={back}>Back to {pupil.name}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={`From ${concern.from}, ${longDate(concern.raisedOn)}`}>{title}</PageTitle>
      <div className="cols">
        <div>
          <Card label="The concern">
            <ConcernText concern={concern} />
          </Card>
          <StrategiesCard strategies={concern.strategies} base={base} mayTry={may.tryOut} />
          {may.answer && (
            <Card heading={concern.decision ? 'Decide again' : 'Decide'} id="decide">
              <ConcernAnswerForm
                action={submitAnswer.bind(null, where)}
                title={title}
                initial={boxesOf('answeredOn', today)}
                asksComparison={concern.raisedBy !== 'staff'}
                asksUntried={concern.strategies.length === 0}
              />
            </Card>
          )}
        </div>
        <div>
          <DecisionsCard
            decisions={concern.decisions}
            base={base}
            givenName={pupil.givenName}
            mayTalkOver={may.talkOver}
          />
          <QuestionsCard questions={questions} base={back} mayAsk={may.talkOver} today={today} />
        </div>
      </div>
    </>
  )
}
