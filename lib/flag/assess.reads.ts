import 'server-only'
import { requestsToMeet, viewsLacking } from '@/lib/assessment/request.reads'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { earlyLines } from '@/lib/early-discussion/reads'
import { questionsDue } from '@/lib/open-question/reads'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { earlyFlags, questionFlag, requestFlag, viewsFlag } from './assess.words'
import { concernsToday } from './concern.reads'
import { concernFlags } from './concern.words'
import type { Flag } from './rules'

/** Everything before and at Assess that may wait for this person: concerns, early discussions, views, requests, questions. */
export async function assessFlags(
  tx: SchoolTx,
  actor: Actor,
  { today, calendar }: { today: IsoDate; calendar: SchoolCalendar },
): Promise<Flag[]> {
  const concerns = leadsSchool(actor) ? await concernsToday(tx, today) : []
  const early = await earlyLines(tx, { today, calendar })
  const views = await viewsLacking(tx, null)
  const requests = await requestsToMeet(tx, actor.membershipId)
  const questions = await questionsDue(tx, actor.membershipId, today)
  return [
    ...concerns.flatMap((concern) => concernFlags(concern, calendar, today)),
    ...early.flatMap(earlyFlags),
    ...views.map((line) => viewsFlag(line, today)),
    ...requests.map((request) => requestFlag(request, today)),
    ...questions.map((question) => questionFlag(question, today)),
  ]
}
