import { PrintButton } from '@/components/family/print-button'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { ChangedDays, TimelineDays } from '@/components/timeline/timeline-days'
import { TimelineFilters } from '@/components/timeline/timeline-filters'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type SchoolYear, schoolYearName } from '@/lib/calendar/school-year'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getTimeline } from '@/lib/timeline/queries'
import { timelineFilterFrom } from '@/lib/timeline/schema'
import { changeLines, sinceWords } from '@/lib/timeline/since.words'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const filter = timelineFilterFrom(await searchParams)
  const at = now()
  const { pupil, year, years, counts, rows, changed } = await orNotFound(
    getTimeline(actor, pupilId, filter, at),
  )
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const action = `${base}/timeline`
  if (filter.since) {
    const lines = changeLines(changed?.changes ?? [])
    return (
      <>
        <DocumentTitle>{`What has changed for ${pupil.name}`}</DocumentTitle>
        <BackLink href={base}>Back to {pupil.name}</BackLink>
        <PageTitle lead={changed ? sinceWords(changed.since) : undefined}>
          What has changed for {pupil.name}
        </PageTitle>
        {lines.length > 0 ? (
          <ChangedDays lines={lines} />
        ) : (
          <EmptyState heading="Nothing has changed since you last looked" />
        )}
        <p>
          <a href={action}>Timeline of everything</a>
        </p>
      </>
    )
  }
  const name = schoolYearName(year as SchoolYear)
  const earlier = years.find((one) => one < year)
  return (
    <>
      <DocumentTitle>{`Timeline of ${pupil.name}`}</DocumentTitle>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <PageTitle
        lead={`School year ${name}, everything by the day it happened`}
        actions={<PrintButton>Print this timeline</PrintButton>}
      >
        Timeline of {pupil.name}
      </PageTitle>
      <TimelineFilters action={action} filter={filter} year={year} years={years} counts={counts} />
      {rows.length > 0 ? (
        <TimelineDays rows={rows} base={base} today={schoolDay(at)} />
      ) : (
        <EmptyState heading="Nothing to show for this school year" />
      )}
      {earlier !== undefined && (
        <p className="noprint">
          <a href={`${action}?year=${earlier}`}>Earlier: {schoolYearName(earlier as SchoolYear)}</a>
        </p>
      )}
    </>
  )
}
