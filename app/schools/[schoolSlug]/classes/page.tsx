import { ClassList } from '@/components/class/class-list'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { listClassChecks } from '@/lib/class-check/queries'
import { uncheckedWords } from '@/lib/class-check/words'
import { listClasses } from '@/lib/class/queries'
import { now } from '@/lib/platform/clock'
import { leadsSchool } from '@/lib/platform/actor'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function ClassesPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const classes = await orNotFound(listClasses(actor, now()))
  const { checks, unchecked, termName } = await listClassChecks(actor, now())
  const waiting = uncheckedWords(unchecked, termName)
  return (
    <>
      <DocumentTitle>Classes</DocumentTitle>
      <PageTitle lead="A sheet for each class: what every pupil needs, what is given, and one tap to note it">
        Classes
      </PageTitle>
      {classes.length > 0 ? (
        <>
          {waiting && <p className="govuk-inset-text">{waiting}.</p>}
          <ClassList schoolSlug={schoolSlug} classes={classes} checks={checks} />
        </>
      ) : (
        <EmptyState heading={leadsSchool(actor) ? 'No classes yet' : 'You have no class yet'}>
          <p>
            {leadsSchool(actor)
              ? 'Classes come with the register, from the class column of the file that is imported.'
              : 'The SENCO names you for a class or for single pupils. Ask them if somebody is missing.'}
          </p>
        </EmptyState>
      )}
    </>
  )
}
