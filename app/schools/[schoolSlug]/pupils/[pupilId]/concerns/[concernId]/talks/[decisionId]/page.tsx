import { notFound } from 'next/navigation'
import { TalkForm } from '@/components/concern/talk-form'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getConcern } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { decisionWords } from '@/lib/concern/words'
import { submitTalk } from '../../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; concernId: string; decisionId: string }>
}

export default async function TalkPage({ params }: Props) {
  const { schoolSlug, pupilId, concernId, decisionId } = await params
  const actor = await requireActor(schoolSlug)
  const at = { pupilId, concernId: idOrNotFound(concernId) }
  const { pupil, concern, parents, may, today } = await orNotFound(getConcern(actor, at, now()))
  const decision = concern.decisions.find(({ id }) => id === decisionId)
  if (!decision || !may.talkOver) notFound()
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupilId}/concerns/${concernId}`}>
        Back to the concern
      </BackLink>
      <TalkForm
        action={submitTalk.bind(null, { schoolSlug, ...at, decisionId })}
        title={`Talked over: ${decisionWords[decision.decision]}`}
        givenName={pupil.givenName}
        parents={parents}
        initial={boxesOf('talkedOn', today)}
      />
    </>
  )
}
