import { ConcernAnswerForm } from '@/components/concern/answer-form'
import { ConcernText } from '@/components/concern/concern-text'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { boxesOf } from '@/components/pupil/boxes'
import { longDate } from '@/lib/calendar/iso-date'
import { getConcernToAnswer } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitAnswer } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; concernId: string }> }

export default async function ConcernPage({ params }: Props) {
  const { schoolSlug, pupilId, concernId } = await params
  const actor = await requireActor(schoolSlug)
  const asked = getConcernToAnswer(actor, pupilId, idOrNotFound(concernId), now())
  const { pupil, concern, today } = await orNotFound(asked)
  const where = {
    schoolSlug,
    pupilId: pupil.id,
    concernId: concern.id,
    version: concern.version,
    onRegister: pupil.status !== null,
  }
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <PageTitle lead={`From ${concern.from}, ${longDate(concern.raisedOn)}`}>
        A concern about {pupil.name}
      </PageTitle>
      <Card label="The concern">
        <ConcernText concern={concern} />
      </Card>
      <ConcernAnswerForm
        action={submitAnswer.bind(null, where)}
        title={`A concern about ${pupil.name}`}
        initial={boxesOf('answeredOn', today)}
      />
    </>
  )
}
