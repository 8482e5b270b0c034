import { describe, expect, it } from 'vitest'
import { findVersion, latestFamilyVersion, latestVersion } from '@/lib/plan/versions.reads'
import { asActor } from '@/lib/platform/db'
import { aContact, aMember, aPupil } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { aPublishedPlan } from '@/tests/factories/plan'

const now = new Date('2026-11-20T09:00:00Z')

describe('the first version of a plan', () => {
  it('is kept when the plan comes into force, whole for staff and without their notes for the family', async () => {
    const { pupil, teacher, mother, cycle, outcomeId } = await aPublishedPlan(now)
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
      agreement: [
        { contactId: mother.id, name: 'Farah Khan', answer: 'agreed', said: 'Read it with us' },
        { contactId: null, name: 'Amira', answer: 'agreed' },
      ],
    })
    const family = await asActor(mother.actor, (tx) => latestFamilyVersion(tx, pupil.id))
    expect(family?.content).toMatchObject({ outcomes: [{ willDo: 'Read 40 words aloud' }] })
    expect(JSON.stringify(family)).not.toContain('Read it with us')
  })

  it('is the family’s edition alone for a parent, and nothing for anyone else’s', async () => {
    const { school, pupil, assistant, mother } = await aPublishedPlan(now)
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
    const { pupil } = await aPublishedPlan(now)
    for (const table of ['plan_versions', 'plan_family_versions'])
      for (const act of [`UPDATE ${table} SET number = 7`, `DELETE FROM ${table}`])
        await expect(look(`${act} WHERE pupil_id = $1 RETURNING id`, [pupil.id])).rejects.toThrow(
          'stays as it was written',
        )
  })
})
