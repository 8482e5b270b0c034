import { BackLink } from '@/components/look/back-link'
import { EmptyState } from '@/components/look/empty-state'
import { DocumentTitle } from '@/components/look/document-title'
import { ParentToldForm } from '@/components/parent-notification/told-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getParentToTell } from '@/lib/parent-notification/queries'
import { YOUNG_PERSON } from '@/lib/parent-notification/schema'
import { requireActor } from '@/lib/session/require'
import { submitParentTold } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function ParentsToldPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, toTell } = await orNotFound(getParentToTell(actor, pupilId, now()))
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const [only] = toTell
  return (
    <>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      {only ? (
        <ParentToldForm
          action={submitParentTold.bind(null, { schoolSlug, pupilId: pupil.id })}
          name={pupil.name}
          toTell={toTell}
          initial={toTell.length === 1 ? { recipient: only.contactId ?? YOUNG_PERSON } : {}}
        />
      ) : (
        <>
          <DocumentTitle>{`Parents of ${pupil.name}`}</DocumentTitle>
          <EmptyState heading="Nobody is left to tell">
            <p>
              Everyone on record who is to be told was told. A new parent or carer is added on the pupil’s
              page.
            </p>
          </EmptyState>
        </>
      )}
    </>
  )
}
