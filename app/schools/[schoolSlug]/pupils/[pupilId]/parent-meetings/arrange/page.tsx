import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { arrangeValues } from '@/components/parent-meeting/initial'
import { MeetingForm } from '@/components/parent-meeting/meeting-form'
import { RecordPanel } from '@/components/parent-meeting/record-panel'
import { getArranging } from '@/lib/parent-meeting/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitMeeting } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

/** Arranges a meeting with a pupil's parents, or begins the entry of one already held. */
export default async function ArrangePage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getArranging(actor, pupilId, now()))
  const { pupil, offers, panel } = page
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const title = `Arrange a meeting about ${pupil.name}`
  return (
    <>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <PageTitle>{title}</PageTitle>
      <div className="cols">
        <MeetingForm
          action={submitMeeting.bind(null, { schoolSlug, pupilId: pupil.id })}
          initial={arrangeValues({ ...page, formKey: crypto.randomUUID() })}
          act="arrange"
          title={title}
          family={offers.family}
          leaders={offers.leaders}
          rounds={offers.rounds}
          arranging={{
            givenName: pupil.givenName,
            siblings: page.siblings.map(({ id, name, className }) => ({
              value: id,
              label: className ? `${name}, ${className}` : name,
            })),
            staff: offers.staff.filter(({ value }) => value !== page.likelyLeader),
          }}
          nobodyToInvite={
            page.isYoungPerson
              ? `${pupil.givenName} is over compulsory school age and can be met alone.`
              : 'There is no parent or carer who may be invited. Add one on the pupil’s page, or ask the SENCO.'
          }
        />
        <div>
          <RecordPanel meetings={panel} href={`${base}/parent-meetings`} now />
        </div>
      </div>
    </>
  )
}
