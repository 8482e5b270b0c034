import { plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil } from './demo-acts'
import { runCycle } from './demo-cycles'
import { ago, ahead, notAfter, notBefore, weeksAgo, weeksBefore } from './demo-days'
import { arrange, hold } from './demo-meetings'
import { assistantOf, type Setting, teacherOf } from './demo-setting'

const STAGES = ['do', 'do', 'assess', 'do', 'plan', 'do', 'review', 'do'] as const
const FORMATS = ['in-person', 'video', 'phone'] as const

/** One of the others: a cycle at some stage and none, one, two or three meetings so far. */
export async function tellOther(
  actor: Actor,
  pupil: DemoPupil,
  index: number,
  setting: Setting,
): Promise<void> {
  await tellCycle(actor, pupil, index, setting)
  const { year, today } = setting
  const [parent] = pupil.contacts
  if (!parent) return
  const leader = teacherOf(setting, pupil)
  const lastDay = ago(year, today, 0)
  for (let meeting = 0; meeting < ([1, 2, 0, 1, 3][index % 5] ?? 0); meeting++) {
    const day = ago(year, today, 3 + meeting * 15 + (index % 6))
    if (day <= (pupil.statusFrom ?? today)) break
    const format = FORMATS[(index + meeting) % FORMATS.length] ?? 'in-person'
    await hold(
      actor,
      pupil.id,
      { on: day, parents: [parent.id], leader, format },
      {
        pupil: pupil.givenName,
        came: [parent.id],
        copiesOn: index % 9 === 0 ? null : ago(year, today, 1 + (index % 2)),
        copiesTo: pupil.contacts.map(({ id }) => id),
      },
    )
  }
  if (index % 6 === 2)
    await arrange(
      actor,
      pupil.id,
      { on: ahead(year, today, 2 + (index % 8)), parents: [parent.id], leader },
      lastDay,
    )
}

async function tellCycle(actor: Actor, pupil: DemoPupil, index: number, setting: Setting): Promise<void> {
  const { year, today } = setting
  const responsible = teacherOf(setting, pupil)
  const began = pupil.statusFrom ?? today
  const startedOn = [weeksAgo(year, today, 8 - (index % 3)), notBefore(year, plusDays(began, 1))]
    .sort()
    .at(-1)
  if (!startedOn || startedOn >= weeksBefore(today, 1) || index % 25 === 7) return
  const isNew = began > weeksBefore(today, 26)
  const stage = isNew ? (STAGES[index % STAGES.length] ?? 'do') : index % 8 === 6 ? 'review' : 'do'
  const isDue = stage === 'review' || index % 13 === 3
  const due = isDue
    ? notAfter(year, plusDays(today, -(index % 5)))
    : notBefore(year, plusDays(today, 10 + (index % 6) * 6))
  const isLongAgo = due > plusDays(startedOn, 10)
  await runCycle(actor, pupil, {
    year,
    startedOn,
    reviewDue: isLongAgo ? due : notBefore(year, plusDays(startedOn, 30)),
    until: stage === 'review' && !isLongAgo ? 'do' : stage,
    responsible,
    deliverer: assistantOf(setting, pupil) ?? responsible,
    notedUntil: ago(year, today, 1),
    kept: index % 9 === 4 ? 'poorly' : 'well',
    isWeekly: true,
  })
}
