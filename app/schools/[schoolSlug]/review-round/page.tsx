import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { roundPupils, roundValues } from '@/components/review/round-initial'
import { RoundForm } from '@/components/review/round-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getRound } from '@/lib/review/round.queries'
import { requireActor } from '@/lib/session/require'
import { submitRound } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<{ saved?: string; page?: string }>
}

const LEAD =
  'The reviews that are due, ten at a time. Write each one’s part, save, and finish each when it is whole'

export default async function ReviewRoundPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { saved, page: asked } = await searchParams
  const { pupils, today, page, pages, count } = await orNotFound(getRound(actor, Number(asked) || 1, now()))
  const title = 'Review round'
  const head = <PageTitle lead={LEAD}>{title}</PageTitle>
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}`}>Back to Today</BackLink>
      <Saved words={saved === 'round' ? 'Saved as drafts. None of them counts as held yet' : undefined} />
      {pupils.length > 0 ? (
        <RoundForm
          key={page}
          action={submitRound.bind(null, { schoolSlug, page })}
          initial={roundValues(pupils)}
          head={head}
          title={title}
          pupils={roundPupils(pupils, today)}
          base={`/schools/${schoolSlug}`}
        />
      ) : (
        <>
          <DocumentTitle>{title}</DocumentTitle>
          {head}
          <EmptyState heading="No review is due">
            <p>Reviews stand here from a fortnight before the agreed day until they are recorded.</p>
          </EmptyState>
        </>
      )}
      {pages > 1 && (
        <nav aria-label="Pages of the round">
          <p>
            Page {page} of {pages}, {count} reviews in all.{' '}
            {page > 1 && <a href={`?page=${page - 1}`}>The ten before</a>}{' '}
            {page < pages && <a href={`?page=${page + 1}`}>The next ten</a>}
          </p>
        </nav>
      )}
    </>
  )
}
