import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { listFlags } from '@/lib/flag/queries'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { getReview } from '@/lib/review/queries'
import { endTraining, recordTraining } from '@/lib/training/commands'
import { getTraining } from '@/lib/training/queries'
import {
  aCatalogueEntry,
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const aGiving = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const giver = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Joan' })
  const cycle = await aCycle(pupil)
  const provision = await aProvision(cycle, [await anOutcome(cycle)], { deliveredById: giver.id })
  const entry = await aCatalogueEntry(school, { training: 'Precision teaching' })
  await look('UPDATE provisions SET catalogue_entry_id = $1 WHERE id = $2', [entry.id, provision.id])
  const form = {
    membershipId: giver.id,
    training: 'precision teaching',
    heldOn: isoDate('2026-09-03'),
    untilOn: null,
  }
  return { school, ash, pupil, teacher, giver, cycle, form }
}

describe('training of staff (R11, 6.50)', () => {
  it('is asked for gently until it is recorded, and again when it ends', async () => {
    const { school, pupil, teacher, giver, cycle, form } = await aGiving()
    const flags = () => listFlags(school.senco, 'training', now)
    expect(await flags()).toMatchObject([
      {
        ...{
          ruleId: 'R11',
          group: 'coming-up',
          act: 'Arrange training in Precision teaching for Joan Whitfield, or record it',
        },
        ...{ source: 'Code 6.50', path: `training?person=${giver.id}&training=Precision%20teaching` },
      },
    ])
    expect((await getPupilPage(school.senco, pupil.id, now)).lacking).toHaveLength(1)
    const done = await Promise.all([1, 2].map(() => recordTraining(school.senco, form, now)))
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(await flags()).toEqual([])
    const { people } = await getTraining(school.senco, now)
    const [held] = people.find(({ membershipId }) => membershipId === giver.id)?.trainings ?? []
    expect(held).toMatchObject({ training: 'precision teaching', heldOn: '2026-09-03', untilOn: null })
    await expect(endTraining(school.senco, held!.id, 9, now)).rejects.toThrow(ChangedElsewhere)
    await endTraining(school.senco, held!.id, 1, now)
    expect(await endTraining(school.senco, held!.id, 1, now)).toEqual({ ok: true, value: null })
    expect(await flags()).toHaveLength(1)
    // and beside the question whether they were trained, where the plan is reviewed (P67)
    const place = { pupilId: pupil.id, cycleId: cycle.id }
    expect((await getReview(school.senco, place, now)).lacking.map(({ name }) => name)).toEqual([giver.name])
    expect((await getReview(teacher.actor, place, now)).lacking).toEqual([])
    expect(await auditOf(school)).toEqual(expect.arrayContaining(['training.recorded', 'training.ended']))
  })

  it('refuses days that cannot be, and whoever does not work here', async () => {
    const { school, form } = await aGiving()
    const fields = async (over: object) => {
      const done = await recordTraining(school.senco, { ...form, ...over }, now)
      return done.ok ? [] : done.problems.map(({ field }) => field)
    }
    expect(await fields({ heldOn: isoDate('2026-11-21') })).toEqual(['heldOn'])
    expect(await fields({ untilOn: isoDate('2026-09-02') })).toEqual(['untilOn'])
    expect(await fields({ membershipId: (await aMember(school, 'governor')).id })).toEqual(['membershipId'])
  })

  it('is for those who lead the school, and the person', async () => {
    const { school, pupil, teacher, giver, form } = await aGiving()
    await recordTraining(school.senco, form, now)
    const mother = await aContact(pupil, { withAccount: true })
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [teacher.actor, giver.actor, mother.actor]) {
      await expect((async () => getTraining(actor, now))()).rejects.toThrow(NotFound)
      await expect((async () => recordTraining(actor, form, now))()).rejects.toThrow(NotAllowed)
      await expect((async () => endTraining(actor, pupil.id, 1, now))()).rejects.toThrow(NotAllowed)
      expect(await listFlags(teacher.actor, 'training', now)).toEqual([])
    }
    const counts = []
    for (const actor of [school.senco, giver.actor, teacher.actor, mother.actor, elm])
      counts.push(await asActor(actor, (tx) => tx.staffTraining.count()))
    expect(counts).toEqual([1, 1, 0, 0, 0])
    // A teacher is told nothing of what a colleague lacks.
    expect((await getPupilPage(teacher.actor, pupil.id, now)).lacking).toEqual([])
  })
})
