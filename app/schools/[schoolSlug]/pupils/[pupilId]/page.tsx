import { ConcernsCard } from '@/components/concern/concerns-card'
import { EarlyCard } from '@/components/early-discussion/early-card'
import { PupilFlags } from '@/components/flag/pupil-flags'
import { DeliveredCard } from '@/components/do-note/delivered-card'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { OutcomeMeasured } from '@/components/measurement/outcome-measured'
import { LongTermCard } from '@/components/outcome/long-term-card'
import { QuestionsCard } from '@/components/open-question/questions-card'
import { ToldCard } from '@/components/parent-notification/told-card'
import { RecordPanel } from '@/components/parent-meeting/record-panel'
import { ParticipationCard } from '@/components/participation/participation-card'
import { ResponsibleToldCard } from '@/components/plan/told-card'
import { EveryDayLines } from '@/components/plan-line/plan-lines'
import { PupilActions, RecordCard } from '@/components/pupil/acts'
import { AtAGlance } from '@/components/pupil/at-a-glance'
import { CyclesCard } from '@/components/pupil/cycles-card'
import { NotesCard } from '@/components/pupil/notes-card'
import { PeopleCard } from '@/components/pupil/people-card'
import { PlanCard } from '@/components/pupil/plan-card'
import { ReadCard } from '@/components/read-receipt/read-card'
import { LackingCard } from '@/components/training/lacking'
import { Saved } from '@/components/pupil/saved'
import { SinceLine } from '@/components/timeline/since-line'
import { meetingFlagsOnPupil } from '@/lib/flag/on-pupil-meetings.words'
import { flagsOnPupil } from '@/lib/flag/on-pupil.words'
import { ReviewPromptsCard } from '@/components/review/prompts-card'
import { SpecialistsCard } from '@/components/specialist/specialists-card'
import { StepDownCard } from '@/components/step-down/step-down-card'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPupilPage } from '@/lib/pupil/queries'
import { pupilLine, savedWords } from '@/lib/pupil/words'
import { ownPart } from '@/lib/read-receipt/part.rules'
import { requireStaff } from '@/lib/session/require'
import { submitRead } from './read/actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ all?: string; saved?: string }>
}

export default async function PupilPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const { actor, school } = await requireStaff(schoolSlug)
  const page = await orNotFound(getPupilPage(actor, pupilId, now()))
  const { all, saved } = await searchParams
  const { pupil, cycles, meetings, may, today } = page
  const [latest] = cycles
  const openCycle = latest && latest.stage !== 'closed' ? latest : null
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const onRegister = pupil.status !== null
  return (
    <>
      <DocumentTitle>{pupil.name}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/sen-register`}>Back to the register</BackLink>
      <Saved words={savedWords(saved)} />
      <PageTitle
        lead={pupilLine(pupil)}
        actions={
          <PupilActions
            pupil={pupil}
            latest={latest}
            hasPlan={page.plan !== null}
            may={may}
            base={base}
            today={today}
          />
        }
      >
        {pupil.name}
      </PageTitle>
      {page.isOverCompulsorySchoolAge && (
        <p className="govuk-inset-text">
          {pupil.givenName} is over compulsory school age: what the law gives to parents is now{' '}
          {pupil.givenName}’s own, and parents take part as {pupil.givenName} wishes.
        </p>
      )}
      <SinceLine changed={page.changed} base={base} />
      <AtAGlance
        pupil={pupil}
        statuses={page.statuses}
        reviewDue={openCycle?.reviewDue ?? null}
        meetings={meetings}
        today={today}
      />
      <div className="cols">
        <div>
          <PupilFlags
            schoolSlug={schoolSlug}
            flags={flagsOnPupil(pupil.id, { ...page, early: page.early.missing })}
            afterMeetings={meetingFlagsOnPupil(pupil.id, meetings.meetings)}
            mayAct={page.early.mayWrite}
          />
          <PlanCard
            plan={page.plan}
            planName={school.planName}
            givenName={pupil.givenName}
            onRegister={onRegister}
            under={(outcomeId) => (
              <OutcomeMeasured
                outcomes={page.measured}
                outcomeId={outcomeId}
                addressOf={(id) => `${base}/cycles/${page.plan?.cycleId ?? ''}/do/measurements/${id}`}
              />
            )}
          />
          <LongTermCard
            outcomes={page.longTerm}
            notWhole={page.notWhole}
            inForceSince={page.plan?.activatedOn ?? null}
            givenName={pupil.givenName}
            base={base}
            mayWrite={page.mayWriteOutcomes}
          />
          <EveryDayLines lines={page.lines} />
          <LackingCard lacking={page.lacking} />
          {page.coverage && page.plan && (
            <ReadCard
              coverage={page.coverage}
              membershipId={actor.membershipId}
              part={ownPart(page.plan, page.lines, actor.membershipId)}
              action={submitRead.bind(null, { schoolSlug, pupilId, versionId: page.coverage.versionId })}
              catalogue={`/schools/${schoolSlug}/catalogue`}
            />
          )}
          <ConcernsCard
            concerns={page.concerns}
            base={base}
            mayRaise={may.raiseConcern}
            mayAnswer={may.answerConcern}
          />
          {(onRegister || page.early.notes.length > 0 || page.concerns.length > 0) && (
            <EarlyCard
              notes={page.early.notes}
              lacksAdvice={page.early.missing?.lacksAdvice ?? false}
              mayWrite={page.early.mayWrite}
              givenName={pupil.givenName}
              base={base}
            />
          )}
          {page.questions.length > 0 && (
            <QuestionsCard {...{ questions: page.questions, base, today }} mayAsk={page.early.mayWrite} />
          )}
          <PeopleCard
            contacts={page.contacts}
            staff={page.staff}
            givenName={pupil.givenName}
            base={base}
            mayChange={may.nameStaff && may.changeContacts}
          />
        </div>
        <div>
          {page.told && (
            <ToldCard
              told={page.told}
              since={pupil.statusFrom}
              base={base}
              mayRecord={may.recordTold}
              mayChangeContacts={may.changeContacts}
            />
          )}
          {onRegister && (
            <ReviewPromptsCard
              {...page.review}
              meetingsThisYear={meetings.meetings.filter(({ counts }) => counts).length}
              base={base}
            />
          )}
          <ResponsibleToldCard {...page} base={base} />
          <StepDownCard {...page.review} base={base} />
          {page.plan?.closedOn === null && <DeliveredCard provisions={page.delivered} base={base} />}
          <CyclesCard {...{ cycles, base, onRegister, all }} mayReadHistory={may.readHistory} />
          {(meetings.standing.state !== 'not-in-scope' || meetings.meetings.length > 0) && (
            <RecordPanel meetings={meetings} heading="Parent meetings" href={`${base}/parent-meetings`} />
          )}
          {(onRegister || page.notes.length > 0) && (
            <NotesCard
              notes={page.notes}
              inCycle={page.notesInCycle}
              cycleHref={latest ? `${base}/cycles/${latest.id}` : null}
              base={base}
            />
          )}
          <SpecialistsCard
            specialists={page.review.specialists}
            base={base}
            mayRecord={page.review.mayRecordSpecialist}
          />
          {(onRegister || page.participation.missedTimes + page.participation.joined > 0) && (
            <ParticipationCard counts={page.participation} base={base} />
          )}
          <RecordCard pupil={pupil} may={may} base={base} />
        </div>
      </div>
    </>
  )
}
