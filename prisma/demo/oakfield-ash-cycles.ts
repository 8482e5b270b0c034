import { plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil, forEach } from './demo-acts'
import { carryOnCycle, runCycle } from './demo-cycles'
import { ago, ahead, notAfter, notBefore, weeksAgo, weeksBefore } from './demo-days'
import { arrange, hold, missed } from './demo-meetings'
import { beginning, letParentIn } from './demo-people'
import { reviewCycle } from './demo-review'
import { assistantOf, type Setting, teacherOf } from './demo-setting'
import { tellAims } from './stories/aims'
import { tellChange } from './stories/change'

/** The class: who answers for a plan of it, and who gives the support. */
type Ash = { actor: Actor; setting: Setting; aims: Map<string, string> }

const worksWith = ({ setting, aims }: Ash, pupil: DemoPupil) => ({
  year: setting.year,
  aim: aims.get(pupil.id),
  responsible: teacherOf(setting, pupil),
  deliverer: assistantOf(setting, pupil) ?? setting.senco,
  notedUntil: ago(setting.year, setting.today, 1),
})

/** Plans and meetings of Tom Whitfield's class: separated parents, a review that is overdue, others on the way. */
export async function tellAshCycles(
  actor: Actor,
  pupils: readonly DemoPupil[],
  setting: Setting,
): Promise<{ parents: string[] }> {
  const { year, today } = setting
  const aims = await tellAims(actor, pupils, weeksAgo(year, today, 35))
  const ash = { actor, setting, aims }
  const separated = pupils.find(({ contacts }) => contacts.length > 1 && contacts.every(({ email }) => email))
  if (!separated) throw new Error('nobody in the class of the story has two parents with an address')
  const overdue = pupils.find((one) => one !== separated)
  const last = pupils.at(-1)
  await forEach(pupils, async (pupil) => {
    if (pupil === separated) await tellSeparated(ash, pupil)
    else if (pupil === overdue) await tellOverdue(ash, pupil)
    else await tellOnTheWay(ash, pupil, pupil === last)
  })
  return { parents: separated.contacts.flatMap(({ email }) => email ?? []) }
}

/** Separated parents, each with an account; the first review was held late, the second cycle is in Do, its plan changed. */
async function tellSeparated(ash: Ash, pupil: DemoPupil): Promise<void> {
  const { actor, setting } = ash
  const { year, today } = setting
  const own = worksWith(ash, pupil)
  for (const { id } of pupil.contacts) await letParentIn(actor, id, beginning(today))
  const dueOn = notAfter(year, weeksBefore(today, 20))
  const heldOn = [notAfter(year, plusDays(dueOn, 19)), ahead(year, dueOn, 2)].sort().at(-1) ?? dueOn
  const one = await runCycle(actor, pupil, {
    ...own,
    ...{ startedOn: weeksAgo(year, today, 34), reviewDue: dueOn, until: 'do' },
    ...{ notedUntil: heldOn, isWeekly: true, kept: 'poorly' },
  })
  const reviewDue = notBefore(year, plusDays(today, 21))
  const two = await reviewCycle(actor, one, {
    ...{ year, heldOn, rating: -1, decision: 'change-support', nextReviewDue: reviewDue },
  })
  const [mine, other] = pupil.contacts.map(({ id }) => id)
  if (!two || !mine || !other) throw new Error('the story has no second cycle')
  const startedOn = [weeksAgo(year, today, 14), ahead(year, heldOn, 0)].sort().at(-1) ?? heldOn
  await carryOnCycle(actor, pupil, two, { ...own, startedOn, reviewDue, until: 'do' })
  const days = { changedOn: ago(year, today, 9), again: ago(year, today, 1) }
  await tellChange(actor, two, { one: mine, other, ...days })
  await tellTwoMeetings(ash, pupil, [mine, other])
}

/** Each parent was met alone, in one round; the second comes again. */
async function tellTwoMeetings(
  { actor, setting }: Ash,
  pupil: DemoPupil,
  [mine, other]: readonly [string, string],
): Promise<void> {
  const { year, today } = setting
  const leader = teacherOf(setting, pupil)
  const apart = await hold(
    actor,
    pupil.id,
    { on: ago(year, today, 14), parents: [mine], leader },
    { pupil: pupil.givenName, came: [mine], copiesOn: ago(year, today, 12) },
  )
  await hold(
    actor,
    pupil.id,
    { on: ago(year, today, 12), parents: [other], leader, format: 'video', roundWith: apart },
    { pupil: pupil.givenName, came: [other], copiesOn: null },
  )
  const next = { on: ahead(year, today, 6), parents: [other], leader }
  await arrange(actor, pupil.id, next, ago(year, today, 0))
}

/** The agreed date has passed and nobody has held the review; half of the sessions fell away. */
async function tellOverdue(ash: Ash, pupil: DemoPupil): Promise<void> {
  const { actor, setting } = ash
  const { year, today } = setting
  await runCycle(actor, pupil, {
    ...worksWith(ash, pupil),
    startedOn: weeksAgo(year, today, 12),
    reviewDue: ago(year, today, 6),
    until: 'do',
    kept: 'poorly',
  })
  const parents = pupil.contacts.map(({ id }) => id)
  const meeting = { on: ago(year, today, 5), parents, leader: teacherOf(setting, pupil) }
  await missed(actor, pupil.id, meeting, 'nobody-came')
}

/** On the way, after one meeting; of the last one the review is due, and help with personal care is part of the plan. */
async function tellOnTheWay(ash: Ash, pupil: DemoPupil, isLast: boolean): Promise<void> {
  const { actor, setting } = ash
  const { year, today } = setting
  await runCycle(actor, pupil, {
    ...worksWith(ash, pupil),
    startedOn: weeksAgo(year, today, 9),
    reviewDue: notBefore(year, plusDays(today, isLast ? 0 : 30)),
    until: isLast ? 'review' : 'do',
    reviewBegins: ago(year, today, 0),
    withCare: isLast,
  })
  const parents = pupil.contacts.map(({ id }) => id)
  const [came] = parents
  if (!came) return
  await hold(
    actor,
    pupil.id,
    { on: ago(year, today, 9), parents, leader: teacherOf(setting, pupil), format: 'phone' },
    { pupil: pupil.givenName, came: [came], withRecord: !isLast },
  )
}
