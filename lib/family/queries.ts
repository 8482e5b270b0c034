import 'server-only'
import { sharedSources } from '@/lib/assessment/family.reads'
import type { SharedSource } from '@/lib/assessment/rules'
import { measuredOutcomes } from '@/lib/measurement/reads'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { OwnConcern } from '@/lib/concern/family.rules'
import { ownConcerns } from '@/lib/concern/own.reads'
import { currentPlan } from '@/lib/cycle/reads'
import { sharedNotes } from '@/lib/early-discussion/reads'
import { pathToChoose } from '@/lib/meeting-round/family.reads'
import { ownInvitation } from '@/lib/invitation/family.reads'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import type { FamilyChange } from '@/lib/plan/copy.words'
import { lastChangeForFamily } from '@/lib/plan/family.reads'
import { planLines } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import type { ReviewMove } from '@/lib/review/date.rules'
import { reviewMoves } from '@/lib/review/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { suggestionsOf } from '@/lib/suggestion/reads'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import { helpOf, openChild, schoolPeople, sharedPlanOf } from './reads'
import type {
  Child,
  Help,
  MeetingsOfYear,
  News,
  NextMeeting,
  SchoolPeople,
  SharedPlan,
  SharedReview,
} from './rules'
import { lastReview, meetingsForFamily, newsFromSchool } from './shared.reads'

/** A child of whoever is signed in, for the tabs and the first page. */
export type ChildTab = { id: string; label: string; schoolName: string }

type Hat = { actor: Actor; school: { name: string } }

/** The children this person is a parent of, in every school, eldest first; one statement for each school. */
export async function listChildren(hats: readonly Hat[]): Promise<ChildTab[]> {
  const children: (ChildTab & { name: string; born: Date })[] = []
  for (const { actor, school } of hats) {
    if (actor.role !== 'parent' || actor.pupilIds.length === 0) continue
    const rows = await asActor(actor, (tx) => childrenIn(tx, actor.pupilIds))
    for (const { id, preferredName, givenName, familyName, dateOfBirth } of rows) {
      const label = preferredName ?? givenName
      children.push({ id, label, name: `${label} ${familyName}`, schoolName: school.name, born: dateOfBirth })
    }
  }
  const isAlone = (label: string) => children.filter((child) => child.label === label).length === 1
  return children
    .sort((a, b) => Number(a.born) - Number(b.born) || (a.label < b.label ? -1 : 1))
    .map(({ id, label, name, schoolName }) => ({ id, label: isAlone(label) ? label : name, schoolName }))
}

const childrenIn = (tx: SchoolTx, pupilIds: readonly string[]) =>
  tx.pupil.findMany({
    where: { id: { in: [...pupilIds] } },
    select: { id: true, givenName: true, preferredName: true, familyName: true, dateOfBirth: true },
  })

export type ChildPage = {
  today: IsoDate
  child: Child
  next: NextMeeting | null
  /** This parent's own invitation to it. */
  invitation: OwnInvitation | null
  /** Where the parent chooses a time of a meeting round, while they are asked to. */
  toChoose: string | null
  plan: SharedPlan | null
  /** What the plan says for every day, as far as it was shared. */
  lines: PlanLine[]
  /** What the last change of the plan made different, who is responsible among it (P30, P31). */
  change: FamilyChange | null
  /** What was measured and shared with the parents (P56). */
  measured: MeasuredOutcome[]
  year: MeetingsOfYear
  news: News[]
  /** What this parent suggested, and what the school answered (P19). */
  suggestions: SuggestionLine[]
  /** What was found out and shared, with its files (6.45). */
  sources: SharedSource[]
  review: SharedReview | null
  /** Changes of the agreed review date of the plan in force (R15). */
  moves: ReviewMove[]
  people: SchoolPeople
  help: Help
  /** The notes of early talks this parent was given. */
  earlyNotes: { id: string; heldOn: IsoDate }[]
  /** What this parent told the school, and what came of it (P17, P88). */
  worries: OwnConcern[]
}

const NEWS_AT_MOST = 5
const SOURCES_AT_MOST = 10

/** All that a family's page says of a child, from what was shared with this parent, and the trace that it was read (6.71, P91). */
export function getChild(actor: Actor, pupilId: string, now: Date): Promise<ChildPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family', today, now })
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const plan = await currentPlan(tx, pupilId, calendar, today)
    const { byId, ...people } = await schoolPeople(tx, pupilId, plan, today)
    const { next, ...year } = await meetingsForFamily(tx, pupilId, calendar, today)
    return {
      today,
      child,
      next,
      invitation: next && (await ownInvitation(tx, next.id, now)),
      toChoose: await pathToChoose(tx, pupilId, now),
      plan: plan && sharedPlanOf(plan, byId),
      lines: plan ? await planLines(tx, plan.cycleId) : [],
      change: await lastChangeForFamily(tx, pupilId),
      measured: plan ? await measuredOutcomes(tx, { cycleId: plan.cycleId }) : [],
      year,
      news: await newsFromSchool(tx, pupilId, NEWS_AT_MOST),
      suggestions: await suggestionsOf(tx, { pupilId }),
      sources: await sharedSources(tx, pupilId, SOURCES_AT_MOST),
      review: await lastReview(tx, pupilId),
      moves: plan && !plan.closedOn ? await reviewMoves(tx, plan.cycleId) : [],
      people,
      help: await helpOf(tx, actor.schoolId),
      earlyNotes: await sharedNotes(tx, pupilId),
      worries: await ownConcerns(tx, actor, { pupilId, today, calendar }),
    }
  })
}

export type HelpPage = { child: Child; people: SchoolPeople; help: Help }

/** Whom a family can turn to, and how to ask for an EHC needs assessment themselves: nothing stands before it (P94, P108, P109). */
export function getHelp(actor: Actor, pupilId: string, now: Date): Promise<HelpPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family/help', today, now })
    const { teachers, sencos, heads } = await schoolPeople(tx, pupilId, null, today)
    return { child, people: { teachers, sencos, heads }, help: await helpOf(tx, actor.schoolId) }
  })
}
