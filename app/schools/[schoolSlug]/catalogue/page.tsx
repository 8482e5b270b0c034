import { EntryTable } from '@/components/catalogue/entry-table'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { listCatalogue } from '@/lib/catalogue/queries'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitStartingSet } from './actions'

type Props = { params: Promise<{ schoolSlug: string }>; searchParams: Promise<{ saved?: string }> }

/** What the school knows how to give, for whoever plans it and whoever gives it. */
export default async function CataloguePage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { entries, mayManage } = await orNotFound(listCatalogue(actor))
  const base = `/schools/${schoolSlug}/catalogue`
  const offered = entries.filter(({ retiredOn }) => retiredOn === null)
  const retired = entries.filter(({ retiredOn }) => retiredOn !== null)
  const isSaved = (await searchParams).saved === 'set'
  return (
    <>
      <DocumentTitle>Catalogue of provision</DocumentTitle>
      {mayManage && <BackLink href={`/schools/${schoolSlug}/settings`}>Back to the school</BackLink>}
      <Saved words={isSaved ? 'The starting set is in the catalogue. Change what is not yours' : undefined} />
      <PageTitle
        lead="What this school knows how to give. Choose from it when you plan; anything else can be written as well"
        actions={
          mayManage && (
            <a className="govuk-button" href={`${base}/add`}>
              Add an entry
            </a>
          )
        }
      >
        Catalogue of provision
      </PageTitle>
      {offered.length > 0 ? (
        <EntryTable caption="Offered now" entries={offered} base={base} />
      ) : (
        <p>Nothing is in the catalogue yet.</p>
      )}
      {retired.length > 0 && (
        <EntryTable caption="No longer offered; on old plans they stay" entries={retired} base={base} />
      )}
      {mayManage && (
        <div className="cols">
          <Card heading="Kinds of support">
            <p>
              <a href={`${base}/forms`}>Add a kind of your own, or leave one out</a>
            </p>
          </Card>
          <Card heading="A set to begin with">
            <ActForm
              action={submitStartingSet.bind(null, { schoolSlug })}
              button="Add the starting set"
              secondary
            >
              <p>
                About twenty common kinds of support in general words, each with how it is run. What is in the
                catalogue already stays as it is.
              </p>
            </ActForm>
          </Card>
        </div>
      )}
    </>
  )
}
