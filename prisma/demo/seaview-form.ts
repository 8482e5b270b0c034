import type { DemoPupil } from './demo-acts'
import { on } from './demo-days'
import { assistantOf, named, teacherOf } from './demo-setting'
import type { Seaview } from './seaview-acts'
import { tellCheck } from './stories/class-check'
import { tellEarlyDiscussion } from './stories/early-discussions'
import { tellJoiningIn } from './stories/joining-in'
import { tellObservations } from './stories/observations'
import { classSetting } from './stories/setting'
import { tellSpecialists } from './stories/specialists'
import { tellCatalogue, tellRead, tellTraining } from './stories/support'

const FORM = '8F'

/** Amara Dell's form: some of the stories of the primary's class, among older pupils. */
export async function tellForm(setting: Seaview, all: readonly DemoPupil[]): Promise<void> {
  const { actor, year, today } = setting
  const of = { className: FORM }
  const assistantId = assistantOf(setting, of)
  if (!assistantId) throw new Error('the form of the story has no assistant')
  const form = await classSetting(actor, {
    ...{ year, today, className: FORM, assistantId, teacherId: teacherOf(setting, of), pupils: all },
  })
  const who = (name: string) => named(form.pupils, name)
  const [amir, mia, sophie] = [who('Amir Adeyemi'), who('Mia Taylor'), who('Sophie Brown')]
  await tellCatalogue(actor, on(today))
  await tellCheck(form.teacher, {
    ...{ classId: form.classId, pupils: form.pupils, found: [who('Esme Morris')], tooEarly: [] },
    on: form.ago(15),
  })
  const days = { heldOn: form.ago(12), givenOn: form.ago(11) }
  const note = { ...days, givenTo: sophie.contacts.map(({ id }) => id), leader: 'Ms Dell' }
  await tellEarlyDiscussion(form.teacher, sophie, note)
  await tellObservations(form, [mia, amir])
  await tellSpecialists(form, { advised: mia, waiting: amir, unshared: sophie })
  await tellJoiningIn(form, [mia, amir])
  const training = { training: 'Team Calm, two days', heldOn: form.ago(20), untilOn: null }
  await tellTraining(actor, assistantId, [training], on(today))
  await tellRead(form.teacher, [amir, mia, sophie], form.ago(1))
  await tellRead(form.assistant, [mia], form.ago(1))
}
