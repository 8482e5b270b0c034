import { WorryForm } from '@/components/concern/worry-form'
import { BackLink } from '@/components/look/back-link'
import { getChildToTell } from '@/lib/family/concern.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'
import { submitWorry } from './actions'

type Props = { params: Promise<{ pupilId: string }> }

/** A parent tells the school of a worry. */
export default async function TellSchoolPage({ params }: Props) {
  const { pupilId } = await params
  const { actor } = await requireParentOf(pupilId)
  const { givenName } = await orNotFound(getChildToTell(actor, pupilId, now()))
  return (
    <>
      <BackLink href={`/family/${pupilId}`}>Back to {givenName}</BackLink>
      <WorryForm action={submitWorry.bind(null, { pupilId })} givenName={givenName} />
    </>
  )
}
