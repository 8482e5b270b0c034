import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { Needs } from '@/components/look/needs'
import { PageTitle } from '@/components/look/page-title'
import { MeetingFilters } from '@/components/parent-meeting/meeting-filters'
import { RoundsLink } from '@/components/meeting-round/rounds-link'
import { MeetingTable } from '@/components/parent-meeting/meeting-table'
import { waitingNeed } from '@/components/parent-meeting/waiting-need'
import { schoolDay } from '@/lib/calendar/iso-date'
import { listMeetings } from '@/lib/parent-meeting/list.queries'
import { meetingFilterFrom } from '@/lib/parent-meeting/filter.schema'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The meetings of a school: what waits for somebody, what is to come, and what was. */
export default async function MeetingsPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const filter = meetingFilterFrom(await searchParams)
  const at = now()
  const { waiting, comingUp, recent, classNames, yearName, answers } = await orNotFound(
    listMeetings(actor, filter, at),
  )
  const base = `/schools/${schoolSlug}`
  const today = schoolDay(at)
  const isNothing = waiting.length + comingUp.length + recent.length === 0
  return (
    <>
      <DocumentTitle>Parent meetings</DocumentTitle>
      <PageTitle lead={`School year ${yearName}`} actions={<RoundsLink base={base} role={actor.role} />}>
        Parent meetings
      </PageTitle>
      <p>
        <a href={`${base}/parent-meetings/counted`}>How meetings are counted</a>
      </p>
      <MeetingFilters action={`${base}/parent-meetings`} filter={filter} classNames={classNames} />
      {isNothing && (
        <EmptyState heading="No meetings here">
          <p>
            Open a pupil from the <a href={`${base}/sen-register`}>register</a> to arrange one.
          </p>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Needs
          id="waiting"
          kind="at-risk"
          heading={`Needs a record, ${waiting.length}`}
          note="Whether it was held, what was agreed, or a copy for a parent"
          needs={waiting.map((meeting) => waitingNeed(meeting, { base, today }))}
        />
      )}
      {comingUp.length > 0 && (
        <>
          <h2>Coming up, {comingUp.length}</h2>
          <MeetingTable
            caption="Meetings coming up"
            meetings={comingUp}
            answers={answers}
            base={base}
            today={today}
          />
        </>
      )}
      {recent.length > 0 && (
        <>
          <h2>
            {filter.allYear ? 'This school year' : 'The last 30 days'}, {recent.length}
          </h2>
          <MeetingTable caption="Meetings that were" meetings={recent} base={base} today={today} />
        </>
      )}
    </>
  )
}
