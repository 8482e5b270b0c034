import { plusDays } from '@/lib/calendar/iso-date'
import type { DemoPupil } from './demo-acts'
import { runCycle } from './demo-cycles'
import { ago, ahead, notAfter, notBefore, spread, weeksAgo, weeksBefore } from './demo-days'
import { arrange } from './demo-meetings'
import { reviewCycle } from './demo-review'
import { teacherOf } from './demo-setting'
import { meet, type Seaview } from './seaview-acts'

const STAGES = ['do', 'do', 'assess', 'do', 'do', 'plan', 'do', 'review'] as const
const FORMATS = ['in-person', 'video', 'in-person', 'phone'] as const

/** One of the others, more quickly told than at the primary. */
export async function tellOther(setting: Seaview, pupil: DemoPupil, index: number): Promise<void> {
  await tellCycle(setting, pupil, index)
  const { actor, year, today } = setting
  const count = [1, 2, 1, 0, 2, 1, 3][index % 7] ?? 1
  for (let meeting = 0; meeting < count; meeting++) {
    const day = spread(year, today, 3, index % 11)[2 - meeting]
    if (day && day > (pupil.statusFrom ?? today))
      await meet(setting, pupil, day, FORMATS[(index + meeting) % FORMATS.length])
  }
  const [parent] = pupil.contacts
  if (index % 8 !== 3 || !parent) return
  const leader = teacherOf(setting, pupil)
  const next = { on: ahead(year, today, 1 + (index % 9)), parents: [parent.id], leader }
  await arrange(actor, pupil.id, next, ago(year, today, 0))
}

async function tellCycle(setting: Seaview, pupil: DemoPupil, index: number): Promise<void> {
  const { actor, year, today } = setting
  const from = pupil.statusFrom ?? today
  const isNew = from > weeksBefore(today, 26)
  const until = isNew ? (STAGES[index % STAGES.length] ?? 'do') : index % 8 === 7 ? 'review' : 'do'
  const first = weeksAgo(year, today, 7)
  const startedOn = from < first ? first : notBefore(year, plusDays(from, 1))
  if (startedOn >= weeksBefore(today, 1) || index % 40 === 9) return
  const isOld = startedOn < weeksBefore(today, 4)
  const isDue = isOld && (until === 'review' || index % 23 === 4)
  const responsible = teacherOf(setting, pupil)
  const cycle = await runCycle(actor, pupil, {
    year,
    startedOn,
    reviewDue: isDue
      ? notAfter(year, plusDays(today, -(index % 6)))
      : notBefore(year, plusDays(today, 5 + (index % 7) * 7)),
    until: until === 'review' && !isOld ? 'do' : until,
    responsible,
    deliverer: responsible,
    notedUntil: ago(year, today, 1),
    kept: index % 9 === 4 ? 'poorly' : 'well',
    isWeekly: true,
    isBrief: index % 4 !== 0,
  })
  if (index % 29 !== 6 || until !== 'do') return
  const review = {
    rating: 0,
    decision: 'continue',
    nextReviewDue: notBefore(year, plusDays(today, 80)),
  } as const
  await reviewCycle(actor, cycle, { year, heldOn: ago(year, today, 0), ...review })
}
