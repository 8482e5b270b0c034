import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { TermCalendar } from '@/lib/calendar/school-days'
import { classesToCheck } from '@/lib/class-check/reads'
import { supportInForce } from '@/lib/class/reads'
import { type YearBurnUp, yearBurnUp } from '@/lib/oversight/burn-up.rules'
import { oversightPolicy } from '@/lib/oversight/policy'
import { oversightPupils } from '@/lib/oversight/reads'
import { type Figures, figuresOf } from '@/lib/oversight/rules'
import { listedMeetings } from '@/lib/parent-meeting/list.reads'
import type { ListedMeeting } from '@/lib/parent-meeting/list.rules'
import { responsibleChanges } from '@/lib/plan/told.reads'
import { plansNotWhole } from '@/lib/outcome/plan.reads'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar, type SchoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { reviewedPupils } from '@/lib/review/progress.reads'
import { registerLines } from '@/lib/sen-register/reads'
import { watchedPupils } from '@/lib/step-down/reads'
import { allOfKind } from './addresses.rules'
import { assessFlags } from './assess.reads'
import { checkFlag } from './check.words'
import { manyLine } from './assess.words'
import { toldFlag } from './family.words'
import { behindLine, meetingFlag, notMetLine, standingFlag } from './meetings.words'
import { doFlags } from './do.reads'
import { wholeFlag } from './outcome.words'
import { invitationFlags } from './invitation.reads'
import { flagPolicy } from './policy'
import { noDateFlag, planFlag, reviewFlag, type TodayPupil } from './pupil.words'
import { perhapsNotTold, todayPupils } from './reads'
import { endToldFlag, holidayFlag, slowFlag, viewsFlag, watchFlag } from './review.words'
import { prepareFlags } from './prepare.reads'
import { responsibleFlag } from './responsible.words'
import { readingFlags } from './reading.reads'
import { recordQuestionFlags } from './record-question.reads'
import { type Flag, type FlagKind, todayGroups, type TodayGroup, worstFirst } from './rules'
import { todaySupport, type TodaySupport } from './support.words'
import { dayLine, greeting, reviewsSoonLine } from './words'

/** The year so far, for those who lead the school. */
export type YearSoFar = { figures: Figures; burnUp: YearBurnUp; firstDay: IsoDate; lastDay: IsoDate }

export type TodayPage = {
  today: IsoDate
  greeting: string
  dayLine: string
  groups: TodayGroup[]
  /** Reviews this person may write that are due, to be written in one round. */
  reviewsDue: number
  meetings: ListedMeeting[]
  /** For whoever teaches or supports pupils: what is given to their own, and what was noted today. */
  support: TodaySupport | null
  year: YearSoFar | null
}

type Seen = {
  flags: Flag[]
  pupils: TodayPupil[]
  meetings: ListedMeeting[]
  calendar: SchoolYearCalendar
  since: TermCalendar
}

/** Everything that waits for this person, and nobody else's (8.1, 8.2). */
async function seenBy(tx: SchoolTx, actor: Actor, today: IsoDate): Promise<Seen> {
  const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
  const since = await withYearBefore(tx, actor.schoolId, calendar)
  const pupils = await todayPupils(tx, await registerLines(tx, calendar, today), today)
  const meetings = await listedMeetings(tx, calendar, today)
  const told = leadsSchool(actor) ? await perhapsNotTold(tx, today) : []
  const assess = await assessFlags(tx, actor, { today, calendar: since })
  const reviewed = await reviewedPupils(tx, 'on-the-register', today)
  const watched = await watchedPupils(tx, today)
  const notWhole = await plansNotWhole(tx, today)
  const reading = await readingFlags(tx, actor, { today, calendar: since })
  const toCheck = await classesToCheck(tx, actor, today)
  const flags = [
    ...pupils.flatMap((pupil) => [
      holidayFlag(pupil, calendar, today) ?? reviewFlag(pupil, today),
      planFlag(pupil, since, today),
      noDateFlag(pupil),
      standingFlag(pupil, calendar, today),
    ]),
    ...meetings.map((meeting) => meetingFlag(meeting, today)),
    ...told.map((pupil) => toldFlag({ ...pupil, today, calendar: since })),
    ...assess,
    ...reviewed.flatMap((pupil) => [viewsFlag(pupil), slowFlag(pupil, since, today)]),
    ...watched.flatMap((pupil) => [watchFlag(pupil, today), endToldFlag(pupil, today)]),
    ...(await responsibleChanges(tx, null)).map((change) => responsibleFlag(change, today)),
    ...(await doFlags(tx, actor, since, today)),
    ...notWhole.map((plan) => wholeFlag(plan, today)),
    ...reading,
    ...toCheck.map((line) => checkFlag(line, calendar, today)),
    ...(leadsSchool(actor) || actor.role === 'class-teacher'
      ? [
          ...(await invitationFlags(tx, today)),
          ...(await prepareFlags(tx, { today, calendar })),
          ...(await recordQuestionFlags(tx, today)),
        ]
      : []),
  ].filter((flag) => flag !== null)
  const isTheirs = ({ kind, pupilId }: Flag) =>
    flagPolicy.isTheirs(actor, kind, { schoolId: actor.schoolId, pupilId })
  return { flags: flags.filter(isTheirs), pupils, meetings, calendar, since }
}

function groupsOf({ flags, pupils, calendar }: Seen, today: IsoDate): TodayGroup[] {
  const known = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]))
  const pupilsOf = (of: readonly Flag[]) => of.flatMap(({ pupilId }) => known.get(pupilId ?? '') ?? [])
  return todayGroups(flags, {
    inOneLine: {
      'at-risk': (of) => behindLine(pupilsOf(of), calendar, today),
      'not-met': (of) => notMetLine(pupilsOf(of)),
      'review-soon': (of) => reviewsSoonLine(pupilsOf(of)),
      'early-discussion': manyLine('early-discussion'),
      advice: manyLine('advice'),
      views: manyLine('views'),
    },
    allOf: allOfKind,
  })
}

async function givenNameOf(tx: SchoolTx, { schoolId, membershipId: id }: Actor): Promise<string> {
  const member = await tx.membership.findUnique({
    where: { schoolId_id: { schoolId, id } },
    select: { givenName: true },
  })
  if (!member) throw new NotFound('today')
  return member.givenName
}

async function yearSoFar(
  tx: SchoolTx,
  actor: Actor,
  { calendar, since }: Seen,
  today: IsoDate,
): Promise<YearSoFar | null> {
  if (!oversightPolicy.readByPupil(actor, actor)) return null
  const pupils = await oversightPupils(tx, { calendar, since, today })
  const { firstDay, lastDay } = calendar.year
  return {
    figures: figuresOf(pupils),
    burnUp: yearBurnUp(pupils, calendar, today),
    firstDay,
    lastDay: calendar.terms.at(-1)?.lastDay ?? lastDay,
  }
}

const REVIEW_KINDS: readonly FlagKind[] = ['review-overdue', 'review-today', 'review-soon', 'review-holiday']

/** Today: what waits for this person, worst first; today's meetings; for leaders the year, for others what is given (8.2). */
export async function getToday(actor: Actor, now: Date): Promise<TodayPage> {
  if (!flagPolicy.today(actor, actor)) throw new NotFound('today')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const seen = await seenBy(tx, actor, today)
    return {
      today,
      greeting: greeting(now, await givenNameOf(tx, actor)),
      dayLine: dayLine(seen.calendar, today),
      groups: groupsOf(seen, today),
      reviewsDue: seen.flags.filter(({ kind }) => REVIEW_KINDS.includes(kind)).length,
      meetings: seen.meetings.filter(
        ({ on, status }) => on === today && (status === 'booked' || status === 'held'),
      ),
      support: leadsSchool(actor)
        ? null
        : todaySupport(await supportInForce(tx, null, today), actor.membershipId),
      year: await yearSoFar(tx, actor, seen, today),
    }
  })
}

/** All lines of one kind, where Today shows only the first (8.2). */
export async function listFlags(actor: Actor, kind: FlagKind, now: Date): Promise<Flag[]> {
  if (!flagPolicy.today(actor, actor)) throw new NotFound('today')
  return asActor(actor, async (tx) => {
    const { flags } = await seenBy(tx, actor, schoolDay(now))
    return worstFirst(flags.filter((flag) => flag.kind === kind))
  })
}
