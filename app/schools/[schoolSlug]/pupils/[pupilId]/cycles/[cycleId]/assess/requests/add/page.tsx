import { RequestForm } from '@/components/assessment/request-forms'
import { BackLink } from '@/components/look/back-link'
import { getAssess } from '@/lib/assessment/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { jobWords } from '@/lib/pupil/words'
import { requireActor } from '@/lib/session/require'
import { notFound } from 'next/navigation'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitRequest } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function AskColleaguePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, staff, mayWrite } = await orNotFound(getAssess(actor, place, now()))
  if (!mayWrite) notFound()
  const colleagues = staff.filter(({ membershipId }) => membershipId !== actor.membershipId)
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <RequestForm
        action={submitRequest.bind(null, place)}
        title={`Ask a colleague about ${cycle.givenName}`}
        initial={{ kind: 'other-subjects' }}
        colleagues={colleagues.map((member) => ({
          value: member.membershipId,
          label: `${member.name}, ${jobWords(member)}`,
        }))}
      />
    </>
  )
}
