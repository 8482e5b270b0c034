import 'server-only'
import { viewsLacking } from '@/lib/assessment/request.reads'
import type { ViewsLine } from '@/lib/assessment/request.rules'
import type { ConcernLine } from '@/lib/concern/line.rules'
import { concernsOf } from '@/lib/concern/reads'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ContactLine } from '@/lib/contact/line.rules'
import { contactsOf } from '@/lib/contact/reads'
import type { Plan } from '@/lib/cycle/plan.reads'
import { currentPlan, type CycleLine, pupilCycles } from '@/lib/cycle/reads'
import { deliveredInCycle } from '@/lib/do-note/delivered.reads'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import { latestDoNotes, countDoNotes } from '@/lib/do-note/reads'
import type { DoNoteLine } from '@/lib/do-note/rules'
import { earlyDiscussionPolicy } from '@/lib/early-discussion/policy'
import { discussionsOf, earlyLines } from '@/lib/early-discussion/reads'
import type { DiscussionNote, EarlyLine } from '@/lib/early-discussion/rules'
import { measuredOutcomes } from '@/lib/measurement/reads'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { longTermOutcomes } from '@/lib/outcome/long-term.reads'
import type { LongTermOutcome } from '@/lib/outcome/long-term.rules'
import { outcomePolicy } from '@/lib/outcome/policy'
import { outcomesNotWhole } from '@/lib/outcome/whole.rules'
import { questionsOf } from '@/lib/open-question/reads'
import type { OpenQuestion } from '@/lib/open-question/rules'
import { type PupilMeetings, pupilMeetings } from '@/lib/parent-meeting/reads'
import { notificationFacts } from '@/lib/parent-notification/reads'
import { type NotificationRule, type ToldLine, toldLines } from '@/lib/parent-notification/rules'
import { participationSince } from '@/lib/participation/reads'
import { type ParticipationCounts, participationCounts } from '@/lib/participation/rules'
import { planLines } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { pupilCoverage } from '@/lib/read-receipt/reads'
import type { PlanCoverage } from '@/lib/read-receipt/rules'
import { schoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { statusPeriods } from '@/lib/sen-status/reads'
import type { StatusPeriod } from '@/lib/sen-status/rules'
import { type ChangesSince, stillLookingSince } from '@/lib/timeline/kinds.rules'
import { changesSinceLooked } from '@/lib/timeline/reads'
import { lackingNow } from '@/lib/training/reads'
import type { TrainedGiving } from '@/lib/training/rules'
import { pupilActs } from './acts.queries'
import type { PupilActs, PupilHeader, StaffOfPupil } from './header.rules'
import { openPupil } from './reads'
import { type ReviewPart, reviewPart } from './review-part.reads'
import { isOverCompulsorySchoolAge } from './rules'
import { staffOfPupil } from './staff.reads'

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
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'pupil', today, now })
    const thisYear = await schoolYearCalendar(tx, pupil.schoolId, today)
    const calendar = await withYearBefore(tx, pupil.schoolId, thisYear)
    const cycles = await pupilCycles(tx, pupilId, today)
    const [latest] = cycles
    const plan = await currentPlan(tx, pupilId, thisYear, today)
    const notified = await notificationFacts(tx, pupil, { today, calendar })
    return {
      today,
      pupil,
      isOverCompulsorySchoolAge: isOverCompulsorySchoolAge(pupil.dateOfBirth, today),
      statuses: await statusPeriods(tx, pupilId),
      plan,
      lines: plan ? await planLines(tx, plan.cycleId) : [],
      participation: participationCounts(await participationSince(tx, pupilId, thisYear.year.firstDay)),
      coverage: await pupilCoverage(tx, pupilId, calendar, today),
      lacking: plan && leadsSchool(actor) ? await lackingNow(tx, plan.cycleId, today) : [],
      cycles,
      meetings: await pupilMeetings(tx, actor, pupilId, thisYear, today),
      measured: plan ? await measuredOutcomes(tx, { cycleId: plan.cycleId }) : [],
      delivered: plan
        ? await deliveredInCycle(tx, { schoolId: pupil.schoolId, cycleId: plan.cycleId }, thisYear, today)
        : [],
      notes: await latestDoNotes(tx, pupilId, NOTES_SHOWN),
      notesInCycle: latest ? await countDoNotes(tx, latest.id) : 0,
      concerns: await concernsOf(tx, actor, { pupilId, today, calendar }),
      questions: await questionsOf(tx, pupilId),
      views: await viewsLacking(tx, pupilId),
      early: {
        notes: await discussionsOf(tx, pupilId),
        missing: (await earlyLines(tx, { today, calendar, pupilId }))[0] ?? null,
        mayWrite: earlyDiscussionPolicy.write(actor, { schoolId: pupil.schoolId, pupilId }),
      },
      contacts: await contactsOf(tx, actor, pupilId, today),
      staff: await staffOfPupil(tx, pupilId, today),
      longTerm: await longTermOutcomes(tx, pupilId),
      notWhole: outcomesNotWhole({
        isInForce: plan !== null && plan.activatedOn !== null && plan.stage !== 'closed',
        outcomes: plan?.outcomes ?? [],
      }),
      mayWriteOutcomes: outcomePolicy.write(actor, { schoolId: pupil.schoolId, pupilId }),
      told: notified.status?.kind === 'sen-support' ? toldLines(notified) : null,
      changed: await changesSinceLooked(tx, pupilId, stillLookingSince(now)),
      review: await reviewPart(tx, actor, { pupil, cycles, thisYear, since: calendar }, today),
      may: pupilActs(actor, pupil),
    }
  })
}
