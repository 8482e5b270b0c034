import { describe, expect, it } from 'vitest'
import { getClassSheet } from '@/lib/class/queries'
import { getCoverSheet } from '@/lib/cover-sheet/queries'
import { getChild } from '@/lib/family/queries'
import { addPlanLine, changePlanLine, removePlanLine } from '@/lib/plan-line/commands'
import { carryLines } from '@/lib/plan-line/carry.commands'
import { getPlanLine } from '@/lib/plan-line/queries'
import { planLines } from '@/lib/plan-line/reads'
import { planLineForm } from '@/lib/plan-line/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  aPlanLine,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const line = (over: object = {}) =>
  planLineForm.parse({
    kind: 'strategy',
    words: 'Steps as pictures',
    about: 'Art',
    who: 'not of its kind',
    ...over,
  })

const aPlan = async (isDraft = true) => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const draft = { stage: 'plan', activatedOn: null, reviewDue: null, shared: false } as const
  const cycle = await aCycle(pupil, isDraft ? draft : {})
  return { school, ash, pupil, teacher, assistant, mother, cycle }
}

const linesOf = (actor: Parameters<typeof getPlanLine>[0], cycle: { id: string }) =>
  asActor(actor, (tx) => planLines(tx, cycle.id))

describe('the lines of a draft', () => {
  it('are added once, with the parts their kind has, and changed by one person at a time', async () => {
    const { school, teacher, cycle } = await aPlan()
    const added = await Promise.all([1, 2].map(() => addPlanLine(teacher.actor, cycle.id, line(), now)))
    const [first] = added
    const id = first?.ok ? first.value.lineId : ''
    expect(await linesOf(teacher.actor, cycle)).toEqual([
      {
        id,
        version: 1,
        kind: 'strategy',
        words: 'Steps as pictures',
        about: 'Art',
        who: null,
        howOften: null,
      },
    ])
    await changePlanLine(teacher.actor, id, 1, line({ about: 'Music' }), now)
    await expect(changePlanLine(school.senco, id, 1, line(), now)).rejects.toThrow(ChangedElsewhere)
    await expect(changePlanLine(teacher.actor, id, 2, line({ kind: 'at-home' }), now)).rejects.toThrow(
      NotFound,
    )
    await expect(removePlanLine(teacher.actor, id, 1, now)).rejects.toThrow(ChangedElsewhere)
    await removePlanLine(teacher.actor, id, 2, now)
    expect(await linesOf(teacher.actor, cycle)).toEqual([])
    expect(await look('SELECT about FROM plan_lines WHERE id = $1', [id])).toEqual([{ about: 'Music' }])
    expect(await auditOf(school)).toEqual(['plan-line.added', 'plan-line.changed', 'plan-line.removed'])
  })

  it('are written by teachers of the pupil, and not there for strangers', async () => {
    const { school, pupil, teacher, assistant, mother, cycle } = await aPlan()
    const added = await addPlanLine(teacher.actor, cycle.id, line(), now)
    const id = added.ok ? added.value.lineId : ''
    await expect(addPlanLine(assistant.actor, cycle.id, line(), now)).rejects.toThrow(NotAllowed)
    await expect(changePlanLine(assistant.actor, id, 1, line(), now)).rejects.toThrow(NotAllowed)
    const elsewhere = (await aTeacherOf(school, await aClass(school), [])).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [elsewhere, elm, mother.actor, (await aMember(school, 'governor')).actor]) {
      await expect(addPlanLine(actor, cycle.id, line(), now)).rejects.toThrow(NotFound)
      await expect(removePlanLine(actor, id, 1, now)).rejects.toThrow(NotFound)
      const place = { pupilId: pupil.id, cycleId: cycle.id }
      await expect(getPlanLine(actor, place, id, now)).rejects.toThrow(NotFound)
      expect(await linesOf(actor, cycle)).toEqual([])
    }
  })

  it('cannot be written into a plan in force by a page that was open before', async () => {
    const { teacher, cycle } = await aPlan(false)
    expect(await addPlanLine(teacher.actor, cycle.id, line(), now)).toMatchObject({ ok: false })
  })
})

describe('the lines of a plan in force', () => {
  it('are read by staff on the class sheet, and by the family where they were shared', async () => {
    const { ash, pupil, assistant, mother, cycle } = await aPlan(false)
    await aPlanLine(cycle, { words: 'Shared with home' })
    await aPlanLine(cycle, { words: 'For staff', shared: false })
    const sheet = await getClassSheet(assistant.actor, ash.id, now)
    expect(sheet.lines[pupil.id]?.map(({ words }) => words)).toEqual(['Shared with home', 'For staff'])
    expect((await getChild(mother.actor, pupil.id, now)).lines.map(({ words }) => words)).toEqual([
      'Shared with home',
    ])
  })

  it('go on into the next cycle as drafts, and a line that was removed does not', async () => {
    const { teacher, cycle, mother } = await aPlan(false)
    await aPlanLine(cycle, { about: 'Art' })
    const gone = await aPlanLine(cycle, { words: 'Gone' })
    await look('UPDATE plan_lines SET removed_at = now() WHERE id = $1', [gone.id])
    const after = newId()
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-19' WHERE id = $1`, [cycle.id])
    await insert('cycles', {
      ...{ school_id: cycle.schoolId, id: after, pupil_id: cycle.pupilId, number: 2, previous_id: cycle.id },
      ...{ stage: 'assess', started_on: '2026-11-19', shared_at: '2026-11-19T09:00:00Z' },
    })
    await asActor(teacher.actor, (tx) => carryLines(tx, { before: cycle.id, after }))
    expect(await linesOf(teacher.actor, { id: after })).toMatchObject([
      { words: 'Steps as pictures', about: 'Art' },
    ])
    expect(await linesOf(mother.actor, { id: after })).toEqual([])
  })
})

describe('the sheet for whoever covers', () => {
  it('has need and what to do for each pupil on the register, and nothing else of them', async () => {
    const { school, ash, pupil, assistant, cycle } = await aPlan(false)
    await aPlanLine(cycle, { kind: 'quiet-place', words: 'The corner of the library' })
    await aPlanLine(cycle, { kind: 'at-home', words: 'Reads at bedtime' })
    await aPupil(school, { classId: ash.id, givenName: 'Cara', status: 'none' })
    const sheet = await getCoverSheet(assistant.actor, ash.id, now)
    expect(sheet.pupils).toEqual([
      expect.objectContaining({
        ...{ pupilId: pupil.id, name: 'Amira Khan', needs: ['Speech, language and communication'] },
        lines: [expect.objectContaining({ words: 'The corner of the library' })],
      }),
    ])
    expect(JSON.stringify(sheet)).not.toMatch(/bedtime|Precision|words on her list/)
    const [trail] = await look<{ details: object }>(
      `SELECT details FROM audit_entries WHERE school_id = $1 AND action = 'pupil.opened'`,
      [school.id],
    )
    expect(trail?.details).toEqual({ page: 'cover-sheet' })
  })

  it('is not there for another class, a parent, a governor or another school', async () => {
    const { school, ash, mother } = await aPlan(false)
    const elsewhere = (await aTeacherOf(school, await aClass(school), [])).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [elsewhere, mother.actor, elm, (await aMember(school, 'governor')).actor])
      await expect(getCoverSheet(actor, ash.id, now)).rejects.toThrow(NotFound)
  })
})
