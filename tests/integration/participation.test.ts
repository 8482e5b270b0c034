import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { isoDate } from '@/lib/calendar/iso-date'
import { writeParticipation } from '@/lib/participation/commands'
import { getParticipation } from '@/lib/participation/queries'
import type { ParticipationForm } from '@/lib/participation/schema'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'

const now = new Date('2026-11-20T09:00:00Z')

const note = (over: Partial<ParticipationForm> = {}): ParticipationForm => ({
  ...{ formKey: v7(), happenedOn: isoDate('2026-11-19'), activity: 'lesson', what: 'Art' },
  ...{ joined: 'missed-for-support', minutes: 20, why: 'Reading group', changed: null },
  ...over,
})

const aKnownPupil = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Joan' })
  const mother = await aContact(pupil, { withAccount: true })
  return { school, ash, pupil, teacher, assistant, mother }
}

describe('joining in beside others (6.2, P57)', () => {
  it('is written by whoever was there, once, and counted on the pupil’s page', async () => {
    const { school, pupil, teacher, assistant } = await aKnownPupil()
    const twice = note()
    await Promise.all([twice, twice].map((form) => writeParticipation(teacher.actor, pupil.id, form, now)))
    await writeParticipation(
      assistant.actor,
      pupil.id,
      note({
        joined: 'joined',
        activity: 'trip',
        what: 'The farm',
        why: null,
        minutes: null,
        changed: 'A later bus',
      }),
      now,
    )
    // Last school year is not counted.
    await writeParticipation(school.senco, pupil.id, note({ happenedOn: isoDate('2026-07-01') }), now)
    const page = await getParticipation(teacher.actor, pupil.id, now)
    expect(page.notes.map(({ what, by }) => [what, by])).toEqual([
      ['The farm', 'Joan Whitfield'],
      ['Art', 'Tom Whitfield'],
    ])
    expect(page.counts).toMatchObject({ missed: [{ activity: 'lesson', times: 1, minutes: 20 }], joined: 1 })
    expect((await getPupilPage(assistant.actor, pupil.id, now)).participation).toEqual(page.counts)
    expect((await auditOf(school)).filter((action) => action === 'participation.written')).toHaveLength(3)
  })

  it('is not of a day to come', async () => {
    const { pupil, teacher } = await aKnownPupil()
    expect(
      await writeParticipation(teacher.actor, pupil.id, note({ happenedOn: isoDate('2026-11-21') }), now),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'happenedOn' }],
    })
  })

  it('is not there for others, and stays as it was written', async () => {
    const { school, pupil, teacher, mother } = await aKnownPupil()
    await writeParticipation(teacher.actor, pupil.id, note(), now)
    const elsewhere = (await aTeacherOf(school, await aClass(school), [])).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [elsewhere, mother.actor, elm, (await aMember(school, 'governor')).actor]) {
      await expect(writeParticipation(actor, pupil.id, note(), now)).rejects.toThrow(NotFound)
      await expect(getParticipation(actor, pupil.id, now)).rejects.toThrow(NotFound)
      expect(await asActor(actor, (tx) => tx.participationNote.count())).toBe(0)
    }
    await expect(
      asActor(teacher.actor, (tx) => tx.$executeRaw`UPDATE participation_notes SET what = 'x'`),
    ).rejects.toThrow(/permission denied/)
  })
})
