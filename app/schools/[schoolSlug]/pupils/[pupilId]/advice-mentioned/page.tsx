import { AdviceForm } from '@/components/early-discussion/advice-form'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getDiscussionToWrite } from '@/lib/early-discussion/queries'
import { phaseWords } from '@/lib/early-discussion/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitAdvice } from '../early-discussions/actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AdviceMentionedPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getDiscussionToWrite(actor, pupilId, now()))
  const { pupil, adviceName, phase, isAdviceMentioned, today } = page
  const service = adviceName ?? 'the information, advice and support service'
  const title = `Advice service: ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      {isAdviceMentioned ? (
        <>
          <h1>{title}</h1>
          <p>
            It is recorded that the family was told about {service} in {phaseWords[phase]}.
          </p>
        </>
      ) : (
        <AdviceForm
          action={submitAdvice.bind(null, { schoolSlug, pupilId: pupil.id })}
          title={title}
          what={`Families are told about ${service}, which is not part of the school: once in each phase, now ${phaseWords[phase]} (Code of Practice 6.39).`}
          initial={boxesOf('mentionedOn', today)}
        />
      )}
    </>
  )
}
