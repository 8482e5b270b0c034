import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { CopiesForm } from '@/components/parent-meeting/copies-form'
import { boxesOf } from '@/components/pupil/boxes'
import { longDate } from '@/lib/calendar/iso-date'
import { getDiscussion } from '@/lib/early-discussion/queries'
import { now } from '@/lib/platform/clock'
import type { FormValues } from '@/lib/platform/form-state'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitGiven } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; discussionId: string }> }

export default async function GivenPage({ params }: Props) {
  const { schoolSlug, pupilId, discussionId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getDiscussion(actor, { pupilId, discussionId }, now()))
  const { pupil, note, toGive, mayWrite, today } = page
  if (!mayWrite) notFound()
  const title = `Who has the note about ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupilId}/early-discussions/${discussionId}`}>
        Back to the note
      </BackLink>
      <PageTitle lead={`Early discussion on ${longDate(note.heldOn)} (Code of Practice 6.39)`}>
        {title}
      </PageTitle>
      {toGive.length === 0 ? (
        <p>Every parent who may have the note has had it.</p>
      ) : (
        <CopiesForm
          action={submitGiven.bind(null, { schoolSlug, pupilId, discussionId })}
          initial={toGive.reduce<FormValues>(
            (values, { contactId }) => ({ ...values, ...boxesOf(`given.${contactId}.on`, today) }),
            {},
          )}
          title={title}
          parents={toGive}
        />
      )}
    </>
  )
}
