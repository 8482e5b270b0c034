import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { PeopleTable } from '@/components/person/people-tables'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { listPeople } from '@/lib/person/queries'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function PeoplePage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const people = await orNotFound(listPeople(actor, now()))
  const staff = people.filter(({ role }) => role !== 'parent')
  const families = people.filter(({ role }) => role === 'parent')
  const base = `/schools/${schoolSlug}`
  return (
    <>
      <DocumentTitle>People</DocumentTitle>
      <PageTitle
        lead="Who can sign in, and which pupils they see"
        actions={
          <a className="govuk-button" href={`${base}/people/add`}>
            Add a person
          </a>
        }
      >
        People
      </PageTitle>
      <section>
        <h2>Staff and governors</h2>
        <PeopleTable caption="Staff and governors" people={staff} base={base} reach="Classes" />
      </section>
      <section>
        <h2>Families</h2>
        {families.length > 0 ? (
          <PeopleTable caption="Families" people={families} base={base} reach="Children" />
        ) : (
          <EmptyState heading="No parent can sign in yet">
            <p>Open a pupil’s page and choose a parent to give them access.</p>
          </EmptyState>
        )}
      </section>
    </>
  )
}
