import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Card, Facts } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Progress } from '@/components/meeting-round/progress'
import { KeepsTo } from '@/components/meeting-round/keeps-to'
import { roundSaved } from '@/components/meeting-round/saved-words'
import { Timetable } from '@/components/meeting-round/timetable'
import { Unplaced } from '@/components/meeting-round/unplaced'
import { Saved } from '@/components/pupil/saved'
import { dateRange } from '@/lib/calendar/iso-date'
import { getRound } from '@/lib/meeting-round/queries'
import { roundStateWords } from '@/lib/meeting-round/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace, roundsAddress } from '../where'
import { submitArranging, submitClosing, submitProposal } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; roundId: string }>
  searchParams: Promise<{ saved?: string; by?: string }>
}

/** A round: what it keeps to, the timetable that is proposed, and once it is published how it goes. */
export default async function MeetingRoundPage({ params, searchParams }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { saved, by } = await searchParams
  const page = await orNotFound(getRound(actor, place.roundId, now()))
  const { round, mayArrange, progress, unplaced } = page
  const isDraft = round.state === 'draft'
  const mayPlan = mayArrange && isDraft
  const here = roundAddress(place)
  const isByTeacher = by === 'teacher'
  const notArranged = progress?.lines.filter(({ meetingId }) => meetingId === null).length ?? 0
  const isChoosing = round.state === 'published' && round.way === 'choose'
  return (
    <>
      <BackLink href={roundsAddress(place)}>Back to meeting rounds</BackLink>
      <DocumentTitle>{round.name}</DocumentTitle>
      <Saved words={roundSaved(saved)} />
      <PageTitle lead={`${dateRange(round.firstOn, round.lastOn)}. ${roundStateWords[round.state]}`}>
        {round.name}
      </PageTitle>
      <Card label="The round at a glance">
        <Facts
          facts={[
            { term: 'Pupils', is: `${page.pupils}, ${page.behind} behind` },
            { term: 'With a place', is: page.placed },
            { term: 'Without a place', is: unplaced.length },
            { term: 'Each meeting', is: `${round.minutes} minutes` },
          ]}
        />
      </Card>
      {mayPlan && <KeepsTo round={round} here={here} />}
      {mayPlan && (
        <ActForm
          action={submitProposal.bind(null, { ...place, version: round.version })}
          button={round.isProposed ? 'Propose again' : 'Propose a timetable'}
          secondary={round.isProposed}
        >
          {round.isProposed && (
            <p>
              Proposing again tries another way
              {page.locked > 0 && `, and leaves what is kept where it is (${page.locked})`}.
            </p>
          )}
        </ActForm>
      )}
      {mayPlan && page.placed > 0 && (
        <p>
          <a className="govuk-button" href={`${here}/publish`}>
            Publish the round
          </a>
        </p>
      )}
      {progress && <Progress {...progress} base={`/schools/${place.schoolSlug}`} />}
      {mayArrange && isChoosing && notArranged > 0 && (
        <p>
          <a href={`${here}/letters`}>Letters to print for families without an email address</a>
        </p>
      )}
      {mayArrange && round.state === 'published' && notArranged > 0 && (
        <ActForm
          action={submitArranging.bind(null, place)}
          button={isChoosing ? 'Fix the times of the others' : 'Arrange what is not arranged yet'}
          secondary
        >
          {isChoosing && (
            <p>
              {notArranged} {notArranged === 1 ? 'family has' : 'families have'} not chosen. Each can have the
              time that is kept for them.
            </p>
          )}
        </ActForm>
      )}
      {mayArrange && round.state === 'published' && (
        <ActForm action={submitClosing.bind(null, place)} button="Close the round" secondary>
          <p>A closed round stays here to read. What is still to do stands with each meeting.</p>
        </ActForm>
      )}
      {round.isProposed && unplaced.length > 0 && mayArrange && (
        <Unplaced lines={unplaced} hrefOf={({ id }) => `${here}/pupils/${id}`} />
      )}
      {isDraft && page.placed > 0 && (
        <>
          <div className="title">
            <h2>{isByTeacher ? 'The timetable by teacher' : 'The timetable by day'}</h2>
            <a href={isByTeacher ? here : `${here}?by=teacher`}>
              {isByTeacher ? 'See it by day' : 'See it by teacher'}
            </a>
          </div>
          <Timetable
            groups={isByTeacher ? page.byTeacher : page.byDay}
            by={isByTeacher ? 'teacher' : 'day'}
            {...(mayPlan && { hrefOf: ({ id }: { id: string }) => `${here}/pupils/${id}` })}
          />
        </>
      )}
      {isDraft && !mayArrange && page.placed === 0 && (
        <Card>
          <p>Nothing is proposed for your pupils yet.</p>
        </Card>
      )}
    </>
  )
}
