import { BackLink } from '@/components/look/back-link'
import { AddPersonForm } from '@/components/person/person-form'
import { orNotFound } from '@/lib/platform/or-not-found'
import { listClasses } from '@/lib/person/queries'
import { requireActor } from '@/lib/session/require'
import { submitPerson } from './actions'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function AddPersonPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const classes = await orNotFound(listClasses(actor))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/people`}>Back to people</BackLink>
      <AddPersonForm action={submitPerson.bind(null, schoolSlug)} classes={classes} />
    </>
  )
}
