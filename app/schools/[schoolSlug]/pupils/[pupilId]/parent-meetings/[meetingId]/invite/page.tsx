import { InviteForm } from '@/components/invitation/invite-form'
import { inviteValues } from '@/components/invitation/initial'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { getInviting } from '@/lib/invitation/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitInvitation } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** Invites parents to a meeting: who will be there, what they need to know, and how each is asked. */
export default async function InvitePage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getInviting(actor, { pupilId, meetingId }, now()))
  const { pupil, meeting, parents, isToCome, version } = page
  const title = `Invite to the meeting about ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}`}>
        Back to the meeting
      </BackLink>
      <PageTitle lead={weekdayDate(meeting.on)}>{title}</PageTitle>
      {!isToCome && <p>This meeting is no longer to come, so nobody can be invited to it.</p>}
      {isToCome && parents.length === 0 && (
        <p>
          No parent or carer is asked to this meeting yet. Choose “Move or change” on its page to add one.
        </p>
      )}
      {isToCome && parents.length > 0 && (
        <InviteForm
          action={submitInvitation.bind(null, { schoolSlug, meetingId: meeting.id, version })}
          initial={inviteValues({ ...page, formKey: crypto.randomUUID() })}
          title={title}
          givenName={pupil.givenName}
          parents={parents}
          staff={page.staff}
        />
      )}
    </>
  )
}
