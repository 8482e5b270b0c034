import { addBaseline, annotate } from '@/lib/assessment/beside.commands'
import { addSource, saveParentViews } from '@/lib/assessment/commands'
import { askColleague } from '@/lib/assessment/request.commands'
import { startCycle } from '@/lib/cycle/commands'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'
import { beginSupport } from './step-down'

/** A pupil new to SEN support: the first assessment is being gathered, and two colleagues are asked to add to it. */
export async function tellNewToSupport(
  { senco, teacher, assistant, ago }: ClassSetting,
  pupil: DemoPupil,
): Promise<void> {
  await beginSupport(senco, pupil, { from: ago(9), isTold: false, today: ago(9) })
  const { cycleId } = await must(startCycle(senco, pupil.id, { startedOn: ago(8) }, on(ago(8))))
  const ask = (askedOfId: string, kind: 'teacher' | 'progress', words: string) =>
    must(askColleague(senco, cycleId, { askedOfId, kind, words }, on(ago(7))))
  await ask(teacher.membershipId, 'teacher', 'What goes well in your lessons, and where does it stop?')
  await ask(assistant.membershipId, 'progress', 'Which words of list 3 are still there after a weekend?')
  await must(
    addSource(
      assistant,
      cycleId,
      {
        kind: 'progress',
        saidBy: 'Mrs Pickering',
        saidOn: ago(4),
        audience: 'staff',
        words:
          'Nineteen of thirty on Friday, eleven of them on Monday. With a picture beside it: twenty-two.',
      },
      on(ago(4)),
    ),
  )
  const [parent] = pupil.contacts
  const views = {
    parentViews: 'Sings whole songs by heart and cannot say what happened at school. Hates the reading bag.',
    parentViewsFrom: parent?.fullName ?? 'Mother',
    parentViewsOn: ago(6),
  }
  await must(saveParentViews(senco, cycleId, 0, views, on(ago(6))))
  const beside = { about: 'parent-views', sourceId: null } as const
  const note = { words: 'Music lessons show the same: words stay when they have a tune.' }
  await must(annotate(teacher, cycleId, beside, note, on(ago(5))))
  const baseline = { measure: 'Words of list 3 read aloud', value: '11', unit: 'of 30', measuredOn: ago(5) }
  await must(addBaseline(teacher, cycleId, baseline, on(ago(5))))
}
