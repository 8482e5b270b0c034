import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { saveEveryDay } from '@/lib/cycle/plan.commands'
import { recordAnswer, recordAttempt } from '@/lib/plan/agreement.commands'
import { openChange, publishChange } from '@/lib/plan/change.commands'
import type { Actor } from '@/lib/platform/actor'
import { must } from '../demo-acts'
import { on } from '../demo-days'
import { AT_HOME, inEveryLesson } from '../demo-plans'

const HOPES = 'To read alone, and to have a friend to sit with at lunch.'

/**
 * A plan that was changed in the middle of its cycle, agreed in part by one parent and not answered yet by the other,
 * and that is being changed again.
 */
export async function tellChange(
  actor: Actor,
  cycleId: string,
  { one, other, changedOn, again }: { one: string; other: string; changedOn: IsoDate; again: IsoDate },
): Promise<void> {
  const now = on(changedOn)
  const { changeId } = await must(openChange(actor, cycleId, now))
  const lessons = `${inEveryLesson('MLD')}\nPictures beside the words.`
  await must(
    saveEveryDay(actor, cycleId, 1, { aspirations: HOPES, inEveryLesson: lessons, atHome: AT_HOME }, now),
  )
  const said = 'Pictures, yes. Not in front of the whole class.'
  const partly = { answer: 'partly', said, method: 'phone', on: schoolDay(now) } as const
  await must(recordAnswer(actor, cycleId, one, partly, now))
  const attempt = { madeOn: changedOn, method: 'letter', cameOfIt: 'No reply yet' } as const
  await must(recordAttempt(actor, cycleId, other, attempt, now))
  const none = { answer: 'no-answer', said: null, method: 'letter', on: changedOn } as const
  await must(recordAnswer(actor, cycleId, other, none, now))
  const reason = 'What was seen in lessons: pictures helped where words alone did not.'
  await must(publishChange(actor, { cycleId, changeId }, { reason, appliesFrom: changedOn }, now))

  await must(openChange(actor, cycleId, on(again)))
  const next = {
    aspirations: HOPES,
    inEveryLesson: lessons,
    atHome: `${AT_HOME}\nA story together on Sundays.`,
  }
  await must(saveEveryDay(actor, cycleId, 1, next, on(again)))
}
