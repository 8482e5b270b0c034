import { answerQuestion, askQuestion } from '@/lib/open-question/commands'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

type Who = { coming: DemoPupil; late: DemoPupil; found: DemoPupil }

/** What is still to be found out, by whom and by when: one to come, one late, one answered (P19). */
export async function tellQuestions(
  { senco, teacher, ago, ahead }: ClassSetting,
  { coming, late, found }: Who,
): Promise<void> {
  const ask = (pupil: DemoPupil, what: string, ownerId: string, days: [asked: number, due: number]) => {
    const dueOn = days[1] < 0 ? ahead(-days[1]) : ago(days[1])
    return must(askQuestion(senco, pupil.id, { what, ownerId, dueOn }, on(ago(days[0]))))
  }
  const sight = 'Does reading go better with the words larger? Try three pages, twelve and eighteen point.'
  await ask(coming, sight, teacher.membershipId, [6, -4])
  await ask(late, 'What does the speech clinic’s letter of last spring say?', senco.membershipId, [20, 3])

  const sleep = 'Is the tiredness on Mondays about sleep, or about the weekend away?'
  const { questionId } = await ask(found, sleep, teacher.membershipId, [24, 8])
  const words =
    'Two homes, and the later bedtime is at one of them. Both agreed on eight o’clock on Sundays; Mondays are better since.'
  const at = { pupilId: found.id, questionId, version: 1 }
  await must(answerQuestion(teacher, at, { found: words, foundOn: ago(10) }, on(ago(10))))
}
