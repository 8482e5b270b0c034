import { describe, expect, it } from 'vitest'
import { getPlan } from '@/lib/cycle/plan.queries'
import { getToday } from '@/lib/flag/queries'
import { addOutcome, changeOutcome } from '@/lib/outcome/commands'
import {
  addLongTermOutcome,
  changeLongTermOutcome,
  stepLongTermOutcome,
} from '@/lib/outcome/long-term.commands'
import { getLongTermOutcome, getPupilToAimFor } from '@/lib/outcome/long-term.queries'
import { longTermOutcomes } from '@/lib/outcome/long-term.reads'
import { lifeForm, longTermForm } from '@/lib/outcome/long-term.schema'
import { outcomeForm } from '@/lib/outcome/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { getChild } from '@/lib/family/queries'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const form = longTermForm.parse({ willDo: 'Read a bedtime story to her brother', wish: 'pupil' })
const boxes = (day: string, month: string) => ({ day, month, year: '2026' })
const step = (status: string, reason = '', on = boxes('20', '11')) => lifeForm.parse({ status, reason, on })

async function aPupilWithAims() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const added = await addLongTermOutcome(teacher.actor, pupil.id, form, now)
  if (!added.ok) throw new Error('refused')
  return { school, ash, pupil, teacher, assistant, mother, id: added.value.longTermOutcomeId }
}

describe('a long-term outcome', () => {
  it('is proposed, worked towards and achieved, each step with its day and reason, and is sent once', async () => {
    const { school, pupil, teacher, id } = await aPupilWithAims()
    const again = await addLongTermOutcome(teacher.actor, pupil.id, form, now)
    expect(again).toEqual({ ok: true, value: { longTermOutcomeId: id } })
    await stepLongTermOutcome(teacher.actor, id, 1, step('active'), now)
    await stepLongTermOutcome(teacher.actor, id, 2, step('achieved', 'She read it on Friday'), now)
    const { outcome, steps } = await getLongTermOutcome(teacher.actor, pupil.id, id, now)
    expect(outcome).toMatchObject({ status: 'achieved', from: '2026-11-20', wish: 'pupil', version: 3 })
    expect(steps.map(({ status, reason }) => [status, reason])).toEqual([
      ['achieved', 'She read it on Friday'],
      ['active', null],
      ['proposed', null],
    ])
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining([
        'long-term-outcome.added',
        'long-term-outcome.moved',
        'long-term-outcome.moved',
      ]),
    )
  })

  it('refuses an end without a reason and a day that has not come, and keeps nothing', async () => {
    const { pupil, teacher, id } = await aPupilWithAims()
    for (const wrong of [step('stopped'), step('active', '', boxes('21', '11'))])
      expect(await stepLongTermOutcome(teacher.actor, id, 1, wrong, now)).toMatchObject({ ok: false })
    const { outcome, steps } = await getLongTermOutcome(teacher.actor, pupil.id, id, now)
    expect([outcome.status, outcome.version, steps.length]).toEqual(['proposed', 1, 1])
  })

  it('is not written over unseen', async () => {
    const { teacher, id } = await aPupilWithAims()
    await changeLongTermOutcome(teacher.actor, id, 1, { ...form, why: 'She asked' }, now)
    await expect(changeLongTermOutcome(teacher.actor, id, 1, form, now)).rejects.toThrow(ChangedElsewhere)
    await expect(stepLongTermOutcome(teacher.actor, id, 1, step('active'), now)).rejects.toThrow(
      ChangedElsewhere,
    )
  })

  it('keeps its steps as they were written, whoever asks', async () => {
    const { teacher, id } = await aPupilWithAims()
    await expect(
      asActor(teacher.actor, (tx) =>
        tx.longTermOutcomeStep.updateMany({ where: { longTermOutcomeId: id }, data: { reason: 'other' } }),
      ),
    ).rejects.toThrow()
  })

  it('is not there for a stranger, and not an assistant’s or a parent’s to write', async () => {
    const { school, pupil, assistant, mother, id } = await aPupilWithAims()
    const elsewhere = await aMember(await aSchool(), 'senco')
    const other = await aTeacherOf(school, await aClass(school, { name: 'Elm' }), [])
    const governor = await aMember(school, 'governor')
    for (const { actor } of [elsewhere, other, governor, mother]) {
      await expect(addLongTermOutcome(actor, pupil.id, form, now)).rejects.toThrow(NotFound)
      await expect(stepLongTermOutcome(actor, id, 1, step('active'), now)).rejects.toThrow(NotFound)
      await expect(getLongTermOutcome(actor, pupil.id, id, now)).rejects.toThrow(NotFound)
    }
    await expect(addLongTermOutcome(assistant.actor, pupil.id, form, now)).rejects.toThrow(NotAllowed)
    await expect(changeLongTermOutcome(assistant.actor, id, 1, form, now)).rejects.toThrow(NotAllowed)
    await expect(getPupilToAimFor(assistant.actor, pupil.id, now)).rejects.toThrow(NotAllowed)
    expect((await getLongTermOutcome(assistant.actor, pupil.id, id, now)).mayWrite).toBe(false)
  })

  it('is for the family once it is worked towards, without the steps and their reasons', async () => {
    const { pupil, teacher, mother, id } = await aPupilWithAims()
    const seen = () => asActor(mother.actor, (tx) => longTermOutcomes(tx, pupil.id))
    expect(await seen()).toEqual([])
    await stepLongTermOutcome(teacher.actor, id, 1, step('active'), now)
    expect((await seen()).map(({ willDo }) => willDo)).toEqual([form.willDo])
    expect(await asActor(mother.actor, (tx) => tx.longTermOutcomeStep.count())).toBe(0)
  })
})

describe('a target of a plan', () => {
  it('is a step to a long-term outcome of the same pupil and says whose wish it is, to the family too', async () => {
    const { school, pupil, teacher, mother, id } = await aPupilWithAims()
    await stepLongTermOutcome(teacher.actor, id, 1, step('active'), now)
    const cycle = await aCycle(pupil, { stage: 'plan', activatedOn: null })
    const target = outcomeForm.parse({ willDo: 'Read 40 words', wish: 'parent', longTermOutcomeId: id })
    const added = await addOutcome(teacher.actor, cycle.id, target, now)
    if (!added.ok) throw new Error('refused')
    const place = { pupilId: pupil.id, cycleId: cycle.id }
    const { plan } = await getPlan(teacher.actor, place, now)
    expect(plan.outcomes[0]).toMatchObject({ wish: 'parent', longTerm: { id, willDo: form.willDo } })

    const stranger = await addLongTermOutcome(
      (await aMember(school, 'senco')).actor,
      (await aPupil(school)).id,
      form,
      now,
    )
    if (!stranger.ok) throw new Error('refused')
    const foreign = { ...target, longTermOutcomeId: stranger.value.longTermOutcomeId }
    expect(await changeOutcome(teacher.actor, added.value.outcomeId, 1, foreign, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'longTermOutcomeId' }],
    })

    await look(
      `UPDATE cycles SET stage = 'do', activated_on = '2026-11-20', shared_at = now() WHERE id = $1`,
      [cycle.id],
    )
    await look(`UPDATE outcomes SET shared_at = now() WHERE id = $1`, [added.value.outcomeId])
    const child = await getChild(mother.actor, pupil.id, now)
    expect(child.plan?.aims[0]).toMatchObject({ wish: 'parent', stepTo: form.willDo })
  })

  it('is pointed out when it is set for the third time', async () => {
    const { pupil, teacher } = await aPupilWithAims()
    const cycles = []
    for (const [number, stage] of [
      [1, 'closed'],
      [2, 'closed'],
      [3, 'plan'],
    ] as const) {
      const cycle = await aCycle(pupil, {
        number,
        stage,
        ...(stage === 'plan' ? { activatedOn: null } : { closedOn: `2026-10-0${String(number)}` }),
      })
      await anOutcome(cycle, { willDo: `Amira will read ${number}0 words aloud` })
      cycles.push(cycle)
    }
    const last = cycles[2]
    if (!last) throw new Error('no cycle')
    const { plan, notes } = await getPlan(teacher.actor, { pupilId: pupil.id, cycleId: last.id }, now)
    const said = notes[plan.outcomes[0]?.id ?? ''] ?? []
    expect(said.find(({ part }) => part === 'again')?.message).toContain('set 3 times')
  })
})

describe('R09', () => {
  it('asks on Today and on the pupil’s page for what an outcome in force lacks, until it is there', async () => {
    const { pupil, teacher } = await aPupilWithAims()
    const cycle = await aCycle(pupil)
    const outcome = await anOutcome(cycle, { target: null })
    const flags = async () =>
      (await getToday(teacher.actor, now)).groups
        .flatMap(({ lines }) => lines)
        .filter(({ act }) => /outcome/.test(act))
    const [flag] = await flags()
    expect(flag?.who).toContain('has no target')
    const page = await getPupilPage(teacher.actor, pupil.id, now)
    expect(page.notWhole.map(({ missing }) => missing)).toEqual([expect.arrayContaining(['target'])])
    await look(
      `UPDATE outcomes SET target = '40', expected_impact = 'Reads alone', by_on = '2026-12-04' WHERE id = $1`,
      [outcome.id],
    )
    expect(await flags()).toEqual([])
    expect((await getPupilPage(teacher.actor, pupil.id, now)).notWhole).toEqual([])
  })
})
