import { plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { DemoPupil } from './demo-acts'
import { ago, notAfter, notBefore, on } from './demo-days'
import { assistantOf, named, type Setting, teacherOf } from './demo-setting'
import { tellAway } from './stories/away'
import { tellCheck } from './stories/class-check'
import { tellConcerns } from './stories/concerns'
import { tellEarlyDiscussion } from './stories/early-discussions'
import { tellJoiningIn } from './stories/joining-in'
import { tellNewToSupport } from './stories/new-to-support'
import { tellObservations } from './stories/observations'
import { tellQuestions } from './stories/questions'
import { tellReviewDates } from './stories/review-dates'
import { tellSessions } from './stories/sessions'
import { type ClassSetting, classSetting } from './stories/setting'
import { tellSpecialists } from './stories/specialists'
import { tellStepDown } from './stories/step-down'
import { tellRead, tellTraining } from './stories/support'

const CLASS = '4Ash'

/** Everything else of Tom Whitfield's class, a story for each page: who is who stands here, what happened in `stories`. */
export async function tellAsh(actor: Actor, all: readonly DemoPupil[], setting: Setting): Promise<void> {
  const { year, today } = setting
  const of = { className: CLASS }
  const assistantId = assistantOf(setting, of)
  if (!assistantId) throw new Error('the class of the story has no assistant')
  const ash = await classSetting(actor, {
    ...{ year, today, className: CLASS, assistantId, teacherId: teacherOf(setting, of), pupils: all },
  })
  const who = (name: string) => named(ash.pupils, name)
  const [amir, ben, ravi, theo] = [
    who('Amir Harris'),
    who('Ben Begum'),
    who('Ravi Morris'),
    who('Theo Singh'),
  ]
  const [amelia, sophie] = [who('Amelia Edwards'), who('Sophie White')]

  await tellCheck(ash.teacher, {
    ...{ classId: ash.classId, pupils: ash.pupils, found: [sophie, amelia], tooEarly: [who('Poppy Mensah')] },
    on: ash.ago(22),
  })
  await tellConcerns(ash, {
    ...{ waiting: who('Elif Kaur'), fresh: sophie, refused: who('Rohan Lee-Parker') },
    watched: who('Noah Martin'),
  })
  await tellNewToSupport(ash, amelia)
  await tellStepDown(ash, who('Maryam Morris'))
  await tellDiscussions(ash, { amir, ben, ravi, amelia }, setting)
  await tellSessions(ash, amir)
  await tellQuestions(ash, { coming: amir, late: ben, found: ravi })
  await tellObservations(ash, [amir, ben])
  await tellSpecialists(ash, { advised: amir, waiting: ben, unshared: ravi })
  await tellJoiningIn(ash, [amir, ben, ravi])
  await tellAway(ash, [theo, ravi])
  await tellReviewDates(ash, { moved: ravi, passed: ben })
  const trainings = [
    { training: 'Precision teaching', heldOn: ago(year, today, 45), untilOn: null },
    { training: 'Paediatric first aid', heldOn: ago(year, today, 170), untilOn: plusDays(today, 20) },
  ]
  await tellTraining(actor, assistantId, trainings, on(today))
  // Joan has read the plans of her class but the last two.
  await tellRead(ash.assistant, [amir, ben], ash.ago(3))
  await tellRead(ash.teacher, [amir, ben, ravi, theo], ash.ago(5))
}

type Discussed = Record<'amir' | 'ben' | 'ravi' | 'amelia', DemoPupil>

/** Four notes of early discussions: two with the parents since support began, one with one parent, one with nobody yet. */
async function tellDiscussions(
  ash: ClassSetting,
  { amir, ben, ravi, amelia }: Discussed,
  { year, today }: Setting,
): Promise<void> {
  const everyone = ({ contacts }: DemoPupil) => contacts.map(({ id }) => id)
  for (const [told, pupil] of [amir, ben].entries()) {
    const heldOn = notAfter(year, plusDays(pupil.statusFrom ?? today, -10))
    const givenOn = notBefore(year, plusDays(heldOn, 1))
    const note = { heldOn, givenOn, givenTo: everyone(pupil), leader: 'Mrs Adeyemi', told }
    await tellEarlyDiscussion(ash.senco, pupil, note)
  }
  const leader = 'Mr Whitfield'
  const days = { heldOn: ash.ago(10), givenOn: ash.ago(9) }
  const toOne = { ...days, givenTo: everyone(amelia).slice(0, 1), leader }
  await tellEarlyDiscussion(ash.teacher, amelia, toOne)
  await tellEarlyDiscussion(ash.teacher, ravi, { ...days, givenTo: [], leader, told: 1 })
}
