import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { saveResponsible } from '@/lib/cycle/plan.commands'
import { getChild } from '@/lib/family/queries'
import { getToday } from '@/lib/flag/queries'
import { openChange, publishChange } from '@/lib/plan/change.commands'
import { recordResponsibleTold } from '@/lib/plan/told.commands'
import { getResponsibleTold } from '@/lib/plan/told.queries'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { aContact, aMember, aSchool, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { aPublishedPlan } from '@/tests/factories/plan'

const now = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const told = (recipient: string) => ({ recipient, method: 'phone', toldOn: isoDate('2026-11-24') }) as const

/** A plan whose responsible teacher changed: the mother signs in, the father does not. */
async function aNewResponsible() {
  const plan = await aPublishedPlan(now)
  const father = await aContact(plan.pupil, { fullName: 'Imran Khan', relationship: 'Father' })
  const restricted = await aContact(plan.pupil, { fullName: 'Sam Khan', restrictedFrom: '2025-01-01' })
  const next = await aMember(plan.school, 'class-teacher', { givenName: 'Ruth', familyName: 'Adeyemi' })
  const change = await openChange(plan.school.senco, plan.cycle.id, now)
  if (!change.ok) throw new Error('refused')
  const form = { responsibleId: next.id, reviewDue: isoDate('2026-12-04') }
  const saved = await saveResponsible(plan.school.senco, plan.cycle.id, 1, form, now)
  const published = await publishChange(
    plan.school.senco,
    { cycleId: plan.cycle.id, changeId: change.value.changeId },
    { reason: 'Mr Whitfield moves on', appliesFrom: isoDate('2026-11-20') },
    now,
  )
  if (!saved.ok || !published.ok) throw new Error('refused')
  return { ...plan, father, restricted, next }
}

type Plan = Awaited<ReturnType<typeof aNewResponsible>>

const toTell = async ({ school, pupil }: Plan) =>
  (await getResponsibleTold(school.senco, pupil.id, later)).toTell.map(({ name }) => name)
const linesOf = async (actor: Actor) =>
  (await getToday(actor, later)).groups
    .flatMap(({ lines }) => lines)
    .filter(({ act }) => /responsible now/.test(act))

describe('who answers for the support has changed (P31)', () => {
  it('stands on Today and on the pupil’s page until each parent knows: told, or by their own page', async () => {
    const plan = await aNewResponsible()
    const { school, pupil, mother, father } = plan
    expect(await toTell(plan)).toEqual(['Farah Khan', 'Imran Khan'])
    expect(await linesOf(school.senco)).toMatchObject([
      { act: 'Tell Amira Khan’s parents who is responsible now', path: `pupils/${pupil.id}/plan/told` },
    ])
    expect((await linesOf(plan.teacher.actor)).length).toBe(1)
    expect((await getPupilPage(school.senco, pupil.id, later)).responsible).toMatchObject({
      responsible: 'Ruth Adeyemi',
      from: '2026-11-20',
    })
    const { change } = await getChild(mother.actor, pupil.id, later)
    expect(change?.sentences).toContain('Responsible: Tom Whitfield became Ruth Adeyemi')
    expect(await toTell(plan)).toEqual(['Imran Khan'])
    expect(await recordResponsibleTold(school.senco, pupil.id, told(father.id), later)).toEqual({
      ok: true,
      value: null,
    })
    expect(await toTell(plan)).toEqual([])
    expect(await linesOf(school.senco)).toEqual([])
    expect(await auditOf(school)).toContain('plan.told-responsible')
  })

  it('is recorded once for each, never of a restricted parent, and of a day that can be', async () => {
    const plan = await aNewResponsible()
    const { school, pupil, father, restricted } = plan
    const record = (recipient: string, toldOn = '2026-11-24') =>
      recordResponsibleTold(school.senco, pupil.id, { ...told(recipient), toldOn: isoDate(toldOn) }, later)
    expect(await record(restricted.id)).toMatchObject({ ok: false, problems: [{ field: 'recipient' }] })
    expect(await record(father.id, '2026-11-25')).toMatchObject({
      ok: false,
      problems: [{ field: 'toldOn' }],
    })
    expect(await record(father.id, '2026-11-19')).toMatchObject({
      ok: false,
      problems: [{ field: 'toldOn' }],
    })
    const both = await Promise.all([record(father.id), record(father.id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await expect(
      look('UPDATE responsible_notices SET told_on = now() WHERE pupil_id = $1', [pupil.id]),
    ).rejects.toThrow('stays as it was written')
  })

  it('is for those who write the plan, and nothing of it for another parent', async () => {
    const plan = await aNewResponsible()
    const { school, pupil, father, mother, assistant } = plan
    const strangers = [
      (await aMember(school, 'class-teacher')).actor,
      (await aMember(school, 'governor')).actor,
      (await aSchool()).senco,
      mother.actor,
    ]
    for (const actor of strangers)
      await expect(recordResponsibleTold(actor, pupil.id, told(father.id), later)).rejects.toThrow(NotFound)
    await expect(recordResponsibleTold(assistant.actor, pupil.id, told(father.id), later)).rejects.toThrow(
      NotAllowed,
    )
    await recordResponsibleTold(school.senco, pupil.id, told(father.id), later)
    expect(await asActor(mother.actor, (tx) => tx.responsibleNotice.count())).toBe(0)
  })

  it('is not asked of a plan whose responsible teacher is the same', async () => {
    const { school, pupil } = await aPublishedPlan(now)
    await expect(getResponsibleTold(school.senco, pupil.id, later)).rejects.toThrow(NotFound)
    expect(await linesOf(school.senco)).toEqual([])
  })
})
