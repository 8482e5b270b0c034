import { isoDate, schoolDay } from '@/lib/calendar/iso-date'
import { activatePlan, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { addOutcome } from '@/lib/outcome/commands'
import { outcomeForm } from '@/lib/outcome/schema'
import { recordAnswer } from '@/lib/plan/agreement.commands'
import type { Actor } from '@/lib/platform/actor'
import { addProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { aClass, aContact, aCycle, aPupil, aSchool, aTeacherOf, type TestSchool } from '.'

/** The mother and the pupil agree with a plan, or with the open change of it. */
export async function everyoneAgrees(
  actor: Actor,
  { cycle, mother }: { cycle: { id: string }; mother: { id: string } },
  now: Date,
  said: string | null = null,
) {
  for (const whose of [mother.id, null]) {
    const form = { answer: 'agreed', said, method: 'in-person', on: schoolDay(now) } as const
    const recorded = await recordAnswer(actor, cycle.id, whose, form, now)
    if (!recorded.ok) throw new Error('refused')
  }
}

/** A plan that came into force today: one outcome, a reading group three times a week, agreed with mother and pupil. */
export async function aPublishedPlan(
  now: Date,
  { school: given, ...name }: { school?: TestSchool; givenName?: string } = {},
) {
  const school = given ?? (await aSchool())
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id, ...name })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { stage: 'plan', activatedOn: null, reviewDue: null, shared: false })
  const { actor } = teacher
  const form = outcomeForm.parse({
    ...{ willDo: 'Read 40 words aloud', measure: 'Words read aloud', unit: 'words', baseline: '16' },
    ...{
      target: '40',
      byOn: { day: '4', month: '12', year: '2026' },
      expectedImpact: 'Reads the class book',
    },
  })
  const outcome = await addOutcome(actor, cycle.id, form, now)
  if (!outcome.ok) throw new Error('refused')
  const { outcomeId } = outcome.value
  const group = await addProvision(
    actor,
    cycle.id,
    provisionForm.parse({ what: 'Reading group', perWeek: '3', minutes: '20', outcomeIds: [outcomeId] }),
    now,
  )
  const everyDay = { aspirations: 'To read alone', inEveryLesson: 'One step at a time', atHome: null }
  await saveEveryDay(actor, cycle.id, 1, everyDay, now)
  const reviewDue = isoDate('2026-12-04')
  await saveResponsible(actor, cycle.id, 1, { responsibleId: teacher.id, reviewDue }, now)
  await everyoneAgrees(actor, { cycle, mother }, now, 'Read it with us')
  const active = await activatePlan(actor, cycle.id, 3, now)
  if (!group.ok || !active.ok) throw new Error('refused')
  const { provisionId } = group.value
  return { school, pupil, teacher, assistant, mother, cycle, form, outcomeId, provisionId }
}
