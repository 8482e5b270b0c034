import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { HistoryTable } from '@/components/pupil/history-table'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPupilHistory } from '@/lib/pupil/history.queries'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ page?: string }>
}

const pageNumber = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1

export default async function HistoryPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const asked = pageNumber((await searchParams).page)
  const { pupil, entries, page, hasOlder } = await orNotFound(getPupilHistory(actor, pupilId, asked, now()))
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  return (
    <>
      <DocumentTitle>{`History of ${pupil.name}`}</DocumentTitle>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <PageTitle lead="Who read or changed what, newest first. A parent may ask to see who has looked">
        History of {pupil.name}
      </PageTitle>
      <HistoryTable entries={entries} />
      <nav aria-label="Pages of the history" className="govuk-button-group">
        {page > 1 && <a href={`${base}/history?page=${page - 1}`}>Newer</a>}
        {hasOlder && <a href={`${base}/history?page=${page + 1}`}>Older</a>}
      </nav>
    </>
  )
}
