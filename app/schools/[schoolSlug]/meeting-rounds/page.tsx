import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { dateRange } from '@/lib/calendar/iso-date'
import { listRounds } from '@/lib/meeting-round/queries'
import { roundStateWords } from '@/lib/meeting-round/words'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundsAddress, roundsPlace } from './where'

type Props = { params: Promise<{ schoolSlug: string }> }

const LEAD =
  'Many meetings planned at once: whom to meet, when staff are there, and a timetable for all of it'

/** The rounds of meetings of a school, the latest first. */
export default async function MeetingRoundsPage({ params }: Props) {
  const place = placeOf(roundsPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { rounds, mayArrange } = await orNotFound(listRounds(actor))
  const base = roundsAddress(place)
  return (
    <>
      <BackLink href={`/schools/${place.schoolSlug}/parent-meetings`}>Back to parent meetings</BackLink>
      <DocumentTitle>Meeting rounds</DocumentTitle>
      <PageTitle
        lead={LEAD}
        actions={
          mayArrange && (
            <a className="govuk-button" href={`${base}/start`}>
              Start a round
            </a>
          )
        }
      >
        Meeting rounds
      </PageTitle>
      {rounds.length === 0 && (
        <EmptyState heading="No round yet">
          <p>
            {mayArrange
              ? 'Start one to plan the meetings of a term in a few minutes.'
              : 'The SENCO starts rounds. Those with your pupils will stand here.'}
          </p>
        </EmptyState>
      )}
      {rounds.length > 0 && (
        <ul className="lines">
          {rounds.map(({ id, name, firstOn, lastOn, state, pupils }) => (
            <li key={id}>
              <a href={`${base}/${id}`}>{name}</a>
              <p className="soft small">
                {dateRange(firstOn, lastOn)}, {pupils} {pupils === 1 ? 'pupil' : 'pupils'}.{' '}
                {roundStateWords[state]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
