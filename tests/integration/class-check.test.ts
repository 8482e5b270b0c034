import { describe, expect, it } from 'vitest'
import { checkClass } from '@/lib/class-check/commands'
import { getClassCheck, listClassChecks } from '@/lib/class-check/queries'
import { checkForm } from '@/lib/class-check/schema'
import { getToday } from '@/lib/flag/queries'
import { raiseConcern } from '@/lib/concern/commands'
import { getConcernToRaise } from '@/lib/concern/queries'
import { concernForm } from '@/lib/concern/schema'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const aWholeClass = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const onRegister = await aPupil(school, { classId: ash.id })
  const notYet = await aPupil(school, {
    classId: ash.id,
    givenName: 'Ben',
    familyName: 'Okoro',
    status: 'none',
  })
  const teacher = await aTeacherOf(school, ash, [onRegister, notYet])
  return { school, ash, onRegister, notYet, teacher }
}
type Scene = Awaited<ReturnType<typeof aWholeClass>>

const LESS = { progress: 'less-than-expected', signs: ['gap-widening'] }
const checked = ({ onRegister, notYet }: Scene, over: Record<string, unknown> = {}, formKey = newId()) =>
  checkForm.parse({ formKey, pupils: { [onRegister.id]: LESS, [notYet.id]: LESS, ...over } })

describe('checking a whole class (6.17, P02)', () => {
  it('keeps one answer for each pupil, once, and finds those who are not on the register', async () => {
    const scene = await aWholeClass()
    const { school, ash, notYet, teacher } = scene
    expect((await getClassCheck(teacher.actor, ash.id, now)).isChecked).toBe(false)
    const form = checked(scene)
    const [one, two] = await Promise.all([1, 2].map(() => checkClass(teacher.actor, ash.id, form, now)))
    expect(one).toEqual(two)
    const page = await getClassCheck(teacher.actor, ash.id, now)
    expect(page).toMatchObject({
      isChecked: true,
      latest: { checkedOn: '2026-11-20', checkedBy: teacher.name },
    })
    expect(page.latest?.pupils).toHaveLength(2)
    expect(page.found.map(({ pupilId, signs }) => [pupilId, signs])).toEqual([[notYet.id, ['gap-widening']]])
    expect((await auditOf(school)).filter((act) => act === 'class-check.made')).toHaveLength(1)
  })

  it('a concern comes of it in one step, with its signs, and then it is found no more', async () => {
    const scene = await aWholeClass()
    const { ash, notYet, teacher } = scene
    await checkClass(teacher.actor, ash.id, checked(scene), now)
    const [line] = (await getClassCheck(teacher.actor, ash.id, now)).found
    const { checked: from } = await getConcernToRaise(teacher.actor, notYet.id, now, line!.id)
    expect(from).toEqual({ id: line!.id, signs: ['gap-widening'] })
    expect((await getConcernToRaise(teacher.actor, notYet.id, now, 'no id')).checked).toBeNull()
    await raiseConcern(
      teacher.actor,
      notYet.id,
      concernForm.parse({
        raisedBy: 'staff',
        raisedOn: boxes('2026-11-20'),
        words: 'Falls behind in reading',
        signs: from!.signs,
        checkedId: from!.id,
      }),
      now,
    )
    expect((await getClassCheck(teacher.actor, ash.id, now)).found).toEqual([])
  })

  it('is once a term: those who lead see which classes were not checked', async () => {
    const scene = await aWholeClass()
    const { school, ash, teacher } = scene
    const elm = await aClass(school)
    await checkClass(teacher.actor, ash.id, checked(scene), now)
    const autumn = await listClassChecks(school.senco, now)
    expect([autumn.termName, autumn.unchecked.map(({ classId }) => classId)]).toEqual(['Autumn', [elm.id]])
    const spring = await listClassChecks(school.senco, new Date('2027-01-06T09:00:00Z'))
    expect(spring.unchecked.map(({ classId }) => classId).toSorted()).toEqual([ash.id, elm.id].toSorted())
    const own = await listClassChecks(teacher.actor, now)
    expect([own.checks.map(({ classId, isChecked }) => [classId, isChecked]), own.unchecked]).toEqual([
      [[ash.id, true]],
      [],
    ])
  })

  it('asks for a pupil who came to the class since the form was opened, and takes no other’s', async () => {
    const scene = await aWholeClass()
    const { school, ash, teacher } = scene
    const stranger = await aPupil(school)
    const form = checked(scene, { [stranger.id]: LESS })
    const late = await aPupil(school, { classId: ash.id, givenName: 'Cara' })
    expect(await checkClass(teacher.actor, ash.id, form, now)).toMatchObject({
      ok: false,
      problems: [{ field: `pupils.${late.id}.progress` }],
    })
    const whole = checked(scene, { [stranger.id]: LESS, [late.id]: { progress: 'too-early' } })
    await checkClass(teacher.actor, ash.id, whole, now)
    expect((await getClassCheck(teacher.actor, ash.id, now)).latest?.pupils).toHaveLength(3)
  })

  it('is not there for others, nor an assistant’s to make, and stays as it was made', async () => {
    const scene = await aWholeClass()
    const { school, ash, onRegister, notYet, teacher } = scene
    const assistant = await aTeacherOf(school, ash, [onRegister, notYet], { role: 'teaching-assistant' })
    const other = await aTeacherOf(school, await aClass(school), [])
    const mother = await aContact(onRegister, { withAccount: true })
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    await expect(checkClass(assistant.actor, ash.id, checked(scene), now)).rejects.toThrow(NotAllowed)
    for (const actor of [other.actor, mother.actor, governor.actor, elm.senco]) {
      await expect(checkClass(actor, ash.id, checked(scene), now)).rejects.toThrow(NotFound)
      await expect(getClassCheck(actor, ash.id, now)).rejects.toThrow(NotFound)
    }
    await checkClass(teacher.actor, ash.id, checked(scene), now)
    expect(await asActor(mother.actor, (tx) => tx.classCheckPupil.count())).toBe(0)
    expect(await asActor(mother.actor, (tx) => tx.classCheck.count())).toBe(0)
    await expect(
      asActor(teacher.actor, (tx) => tx.classCheckPupil.updateMany({ data: { progress: 'as-expected' } })),
    ).rejects.toThrow(/permission denied/)
  })

  it('stands on Today of the class’s teacher and of the SENCO until it is made, and of nobody else', async () => {
    const scene = await aWholeClass()
    const { school, ash, teacher } = scene
    const elsewhere = await aTeacherOf(school, await aClass(school), [])
    const assistant = await aMember(school, 'teaching-assistant')
    const asked = async (actor: Parameters<typeof getToday>[0]) =>
      (await getToday(actor, now)).groups
        .flatMap(({ lines }) => lines)
        .filter(({ source }) => source === 'Code 6.17')
        .map(({ path }) => path)
    const path = `classes/${ash.id}/check`
    expect(await asked(teacher.actor)).toEqual([path])
    expect(await asked(school.senco)).toEqual([path])
    expect(await asked(elsewhere.actor)).toEqual([])
    expect(await asked(assistant.actor)).toEqual([])
    await checkClass(teacher.actor, ash.id, checked(scene), now)
    expect(await asked(teacher.actor)).toEqual([])
    expect(await asked(school.senco)).toEqual([])
  })
})
