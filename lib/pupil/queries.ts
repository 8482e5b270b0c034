import 'server-only'
import type { ViewsLine } from '@/lib/assessment/request.rules'
import type { ConcernLine } from '@/lib/concern/line.rules'
import { concernsFrom } from '@/lib/concern/reads'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ContactLine } from '@/lib/contact/line.rules'
import { contactLines } from '@/lib/contact/reads'
import type { Plan } from '@/lib/cycle/plan.reads'
import type { CycleLine } from '@/lib/cycle/reads'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import type { DoNoteLine } from '@/lib/do-note/rules'
import { earlyDiscussionPolicy } from '@/lib/early-discussion/policy'
import type { DiscussionNote, EarlyLine } from '@/lib/early-discussion/rules'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import type { LongTermOutcome } from '@/lib/outcome/long-term.rules'
import { outcomePolicy } from '@/lib/outcome/policy'
import { outcomesNotWhole } from '@/lib/outcome/whole.rules'
import type { OpenQuestion } from '@/lib/open-question/rules'
import { familyFrom, meetingRowsFrom } from '@/lib/parent-meeting/lines.reads'
import { factsIn, type PupilMeetings, pupilMeetingsFrom } from '@/lib/parent-meeting/reads'
import { notifiable, notificationFacts } from '@/lib/parent-notification/reads'
import { type NotificationRule, type ToldLine, toldLines } from '@/lib/parent-notification/rules'
import { type ParticipationCounts, participationCounts } from '@/lib/participation/rules'
import type { PlanLine } from '@/lib/plan-line/rules'
import type { ResponsibleChange } from '@/lib/plan/told.rules'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { gather } from '@/lib/platform/gather'
import { coverageFrom } from '@/lib/read-receipt/reads'
import type { PlanCoverage } from '@/lib/read-receipt/rules'
import { type TwoYears, twoYearsPart } from '@/lib/school/reads'
import type { StatusPeriod } from '@/lib/sen-status/rules'
import { stepDownFrom } from '@/lib/step-down/reads'
import { type ChangesSince, stillLookingSince } from '@/lib/timeline/kinds.rules'
import type { TrainedGiving } from '@/lib/training/rules'
import { pupilActs } from './acts.queries'
import type { PupilActs, PupilHeader, StaffOfPupil } from './header.rules'
import { type AboutPlan, type AboutPupil, readAboutPlan, readAboutPupil } from './page.reads'
import { headerPart, isId, openedPupil } from './reads'
import { type ReviewPart, reviewPart } from './review-part.reads'
import { isOverCompulsorySchoolAge } from './rules'

/** Do notes shown on the pupil's page; the rest are on the cycle's own. */
const NOTES_SHOWN = 3

export type PupilPage = {
  today: IsoDate
  pupil: PupilHeader
  isOverCompulsorySchoolAge: boolean
  statuses: StatusPeriod[]
  plan: Plan | null
  /** What the plan says for every day. */
  lines: PlanLine[]
  /** How often what was missed for help, and what was changed, this school year. */
  participation: ParticipationCounts
  /** Who has read the plan in force; null where there is none. */
  coverage: PlanCoverage | null
  /** Who gives something of it without the training it asks for; only for those who lead the school. */
  lacking: TrainedGiving[]
  cycles: CycleLine[]
  meetings: PupilMeetings
  /** What was measured of the plan’s outcomes, and what was given of its provisions (P55, P56). */
  measured: MeasuredOutcome[]
  delivered: DeliveredProvision[]
  notes: DoNoteLine[]
  /** Notes of the open cycle, or of the last one. */
  notesInCycle: number
  concerns: ConcernLine[]
  questions: OpenQuestion[]
  /** The open cycle where it is without a family's views (R06). */
  views: ViewsLine[]
  early: { notes: DiscussionNote[]; missing: EarlyLine | null; mayWrite: boolean }
  contacts: ContactLine[]
  staff: StaffOfPupil[]
  /** Who was told of this time on SEN support; null where there is none, or an EHC plan (section 68). */
  told: { lines: ToldLine[]; nobodyToTell: NotificationRule | null } | null
  /** Another person answers for the support than before, and which parents know (P31). */
  responsible: ResponsibleChange | null
  /** What others have changed since the person asking last looked. */
  changed: ChangesSince
  /** Reviews, specialists, and the time after SEN support ended. */
  review: ReviewPart
  /** What the pupil is on the way to across cycles, and outcomes of the plan in force that lack something (R09). */
  longTerm: LongTermOutcome[]
  notWhole: ReturnType<typeof outcomesNotWhole>
  mayWriteOutcomes: boolean
  may: PupilActs
}

/**
 * Everything about one pupil on one page, in one transaction whose statements do not grow with the record, and the trace
 * that it was opened (6.49, 6.73, P31).
 */
export function getPupilPage(actor: Actor, pupilId: string, now: Date): Promise<PupilPage> {
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    if (!isId(pupilId)) throw new NotFound(`pupil ${pupilId}`)
    const { header, years } = await gather(tx, {
      header: headerPart(pupilId, today),
      years: twoYearsPart(actor.schoolId, today),
    })
    const pupil = await openedPupil(tx, actor, header, { pupilId, page: 'pupil', today, now })
    const asked = { pupilId, years, today, notesShown: NOTES_SHOWN, lookingSince: stillLookingSince(now) }
    const read = await readAboutPupil(tx, asked)
    const planned = await readAboutPlan(tx, read, { years, today, leads: leadsSchool(actor) })
    return pageFrom(actor, { pupil, years, today, read, planned })
  })
}

type Known = {
  pupil: PupilHeader
  years: TwoYears
  today: IsoDate
  read: AboutPupil
  planned: AboutPlan
}

function pageFrom(actor: Actor, { pupil, years, today, read, planned }: Known): PupilPage {
  const { thisYear, since: calendar } = years
  const { cycles, ties, notifications, specialists, reviewed, watch, endNotices: notices } = read
  const { plan } = planned
  const pupilId = pupil.id
  const subject = { schoolId: pupil.schoolId, pupilId }
  const contacts = notifiable(ties)
  const notified = notificationFacts(pupil, { contacts, notifications, today, calendar })
  const steppedDown = stepDownFrom(pupil, { watch, notices, contacts }, today)
  const meetings = {
    facts: factsIn(read.meetingFacts, pupilId, thisYear),
    rows: meetingRowsFrom(read.meetings, familyFrom(ties), thisYear, today),
    offers: read.offers,
  }
  return {
    ...planned,
    today,
    pupil,
    isOverCompulsorySchoolAge: isOverCompulsorySchoolAge(pupil.dateOfBirth, today),
    statuses: read.statuses,
    participation: participationCounts(read.participation),
    coverage: coverageFrom(read.toRead, calendar, today),
    cycles,
    meetings: pupilMeetingsFrom(actor, meetings, thisYear, today),
    notes: read.notes,
    concerns: concernsFrom(read.concerns, actor, { pupilId, today, calendar }),
    questions: read.questions,
    views: read.views,
    early: {
      notes: read.discussions,
      missing: read.early[0] ?? null,
      mayWrite: earlyDiscussionPolicy.write(actor, subject),
    },
    contacts: contactLines(ties, actor, pupilId, today),
    staff: read.staff,
    longTerm: read.longTerm,
    notWhole: outcomesNotWhole({
      isInForce: plan !== null && plan.activatedOn !== null && plan.stage !== 'closed',
      outcomes: plan?.outcomes ?? [],
    }),
    mayWriteOutcomes: outcomePolicy.write(actor, subject),
    told: notified.status?.kind === 'sen-support' ? toldLines(notified) : null,
    responsible: plan && !plan.closedOn ? (read.responsible[0] ?? null) : null,
    changed: read.changed,
    review: reviewPart(
      actor,
      {
        pupil,
        cycles,
        reviewed,
        statuses: read.statuses,
        specialists,
        steppedDown,
        thisYear,
        since: calendar,
      },
      today,
    ),
    may: pupilActs(actor, pupil),
  }
}
