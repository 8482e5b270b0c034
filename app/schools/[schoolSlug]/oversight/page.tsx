import { GovernorView } from '@/components/oversight/governor-view'
import { LeaderView } from '@/components/oversight/leader-view'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { getOversight } from '@/lib/oversight/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function OversightPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getOversight(actor, now()))
  const isLeader = page.kind === 'by-pupil'
  const asAt = `School year ${page.yearName}, as at ${weekdayDate(page.today)}.`
  return (
    <>
      <DocumentTitle>Oversight</DocumentTitle>
      <PageTitle
        lead={`${asAt} ${isLeader ? 'Every figure opens the pupils behind it.' : 'Figures only; none below six is shown.'}`}
      >
        Are we keeping our side?
      </PageTitle>
      {isLeader && page.figures.pupils === 0 ? (
        <EmptyState heading="Nobody is on the register yet">
          <p>Figures stand here once pupils are on the register.</p>
        </EmptyState>
      ) : isLeader ? (
        <LeaderView school={`/schools/${schoolSlug}`} page={page} />
      ) : (
        <GovernorView page={page} />
      )}
    </>
  )
}
