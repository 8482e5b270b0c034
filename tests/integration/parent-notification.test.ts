import { describe, expect, it } from 'vitest'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { getParentToTell } from '@/lib/parent-notification/queries'
import { parentToldForm, YOUNG_PERSON } from '@/lib/parent-notification/schema'
import type { Actor } from '@/lib/platform/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const told = (recipient: string, over: Record<string, unknown> = {}) =>
  parentToldForm.parse({ recipient, method: 'letter', toldOn: boxes('2026-09-14'), ...over })
const notificationsIn = (school: { id: string }) =>
  look(
    'SELECT sen_status_id, contact_id, method, told_on::text, recorded_by_id FROM parent_notifications WHERE school_id = $1 ORDER BY id',
    [school.id],
  )
const fieldOf = (outcome: Awaited<ReturnType<typeof recordParentTold>>) =>
  outcome.ok ? null : outcome.problems[0]?.field

describe('recording that a parent was told', () => {
  it('keeps who, how, when and about which time on SEN support, for each parent apart', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const mother = await aContact(pupil)
    const father = await aContact(pupil, { fullName: 'Imran Khan', relationship: 'Father' })
    expect((await getParentToTell(school.senco, pupil.id, now)).toTell.map(({ name }) => name)).toEqual([
      'Farah Khan',
      'Imran Khan',
    ])
    expect(await recordParentTold(school.senco, pupil.id, told(mother.id), now)).toMatchObject({ ok: true })
    expect((await getParentToTell(school.senco, pupil.id, now)).toTell.map(({ name }) => name)).toEqual([
      'Imran Khan',
    ])
    await recordParentTold(
      school.senco,
      pupil.id,
      told(father.id, { method: 'before-import', toldOn: undefined }),
      now,
    )
    const row = { sen_status_id: pupil.statusId, recorded_by_id: school.senco.membershipId }
    expect(await notificationsIn(school)).toEqual([
      { ...row, contact_id: mother.id, method: 'letter', told_on: '2026-09-14' },
      { ...row, contact_id: father.id, method: 'before-import', told_on: null },
    ])
    expect(await auditOf(school)).toEqual([
      'pupil.opened',
      'parent-notification.recorded',
      'pupil.opened',
      'parent-notification.recorded',
    ])
  })

  it('is kept once, however often it is sent', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const mother = await aContact(pupil)
    const both = await Promise.all(
      [1, 2].map(() => recordParentTold(school.senco, pupil.id, told(mother.id), now)),
    )
    expect(both.map(fieldOf).sort()).toEqual([null, 'recipient'].sort())
    expect(await notificationsIn(school)).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['parent-notification.recorded'])
  })

  it('asks anew when SEN support starts again, and does not take a day of the time before', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { statusUntil: '2026-03-27' })
    const mother = await aContact(pupil)
    const again = newId()
    await insert('sen_statuses', {
      school_id: school.id,
      id: again,
      pupil_id: pupil.id,
      status: 'sen-support',
      from_on: '2026-09-07',
    })
    await insert('parent_notifications', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      sen_status_id: pupil.statusId,
      contact_id: mother.id,
      method: 'letter',
      told_on: '2025-09-05',
      recorded_by_id: school.senco.membershipId,
    })
    expect((await getParentToTell(school.senco, pupil.id, now)).toTell).toHaveLength(1)
    expect(
      fieldOf(
        await recordParentTold(school.senco, pupil.id, told(mother.id, { toldOn: boxes('2026-03-27') }), now),
      ),
    ).toBe('toldOn')
    expect(fieldOf(await recordParentTold(school.senco, pupil.id, told(mother.id), now))).toBeNull()
    expect(await notificationsIn(school)).toMatchObject([
      { sen_status_id: pupil.statusId },
      { sen_status_id: again },
    ])
  })

  it('is of the young person alone once compulsory school age has ended', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { dateOfBirth: '2010-08-30', yearGroup: 12 })
    const mother = await aContact(pupil)
    expect((await getParentToTell(school.senco, pupil.id, now)).toTell).toEqual([
      { contactId: null, name: 'Amira Khan', relationship: null },
    ])
    expect(fieldOf(await recordParentTold(school.senco, pupil.id, told(mother.id), now))).toBe('recipient')
    expect(
      fieldOf(
        await recordParentTold(school.senco, pupil.id, told(YOUNG_PERSON, { method: 'in-person' }), now),
      ),
    ).toBeNull()
    expect(await notificationsIn(school)).toMatchObject([{ contact_id: null, method: 'in-person' }])
  })

  it('refuses a restricted parent, a stranger, a day to come and an EHC plan, and keeps nothing', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const mother = await aContact(pupil)
    const shut = await aContact(pupil, { fullName: 'Imran Khan', restrictedFrom: '2026-11-20' })
    const stranger = await aContact(await aPupil(school))
    for (const { id } of [shut, stranger])
      expect(fieldOf(await recordParentTold(school.senco, pupil.id, told(id), now))).toBe('recipient')
    expect(fieldOf(await recordParentTold(school.senco, pupil.id, told(YOUNG_PERSON), now))).toBe('recipient')
    expect(
      fieldOf(
        await recordParentTold(school.senco, pupil.id, told(mother.id, { toldOn: boxes('2026-11-21') }), now),
      ),
    ).toBe('toldOn')
    const ehc = await aPupil(school, { status: 'ehc-plan' })
    const parent = await aContact(ehc)
    expect(fieldOf(await recordParentTold(school.senco, ehc.id, told(parent.id), now))).toBe('form')
    await expect(getParentToTell(school.senco, ehc.id, now)).rejects.toThrow(NotFound)
    expect([await notificationsIn(school), await auditOf(school)]).toEqual([[], []])
  })

  it('is for the SENCO and the headteacher; to everyone else the page is not there', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const mother = await aContact(pupil, { withAccount: true })
    const elm = await aSchool()
    const others: [Actor, typeof NotFound | typeof NotAllowed][] = [
      [(await aTeacherOf(school, ash, [pupil])).actor, NotAllowed],
      [(await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })).actor, NotAllowed],
      [(await aTeacherOf(school, await aClass(school), [])).actor, NotFound],
      [mother.actor, NotFound],
      [(await aMember(school, 'governor')).actor, NotFound],
      [elm.senco, NotFound],
    ]
    for (const [actor, error] of others) {
      await expect(recordParentTold(actor, pupil.id, told(mother.id), now)).rejects.toThrow(error)
      await expect(getParentToTell(actor, pupil.id, now)).rejects.toThrow(error)
    }
    expect(await auditOf(school)).toEqual([])
    const head = await aMember(school, 'headteacher')
    expect(fieldOf(await recordParentTold(head.actor, pupil.id, told(mother.id), now))).toBeNull()
  })
})
