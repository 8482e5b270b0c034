import 'server-only'
import { viewsPart } from '@/lib/assessment/request.reads'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { concernsPart } from '@/lib/concern/reads'
import { tiesPart } from '@/lib/contact/ties.reads'
import { calendarSince } from '@/lib/cycle/calendar.reads'
import { planFrom, planPart } from '@/lib/cycle/plan.reads'
import { cyclesPart } from '@/lib/cycle/reads'
import { notedPart } from '@/lib/do-note/delivered.reads'
import { deliveredProvision } from '@/lib/do-note/delivered.rules'
import { countDoNotes, countPart, doNotesPart } from '@/lib/do-note/reads'
import { discussionsPart, earlyPart } from '@/lib/early-discussion/reads'
import { offersPart } from '@/lib/invitation/lines.reads'
import { measuredPart } from '@/lib/measurement/reads'
import { questionsPart } from '@/lib/open-question/reads'
import { longTermPart } from '@/lib/outcome/long-term.reads'
import { columnsPart } from '@/lib/parent-meeting/columns.reads'
import { factsPart } from '@/lib/parent-meeting/reads'
import { notificationsPart } from '@/lib/parent-notification/reads'
import { participationPart } from '@/lib/participation/reads'
import { responsibleChangesPart } from '@/lib/plan/told.reads'
import { planLinesPart } from '@/lib/plan-line/reads'
import type { SchoolTx } from '@/lib/platform/db'
import { gather, nothingPart } from '@/lib/platform/gather'
import { plansToReadPart } from '@/lib/read-receipt/reads'
import { reviewedPart } from '@/lib/review/progress.reads'
import type { TwoYears } from '@/lib/school/reads'
import { statusesPart } from '@/lib/sen-status/reads'
import { specialistsPart } from '@/lib/specialist/reads'
import { endNoticesPart, watchPart } from '@/lib/step-down/reads'
import { changesPart } from '@/lib/timeline/reads'
import { lackingPart } from '@/lib/training/reads'
import { staffPart } from './staff.reads'

type Asked = {
  pupilId: string
  years: TwoYears
  today: IsoDate
  /** Do notes shown on the page; the rest are on the cycle's own. */
  notesShown: number
  lookingSince: Date
}

/** Everything a pupil's page tells that hangs on the pupil alone: one statement, whatever there is. */
export const readAboutPupil = (
  tx: SchoolTx,
  { pupilId, years: { thisYear, since }, today, notesShown, lookingSince }: Asked,
) =>
  gather(tx, {
    cycles: cyclesPart(pupilId, today),
    plan: planPart({ pupilId }),
    statuses: statusesPart(pupilId),
    ties: tiesPart(pupilId),
    notifications: notificationsPart(pupilId),
    participation: participationPart(pupilId, thisYear.year.firstDay),
    toRead: plansToReadPart({ pupilId, today }),
    meetingFacts: factsPart([pupilId], thisYear),
    meetings: columnsPart(pupilId, thisYear.year.firstDay),
    offers: offersPart(pupilId, thisYear.year),
    notes: doNotesPart(pupilId, notesShown),
    concerns: concernsPart({ pupilId }),
    questions: questionsPart(pupilId),
    views: viewsPart(pupilId),
    discussions: discussionsPart(pupilId),
    early: earlyPart({ today, calendar: since, pupilId }),
    staff: staffPart(pupilId, today),
    longTerm: longTermPart(pupilId),
    responsible: responsibleChangesPart(pupilId),
    changed: changesPart(pupilId, lookingSince),
    reviewed: reviewedPart({ pupilId }, today),
    specialists: specialistsPart(pupilId),
    watch: watchPart(pupilId),
    endNotices: endNoticesPart(pupilId),
  })

/** What the first statement found. */
export type AboutPupil = Awaited<ReturnType<typeof readAboutPupil>>

const NO_PLAN = { plan: null, lines: [], lacking: [], measured: [], delivered: [] }

/** What hangs on the plan and on the latest cycle: one statement more, and one where a provision began before last year. */
export async function readAboutPlan(
  tx: SchoolTx,
  { plan: found, cycles: [latest] }: Pick<AboutPupil, 'plan' | 'cycles'>,
  { years, today, leads }: { years: TwoYears; today: IsoDate; leads: boolean },
) {
  if (!latest) return { ...NO_PLAN, notesInCycle: 0 }
  if (!found) return { ...NO_PLAN, notesInCycle: await countDoNotes(tx, latest.id) }
  const { cycleId, schoolId, begins } = found
  const read = await gather(tx, {
    notesInCycle: countPart(latest.id),
    lines: planLinesPart(cycleId),
    lacking: leads ? lackingPart(cycleId, today) : nothingPart,
    measured: measuredPart({ cycleId }),
    noted: notedPart({ cycleId }),
  })
  const { notesInCycle, lines, lacking, measured, noted } = read
  const since = await calendarSince(tx, schoolId, begins, years.thisYear, [years.before])
  return {
    notesInCycle,
    plan: planFrom(found, since, today),
    lines,
    lacking,
    measured,
    delivered: noted.map((provision) => deliveredProvision(provision, since, today)),
  }
}

/** What the second found. */
export type AboutPlan = Awaited<ReturnType<typeof readAboutPlan>>
