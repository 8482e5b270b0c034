import { AgreedView } from '@/components/family/agreed-view'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getAgreed } from '@/lib/family/agreed.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'
import { submitQuestion } from './actions'

type Props = {
  params: Promise<{ pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string; explain?: string }>
}

/** What was agreed at a meeting this parent came to, or was given the record of. */
export default async function AgreedPage({ params, searchParams }: Props) {
  const { pupilId, meetingId } = await params
  const { saved, explain = '' } = await searchParams
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getAgreed(actor, { pupilId, meetingId }, now()))
  return (
    <>
      <Saved words={saved === 'asked' ? 'The school has your question, and answers it here' : undefined} />
      <AgreedView
        key={explain}
        {...page}
        base={`/family/${page.child.id}`}
        meetingId={meetingId}
        action={submitQuestion.bind(null, { pupilId: page.child.id, meetingId })}
        initial={{ formKey: crypto.randomUUID(), line: explain }}
        title={`What was agreed on ${longDate(page.on)}`}
      />
    </>
  )
}
