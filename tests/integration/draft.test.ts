import { describe, expect, it } from 'vitest'
import { dropDraft, keepDraft } from '@/lib/draft/commands'
import { listDrafts } from '@/lib/draft/queries'
import { SAVES_A_MINUTE } from '@/lib/draft/rules'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-03T10:42:00Z')
const form = 'raisedOn words'

async function aScene() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const page = `/schools/${school.slug}/pupils/${pupil.id}/concerns/raise`
  const draft = { page, form, began: { words: '' }, typed: { words: 'She loses the line' } }
  return { school, ash, pupil, teacher, page, draft }
}

const kept = (schoolId: string) => look('SELECT typed, began FROM drafts WHERE school_id = $1', [schoolId])

describe('a draft', () => {
  it('is given back to the person who typed it, as typed, with what the form began with', async () => {
    const { school, teacher, page, draft } = await aScene()
    expect(await keepDraft(teacher.actor, school, draft, now)).toEqual({ ok: true, value: { at: now } })
    expect(await listDrafts(teacher.actor, page)).toEqual([
      {
        form,
        began: { words: '' },
        typed: { words: 'She loses the line' },
        when: 'on 3 November at 10:42am',
      },
    ])
    expect(await listDrafts(teacher.actor, `${page}/another`)).toEqual([])
  })

  it('is one for each form, with the latest words and the first beginning', async () => {
    const { school, teacher, page, draft } = await aScene()
    await keepDraft(teacher.actor, school, draft, now)
    await keepDraft(teacher.actor, school, { page, form, typed: { words: 'Later' } }, now)
    await keepDraft(teacher.actor, school, { ...draft, form: 'why' }, now)
    expect(await kept(school.id)).toEqual([
      { began: { words: '' }, typed: { words: 'Later' } },
      { began: { words: '' }, typed: { words: 'She loses the line' } },
    ])
  })

  it('is seen by nobody else: not the SENCO, an assistant of the class, nor another school', async () => {
    const { school, ash, pupil, teacher, page, draft } = await aScene()
    await keepDraft(teacher.actor, school, draft, now)
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const elm = await aSchool()
    for (const actor of [school.senco, assistant.actor, elm.senco]) {
      expect(await listDrafts(actor, page)).toEqual([])
      expect(await asActor(actor, (tx) => tx.draft.count())).toBe(0)
      await dropDraft(actor, { page, form })
    }
    expect(await kept(school.id)).toHaveLength(1)
  })

  it('is for staff who write: a parent and a governor have none, and Postgres says so too', async () => {
    const { school, pupil, page, draft } = await aScene()
    const mother = await aContact(pupil, { withAccount: true })
    const governor = await aMember(school, 'governor')
    for (const actor of [mother.actor, governor.actor]) {
      await expect(keepDraft(actor, school, draft, now)).rejects.toThrow(NotAllowed)
      await expect(listDrafts(actor, page)).rejects.toThrow(NotAllowed)
      await expect(dropDraft(actor, { page, form })).rejects.toThrow(NotAllowed)
      const row = { ...actor, page, form, began: {}, typed: {}, updatedAt: now }
      const { schoolId, membershipId, began, typed, updatedAt } = row
      await expect(
        asActor(actor, (tx) =>
          tx.draft.create({ data: { schoolId, membershipId, page, form, began, typed, updatedAt } }),
        ),
      ).rejects.toThrow(/row-level security/)
    }
  })

  it('is not kept about a pupil one does not work with, nor in another school, nor in another name', async () => {
    const { school, draft } = await aScene()
    const other = await aTeacherOf(school, await aClass(school), [])
    await expect(keepDraft(other.actor, school, draft, now)).rejects.toThrow(NotFound)
    const elm = await aSchool()
    await expect(keepDraft(elm.senco, elm, draft, now)).rejects.toThrow(NotFound)
    await expect(keepDraft(elm.senco, school, draft, now)).rejects.toThrow(NotFound)
    await expect(
      asActor(school.senco, (tx) =>
        tx.draft.create({
          data: {
            schoolId: school.id,
            membershipId: other.id,
            page: draft.page,
            form,
            began: {},
            typed: {},
            updatedAt: now,
          },
        }),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await kept(school.id)).toEqual([])
  })

  it('ends with the work: who no longer teaches the pupil no longer has it', async () => {
    const { school, teacher, page, draft } = await aScene()
    await keepDraft(teacher.actor, school, draft, now)
    await look(`UPDATE class_staff SET until_on = '2026-10-01' WHERE membership_id = $1`, [teacher.id])
    expect(await listDrafts(teacher.actor, page)).toEqual([])
  })

  it('is dropped by its writer, and only that one', async () => {
    const { school, teacher, page, draft } = await aScene()
    await keepDraft(teacher.actor, school, draft, now)
    await keepDraft(teacher.actor, school, { ...draft, form: 'why' }, now)
    await dropDraft(teacher.actor, { page, form })
    expect(await listDrafts(teacher.actor, page)).toMatchObject([{ form: 'why' }])
    await dropDraft(teacher.actor, { page, form })
  })

  it('leaves nothing in the trail of who read or changed what, and is no record', async () => {
    const { school, teacher, draft } = await aScene()
    await keepDraft(teacher.actor, school, draft, now)
    expect(await look('SELECT 1 FROM audit_entries WHERE school_id = $1', [school.id])).toEqual([])
    expect(await look('SELECT 1 FROM concerns WHERE school_id = $1', [school.id])).toEqual([])
  })

  it('is limited: so many a minute, so long, and of this school’s pages', async () => {
    const { school, teacher, page, draft } = await aScene()
    for (let n = 0; n < SAVES_A_MINUTE; n++)
      expect((await keepDraft(teacher.actor, school, draft, now)).ok).toBe(true)
    expect((await keepDraft(teacher.actor, school, draft, now)).ok).toBe(false)
    const later = new Date(now.getTime() + 60_000)
    expect((await keepDraft(teacher.actor, school, draft, later)).ok).toBe(true)
    const tooLong = { ...draft, typed: { words: 'x'.repeat(200_001) } }
    await expect(keepDraft(teacher.actor, school, tooLong, later)).rejects.toThrow(/drafts_size/)
    const elsewhere = { ...draft, page: `${page}?name=Amira` }
    await expect(keepDraft(teacher.actor, school, elsewhere, later)).rejects.toThrow(NotFound)
  })

  it('is forgotten after ninety days, whoever began it, when another is begun', async () => {
    const { school, teacher, page, draft } = await aScene()
    const today = new Date()
    const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000)
    const row = { school_id: school.id, membership_id: school.sencoMember.id, page, began: '{}', typed: '{}' }
    await insert('drafts', { ...row, id: newId(), form: 'old', updated_at: daysAgo(91) })
    await insert('drafts', { ...row, id: newId(), form: 'recent', updated_at: daysAgo(89) })
    const elm = await aSchool()
    await insert('drafts', {
      ...row,
      school_id: elm.id,
      membership_id: elm.sencoMember.id,
      id: newId(),
      form: 'of another school',
      updated_at: daysAgo(91),
    })
    await keepDraft(teacher.actor, school, draft, today)
    const forms = await look<{ form: string }>(
      'SELECT form FROM drafts WHERE school_id = ANY($1) ORDER BY form',
      [[school.id, elm.id]],
    )
    expect(forms.map((one) => one.form)).toEqual(['of another school', form, 'recent'])
    await asActor(teacher.actor, (tx) => tx.$executeRaw`SELECT app.forget_drafts(now())`)
    expect(await listDrafts(teacher.actor, page)).toHaveLength(1)
  })
})
