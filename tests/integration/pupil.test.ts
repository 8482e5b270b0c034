import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { pupilHeader } from '@/lib/pupil/reads'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { insert, newId } from '@/tests/factories/insert'

const today = isoDate('2026-11-20')

const headerFor = (actor: Actor, pupilId: string) => asActor(actor, (tx) => pupilHeader(tx, pupilId, today))

describe('the head of a pupil’s page', () => {
  it('says who, which year and class, what and since when, and who answers for the plan', async () => {
    const school = await aSchool()
    const ash = await aClass(school, { name: '4 Ash' })
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    await aCycle(pupil, { responsibleId: teacher.id })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: 'OTH',
      broad_area: 'cognition-and-learning',
      rank: 2,
      from_on: '2026-09-01',
    })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: 'HI',
      rank: 3,
      from_on: '2025-09-03',
      until_on: '2026-11-19',
    })
    const expected = {
      id: pupil.id,
      schoolId: school.id,
      version: 1,
      name: 'Amira Khan',
      givenName: 'Amira',
      yearGroup: 'Year 4',
      className: '4 Ash',
      dateOfBirth: '2018-05-03',
      age: 8,
      status: 'sen-support',
      statusId: pupil.statusId,
      statusFrom: '2025-09-03',
      needs: [
        {
          code: 'SLCN',
          name: 'Speech, language and communication',
          rank: 1,
          broadArea: 'communication-and-interaction',
        },
        { code: 'OTH', name: 'Other difficulty or disability', rank: 2, broadArea: 'cognition-and-learning' },
      ],
      responsible: { id: teacher.id, name: 'Tom Whitfield', role: 'class-teacher', jobTitle: null },
      onRollUntil: null,
    }
    expect(await headerFor(school.senco, pupil.id)).toEqual(expected)
    expect(await headerFor(teacher.actor, pupil.id)).toEqual(expected)
    const mother = await aContact(pupil, { withAccount: true })
    expect(await headerFor(mother.actor, pupil.id)).toEqual(expected)
  })

  it('is there for a pupil who is not on the register, and on the last day of a status but not the day after', async () => {
    const school = await aSchool()
    const never = await aPupil(school, { status: 'none' })
    expect(await headerFor(school.senco, never.id)).toMatchObject({
      status: null,
      statusId: null,
      statusFrom: null,
      needs: [],
      responsible: null,
    })
    const today = await aPupil(school, { statusUntil: '2026-11-20' })
    expect((await headerFor(school.senco, today.id))?.status).toBe('sen-support')
    const yesterday = await aPupil(school, { statusUntil: '2026-11-19' })
    expect((await headerFor(school.senco, yesterday.id))?.status).toBeNull()
  })

  it('is not there for another school, another class, a governor, or an id that is none', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    for (const actor of [elm.senco, other.actor, governor.actor])
      expect(await headerFor(actor, pupil.id)).toBeNull()
    expect(await headerFor(school.senco, newId())).toBeNull()
    expect(await headerFor(school.senco, 'pupil')).toBeNull()
  })
})
