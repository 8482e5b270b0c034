import { CatalogueEntryForm } from '@/components/catalogue/entry-form'
import { BackLink } from '@/components/look/back-link'
import { getEntryToWrite } from '@/lib/catalogue/queries'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitEntry } from '../actions'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function AddEntryPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { forms } = await orNotFound(getEntryToWrite(actor, null))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/catalogue`}>Back to the catalogue</BackLink>
      <CatalogueEntryForm
        action={submitEntry.bind(null, { schoolSlug })}
        initial={{ additional: 'additional', wave: 'targeted' }}
        title="Add to the catalogue"
        forms={forms}
      />
    </>
  )
}
