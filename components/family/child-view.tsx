import { FamilyLines } from '@/components/plan-line/family-lines'
import { EarlyNotesCard } from '@/components/early-discussion/family-card'
import { FamilyChangeCard } from '@/components/plan/family-change'
import { OwnWorries } from '@/components/concern/own-worries'
import { PageTitle } from '@/components/look/page-title'
import type { SharedSource } from '@/lib/assessment/rules'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { OwnConcern } from '@/lib/concern/family.rules'
import type {
  Child,
  Help,
  MeetingsOfYear,
  News,
  NextMeeting,
  SchoolPeople,
  SharedPlan,
  SharedReview,
} from '@/lib/family/rules'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import type { PlanLine } from '@/lib/plan-line/rules'
import type { FamilyChange } from '@/lib/plan/copy.words'
import { childLine } from '@/lib/family/words'
import { listed } from '@/lib/parent-meeting/line.words'
import { MeetingsCard, NextMeetingCard } from './meeting-cards'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import type { ReviewMove } from '@/lib/review/date.rules'
import { PeopleCard } from './people-card'
import { OwnSuggestionsCard } from './suggestions-card'
import { SourcesCard } from './sources-card'
import { AimsCard, NewsCard, ReviewCard, WordsCard } from './plan-cards'
import { WhoDecides } from './who-decides'

type Props = {
  today: IsoDate
  child: Child
  next: NextMeeting | null
  invitation: OwnInvitation | null
  plan: SharedPlan | null
  lines: readonly PlanLine[]
  change: FamilyChange | null
  measured: readonly MeasuredOutcome[]
  year: MeetingsOfYear
  news: readonly News[]
  suggestions: readonly SuggestionLine[]
  sources: readonly SharedSource[]
  review: SharedReview | null
  moves: readonly ReviewMove[]
  people: SchoolPeople
  help: Help
  earlyNotes: readonly { id: string; heldOn: IsoDate }[]
  worries: readonly OwnConcern[]
  base: string
}

/** A family's page about one child: one thought on each card, in the order in which families ask (look.md). */
export function ChildView({
  today,
  child,
  next,
  invitation,
  plan,
  lines,
  change,
  measured,
  year,
  news,
  suggestions,
  sources,
  review,
  moves,
  people,
  help,
  earlyNotes,
  worries,
  base,
}: Props) {
  const teachers = people.teachers.map(({ name }) => name)
  const taught = teachers.length > 0 ? `. Teacher: ${listed(teachers)}` : ''
  return (
    <>
      <PageTitle lead={`${childLine(child, help.schoolName)}${taught}`}>{child.givenName}</PageTitle>
      <WhoDecides child={child} />
      {next && <NextMeetingCard next={next} invitation={invitation} today={today} help={help} base={base} />}
      <NewsCard news={news} base={base} />
      <AimsCard {...{ plan, moves, measured, child, today, base }} />
      <FamilyChangeCard change={change} />
      <WordsCard heading="What we do at home" words={plan?.atHome ?? null} />
      <WordsCard heading="What happens in every lesson" words={plan?.inEveryLesson ?? null} />
      <FamilyLines lines={lines} givenName={child.givenName} />
      <MeetingsCard
        year={year}
        child={child}
        today={today}
        base={base}
        help={help}
        responsible={plan?.responsible ?? null}
      />
      <ReviewCard review={review} />
      <OwnSuggestionsCard suggestions={suggestions} />
      <SourcesCard sources={sources} base={base} />
      <OwnWorries worries={worries} givenName={child.givenName} base={base} mayTell={!child.leftOn} />
      <EarlyNotesCard notes={earlyNotes} base={base} />
      <PeopleCard plan={plan} people={people} child={child} help={help} base={base} />
    </>
  )
}
