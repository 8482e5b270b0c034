import { notFound } from 'next/navigation'
import { CatalogueEntryForm } from '@/components/catalogue/entry-form'
import { inBox } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { getEntryToWrite } from '@/lib/catalogue/queries'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitEntryChange } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; entryId: string }> }

export default async function ChangeEntryPage({ params }: Props) {
  const { schoolSlug, entryId } = await params
  const actor = await requireActor(schoolSlug)
  const { entry, forms } = await orNotFound(getEntryToWrite(actor, idOrNotFound(entryId)))
  if (!entry) notFound()
  const { id, version, additional, ...written } = entry
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/catalogue/${id}`}>Back to {entry.name}</BackLink>
      <CatalogueEntryForm
        action={submitEntryChange.bind(null, { schoolSlug, entryId: id, version })}
        initial={{ ...inBox(written), additional: additional ? 'additional' : 'ordinary' }}
        title={`Change ${entry.name}`}
        forms={forms}
      />
    </>
  )
}
