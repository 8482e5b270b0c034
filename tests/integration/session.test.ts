import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import {
  endSession,
  makePasswordLink,
  passwordLinkIsOpen,
  setPasswordByLink,
  signIn,
} from '@/lib/session/commands'
import { hatsOf } from '@/lib/session/queries'
import { NotAllowed } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aSession, aTeacherOf } from '@/tests/factories'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const password = 'seven green kettles'

const aPerson = async () => {
  const school = await aSchool()
  return aMember(school, 'class-teacher', { passwordHash: await hash(password) })
}
const anAddress = () => `192.0.2.${Math.floor(Math.random() * 250)} ${newId()}`

describe('signing in', () => {
  it('opens a session that holds every membership of the person', async () => {
    const person = await aPerson()
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await aMember(elm, 'governor', { personId: person.personId })
    const result = await signIn(person.email.toUpperCase(), password, anAddress(), now)
    if (result.how !== 'in') throw new Error(result.how)
    const holder = await hatsOf(result.token, now)
    expect(holder?.personId).toBe(person.personId)
    expect(holder?.hats.map(({ actor, school }) => [school.name, actor.role])).toEqual([
      ['Elm Road Primary', 'governor'],
      ['Oak Tree Primary', 'class-teacher'],
    ])
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const person = await aPerson()
    expect(await signIn(person.email, 'not the password', anAddress(), now)).toEqual({ how: 'wrong' })
    expect(await signIn('nobody@school.example', password, anAddress(), now)).toEqual({ how: 'wrong' })
  })

  it('makes an account wait after five wrong attempts, longer each time, and forgets on success', async () => {
    const person = await aPerson()
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await signIn(person.email, 'wrong', anAddress(), later(attempt))).toEqual({ how: 'wrong' })
    expect(await signIn(person.email, password, anAddress(), later(5))).toEqual({
      how: 'wait',
      until: later(4 + 15),
    })
    expect(await signIn(person.email, 'wrong', anAddress(), later(20))).toEqual({ how: 'wrong' })
    expect(await signIn(person.email, password, anAddress(), later(21))).toEqual({
      how: 'wait',
      until: later(20 + 30),
    })
    expect((await signIn(person.email, password, anAddress(), later(51))).how).toBe('in')
    expect(await signIn(person.email, 'wrong', anAddress(), later(52))).toEqual({ how: 'wrong' })
  })

  it('lets nobody through by asking many times at once', async () => {
    const person = await aPerson()
    const results = await Promise.all(
      Array.from({ length: 12 }, () => signIn(person.email, 'wrong', anAddress(), now)),
    )
    expect(results.filter(({ how }) => how === 'wrong')).toHaveLength(5)
  })

  it('makes an address wait that tries many accounts, though each only once', async () => {
    const address = anAddress()
    const results = []
    for (let attempt = 0; attempt < 21; attempt++)
      results.push((await signIn(`${newId()}@school.example`, 'wrong', address, now)).how)
    expect(results.filter((how) => how === 'wrong')).toHaveLength(20)
    expect(results.at(-1)).toBe('wait')
  })

  it('starts counting afresh when fifteen minutes passed in between', async () => {
    const person = await aPerson()
    for (let attempt = 0; attempt < 4; attempt++) await signIn(person.email, 'wrong', anAddress(), now)
    for (let attempt = 0; attempt < 4; attempt++)
      expect(await signIn(person.email, 'wrong', anAddress(), later(16))).toEqual({ how: 'wrong' })
    expect((await signIn(person.email, password, anAddress(), later(17))).how).toBe('in')
  })
})

describe('a session', () => {
  it('ends at once when it is ended', async () => {
    const token = await aSession(await aPerson(), now)
    await endSession(token, later(1))
    expect(await hatsOf(token, later(1))).toBeNull()
  })

  it('sleeps after 30 minutes without a request, and each request keeps it awake', async () => {
    const token = await aSession(await aPerson(), now)
    expect(await hatsOf(token, later(29))).not.toBeNull()
    expect(await hatsOf(token, later(58))).not.toBeNull()
    expect(await hatsOf(token, later(89))).toBeNull()
  })

  it('lasts 12 hours at most', async () => {
    const token = await aSession(await aPerson(), now)
    for (let minutes = 25; minutes < 720; minutes += 25)
      expect(await hatsOf(token, later(minutes))).not.toBeNull()
    expect(await hatsOf(token, later(721))).toBeNull()
  })

  it('holds no membership that has ended', async () => {
    const person = await aMember(await aSchool(), 'senco', { untilOn: '2020-12-31' })
    expect(await hatsOf(await aSession(person, now), now)).toBeNull()
  })

  it('knows the pupils of a teacher and of a parent, and none of a restricted parent', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const mother = await aContact(pupil, { withAccount: true })
    const father = await aContact(pupil, {
      withAccount: true,
      fullName: 'Imran Khan',
      restrictedFrom: '2026-01-01',
    })
    const pupilsOf = async (member: { personId: string } | null) => {
      const hat = (await hatsOf(await aSession(member!, now), now))?.hats[0]?.actor
      return hat && 'pupilIds' in hat ? hat.pupilIds : null
    }
    expect(await pupilsOf(teacher)).toEqual([pupil.id])
    expect(await pupilsOf(mother.member)).toEqual([pupil.id])
    expect(await pupilsOf(father.member)).toEqual([])
  })
})

describe('a link to set a password', () => {
  it('sets it once, ends every session, and then is closed', async () => {
    const school = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    const open = await aSession(teacher, now)
    const made = await makePasswordLink(school.senco, teacher.id, now)
    if (!made.ok) throw new Error('no link')
    expect(await passwordLinkIsOpen(made.value.token, now)).toBe(true)
    expect(await setPasswordByLink(made.value.token, password, now)).toEqual({ ok: true, value: null })
    expect(await hatsOf(open, now)).toBeNull()
    expect((await signIn(teacher.email, password, anAddress(), now)).how).toBe('in')
    expect(await setPasswordByLink(made.value.token, 'another long password', now)).toMatchObject({
      ok: false,
    })
  })

  it('is closed after a week, and by a newer one', async () => {
    const school = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    const first = await makePasswordLink(school.senco, teacher.id, now)
    const second = await makePasswordLink(school.senco, teacher.id, later(1))
    if (!first.ok || !second.ok) throw new Error('no link')
    expect(await passwordLinkIsOpen(first.value.token, later(2))).toBe(false)
    expect(await passwordLinkIsOpen(second.value.token, later(2))).toBe(true)
    expect(await passwordLinkIsOpen(second.value.token, later(7 * 24 * 60 + 2))).toBe(false)
  })

  it('is refused for a common password, in words, and stays open', async () => {
    const school = await aSchool()
    const made = await makePasswordLink(school.senco, (await aMember(school, 'class-teacher')).id, now)
    if (!made.ok) throw new Error('no link')
    expect(await setPasswordByLink(made.value.token, 'password123456', now)).toMatchObject({
      ok: false,
      problems: [{ field: 'password' }],
    })
    expect(await passwordLinkIsOpen(made.value.token, now)).toBe(true)
  })

  it("cannot take over an account that opens another school's records", async () => {
    const school = await aSchool()
    const elm = await aSchool()
    const person = await aMember(elm, 'senco', { passwordHash: await hash(password) })
    const here = await aMember(school, 'class-teacher', { personId: person.personId, email: person.email })
    expect(await makePasswordLink(school.senco, here.id, now)).toMatchObject({ ok: false })
  })

  it('is made by those who lead the school only, for its own people only', async () => {
    const school = await aSchool()
    const teacher = await aMember(school, 'class-teacher')
    await expect(makePasswordLink(teacher.actor, teacher.id, now)).rejects.toThrow(NotAllowed)
    const elm = await aSchool()
    expect(await makePasswordLink(elm.senco, teacher.id, now)).toMatchObject({ ok: false })
  })
})
