import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { activatePlan, saveConsultation, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { addOutcome } from '@/lib/outcome/commands'
import { outcomeForm } from '@/lib/outcome/schema'
import { findVersion, latestFamilyVersion, latestVersion } from '@/lib/plan/versions.reads'
import { asActor } from '@/lib/platform/db'
import { addProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const aPublishedPlan = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
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
  await addProvision(
    actor,
    cycle.id,
    provisionForm.parse({ what: 'Reading group', perWeek: '3', minutes: '20', outcomeIds: [outcomeId] }),
    now,
  )
  const everyDay = { aspirations: 'To read alone', inEveryLesson: 'One step at a time', atHome: null }
  await saveEveryDay(actor, cycle.id, 1, everyDay, now)
  const reviewDue = isoDate('2026-12-04')
  await saveResponsible(actor, cycle.id, 2, { responsibleId: teacher.id, reviewDue }, now)
  const consultation = { parentConsultation: 'agreed', pupilConsultation: 'took-part' } as const
  const notes = { parentConsultationNote: 'Met with Farah Khan', pupilConsultationNote: 'Chose the words' }
  await saveConsultation(actor, cycle.id, 3, { ...consultation, ...notes }, now)
  expect(await activatePlan(actor, cycle.id, 4, now)).toEqual({ ok: true, value: null })
  return { school, pupil, teacher, assistant, mother, cycle, outcomeId }
}

describe('the first version of a plan', () => {
  it('is kept when the plan comes into force, whole for staff and without their notes for the family', async () => {
    const { pupil, teacher, mother, cycle, outcomeId } = await aPublishedPlan()
    const line = await asActor(teacher.actor, (tx) => latestVersion(tx, pupil.id))
    expect(line).toMatchObject({ cycleId: cycle.id, number: 1, appliesFrom: '2026-11-20', reason: null })
    const version = await asActor(teacher.actor, (tx) => findVersion(tx, pupil.id, line!.id))
    expect(version?.content).toMatchObject({
      ...{
        reviewDue: '2026-12-04',
        inEveryLesson: 'One step at a time',
        responsible: { name: 'Tom Whitfield' },
      },
      outcomes: [{ id: outcomeId, willDo: 'Read 40 words aloud', by: '2026-12-04', baselineOn: null }],
      provisions: [{ what: 'Reading group', perWeek: 3, outcomeIds: [outcomeId] }],
      consultation: { parents: 'agreed', parentsNote: 'Met with Farah Khan' },
    })
    const family = await asActor(mother.actor, (tx) => latestFamilyVersion(tx, pupil.id))
    expect(family?.content).toMatchObject({ outcomes: [{ willDo: 'Read 40 words aloud' }] })
    expect(JSON.stringify(family)).not.toContain('Met with')
  })

  it('is the family’s edition alone for a parent, and nothing for anyone else’s', async () => {
    const { school, pupil, assistant, mother } = await aPublishedPlan()
    const other = await aContact(await aPupil(school), { withAccount: true })
    const governor = await aMember(school, 'governor')
    const counts = (actor: Parameters<typeof asActor>[0]) =>
      asActor(actor, async (tx) => [
        await tx.planVersion.count({ where: { pupilId: pupil.id } }),
        await tx.planFamilyVersion.count({ where: { pupilId: pupil.id } }),
      ])
    expect(await counts(assistant.actor)).toEqual([1, 1])
    expect(await counts(mother.actor)).toEqual([0, 1])
    expect(await counts(other.actor)).toEqual([0, 0])
    expect(await counts(governor.actor)).toEqual([0, 0])
  })

  it('cannot be changed or taken away, not even past row-level security', async () => {
    const { pupil } = await aPublishedPlan()
    for (const table of ['plan_versions', 'plan_family_versions'])
      for (const act of [`UPDATE ${table} SET number = 7`, `DELETE FROM ${table}`])
        await expect(look(`${act} WHERE pupil_id = $1 RETURNING id`, [pupil.id])).rejects.toThrow(
          'stays as it was written',
        )
  })
})
