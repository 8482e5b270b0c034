import { describe, expect, it } from 'vitest'
import { addPerson, changePerson, endAccess, giveParentAccess } from '@/lib/person/commands'
import { getPerson, listPeople } from '@/lib/person/queries'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { signIn, makePasswordLink, setPasswordByLink } from '@/lib/session/commands'
import { hatsOf } from '@/lib/session/queries'
import { aClass, aContact, aMember, aPupil, aSchool, aSession, auditOf } from '@/tests/factories'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const form = (over: Partial<Parameters<typeof addPerson>[1]> = {}) => ({
  title: 'Ms',
  givenName: 'Grace',
  familyName: 'Adjei',
  email: `Grace.${newId()}@School.example`,
  role: 'class-teacher' as const,
  classIds: [],
  ...over,
})

describe('people of a school', () => {
  it('adds a teacher with a class, who sees its pupils once they have set a password', async () => {
    const school = await aSchool()
    const birch = await aClass(school, { name: '4 Birch' })
    const pupil = await aPupil(school, { classId: birch.id })
    const given = form({ classIds: [birch.id] })
    const added = await addPerson(school.senco, given, now)
    if (!added.ok) throw new Error('not added')
    const link = await makePasswordLink(school.senco, added.value.membershipId, now)
    if (!link.ok) throw new Error('no link')
    await setPasswordByLink(link.value.token, 'four birch trees stand', now)
    const result = await signIn(given.email, 'four birch trees stand', newId(), now)
    if (result.how !== 'in') throw new Error(result.how)
    expect((await hatsOf(result.token, now))?.hats.map(({ actor }) => actor)).toEqual([
      {
        membershipId: added.value.membershipId,
        schoolId: school.id,
        role: 'class-teacher',
        pupilIds: [pupil.id],
      },
    ])
    expect(
      (await listPeople(school.senco, now)).find(({ id }) => id === added.value.membershipId),
    ).toMatchObject({ name: 'Ms Grace Adjei', classes: ['4 Birch'], hasPassword: true })
    expect(await auditOf(school)).toEqual(['person.added', 'password-link.made'])
  })

  it('refuses the same role twice for one email address, and keeps one', async () => {
    const school = await aSchool()
    const given = form()
    await addPerson(school.senco, given, now)
    expect(await addPerson(school.senco, { ...given, email: given.email.toUpperCase() }, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'email' }],
    })
    expect((await listPeople(school.senco, now)).filter(({ role }) => role === 'class-teacher')).toHaveLength(
      1,
    )
  })

  it('moves a teacher from one class to another from that day', async () => {
    const school = await aSchool()
    const [ash, birch] = [await aClass(school), await aClass(school)]
    const [inAsh, inBirch] = [
      await aPupil(school, { classId: ash.id }),
      await aPupil(school, { classId: birch.id }),
    ]
    const added = await addPerson(school.senco, form({ classIds: [ash.id] }), now)
    if (!added.ok) throw new Error('not added')
    const person = await getPerson(school.senco, added.value.membershipId, now)
    await changePerson(school.senco, person.id, person.version, { ...form(), classIds: [birch.id] }, now)
    expect((await getPerson(school.senco, person.id, now)).classIds).toEqual([birch.id])
    expect(inAsh.id).not.toBe(inBirch.id)
    await changePerson(school.senco, person.id, 2, { ...form(), classIds: [ash.id, birch.id] }, now)
    expect((await getPerson(school.senco, person.id, now)).classIds.sort()).toEqual([ash.id, birch.id].sort())
  })

  it('ends access at once, but never one’s own', async () => {
    const school = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    const token = await aSession(teacher, now)
    expect(await hatsOf(token, now)).not.toBeNull()
    expect(await endAccess(school.senco, teacher.id, 1, now)).toEqual({ ok: true, value: null })
    expect(await hatsOf(token, now)).toBeNull()
    expect(await endAccess(school.senco, school.sencoMember.id, 1, now)).toMatchObject({ ok: false })
  })

  it('tells the second of two people that the first was there', async () => {
    const school = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    await changePerson(school.senco, teacher.id, 1, form(), now)
    await expect(changePerson(school.senco, teacher.id, 1, form(), now)).rejects.toThrow(ChangedElsewhere)
    await expect(endAccess(school.senco, teacher.id, 1, now)).rejects.toThrow(ChangedElsewhere)
  })

  it('gives two separated parents an account each, and never one address for both', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const email = `family.${newId()}@home.example`
    const mother = await aContact(pupil, { email })
    const father = await aContact(pupil, { email, fullName: 'Imran Khan' })
    expect(await giveParentAccess(school.senco, mother.id, now)).toMatchObject({ ok: true })
    expect(await giveParentAccess(school.senco, father.id, now)).toMatchObject({ ok: false })
    expect(
      await giveParentAccess(school.senco, (await aContact(pupil, { fullName: 'No Address' })).id, now),
    ).toMatchObject({ ok: false })
  })

  it('is not there for anyone who does not lead the school', async () => {
    const school = await aSchool()
    const elm = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    for (const role of ['class-teacher', 'teaching-assistant', 'parent', 'governor'] as const) {
      const { actor } = await aMember(school, role)
      await expect(listPeople(actor, now)).rejects.toThrow(NotFound)
      await expect(getPerson(actor, teacher.id, now)).rejects.toThrow(NotFound)
      await expect(addPerson(actor, form(), now)).rejects.toThrow(NotAllowed)
      await expect(changePerson(actor, teacher.id, 1, form(), now)).rejects.toThrow(NotAllowed)
      await expect(endAccess(actor, teacher.id, 1, now)).rejects.toThrow(NotAllowed)
      await expect(giveParentAccess(actor, newId(), now)).rejects.toThrow(NotAllowed)
    }
    await expect(getPerson(elm.senco, teacher.id, now)).rejects.toThrow(NotFound)
    await expect(changePerson(elm.senco, teacher.id, 1, form(), now)).rejects.toThrow(NotFound)
    await expect(endAccess(elm.senco, teacher.id, 1, now)).rejects.toThrow(NotFound)
  })
})
