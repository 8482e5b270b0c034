import { CheckForm } from '@/components/class-check/check-form'
import { FoundCard } from '@/components/class-check/found-card'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { getClassCheck } from '@/lib/class-check/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitCheck } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; classId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** A whole class checked, on the register or not, and what the last check found (6.17, P02). */
export default async function ClassCheckPage({ params, searchParams }: Props) {
  const { schoolSlug, classId: given } = await params
  const classId = idOrNotFound(given)
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getClassCheck(actor, classId, now()))
  const { className, latest, isChecked, termName, mayMake } = page
  const title = `Progress of ${className}`
  const term = termName ? `the ${termName.toLowerCase()} term` : 'this term'
  const saved = (await searchParams).saved === 'check'
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/classes`}>Back to classes</BackLink>
      <Saved words={saved ? 'The check was saved' : undefined} />
      <PageTitle lead={isChecked ? `Checked in ${term}` : `Not checked yet in ${term}`}>{title}</PageTitle>
      {latest && <FoundCard latest={latest} found={page.found} schoolSlug={schoolSlug} />}
      {mayMake && page.pupils.length > 0 && (
        <>
          <h2>{isChecked ? 'Check again' : 'Check the whole class'}</h2>
          <p className="measure">
            Every pupil, on the register or not: is progress what you would expect, given age and
            circumstances? (Code of Practice 6.17)
          </p>
          <CheckForm
            action={submitCheck.bind(null, { schoolSlug, classId })}
            title={title}
            formKey={page.formKey}
            pupils={page.pupils}
          />
        </>
      )}
      {page.pupils.length === 0 && <p>No pupil is in this class today.</p>}
    </>
  )
}
