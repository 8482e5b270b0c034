import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getPlan, getPlanChange } from '@/lib/cycle/plan.queries'
import { saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { currentPlan } from '@/lib/cycle/reads'
import { supportInForce } from '@/lib/class/reads'
import { getChild } from '@/lib/family/queries'
import { addOutcome, changeOutcome, removeOutcome } from '@/lib/outcome/commands'
import { outcomeForm } from '@/lib/outcome/schema'
import { dropChange, openChange, publishChange } from '@/lib/plan/change.commands'
import { compareVersions, getVersion, getVersions } from '@/lib/plan/queries'
import { latestFamilyVersion } from '@/lib/plan/versions.reads'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { addProvision, changeProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aMember, aSchool, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { aPublishedPlan, everyoneAgrees } from '@/tests/factories/plan'

const now = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const today = isoDate('2026-11-24')
const form = { reason: 'Two sessions are enough now', appliesFrom: isoDate('2026-11-25') }

type Plan = Awaited<ReturnType<typeof aPublishedPlan>>

const opened = async (plan: Plan) => {
  const change = await openChange(plan.teacher.actor, plan.cycle.id, later)
  if (!change.ok) throw new Error('refused')
  return { cycleId: plan.cycle.id, changeId: change.value.changeId }
}

const placeOf = ({ pupil, cycle }: Plan) => ({ pupilId: pupil.id, cycleId: cycle.id })
const draftOf = async (plan: Plan) => (await getPlanChange(plan.teacher.actor, placeOf(plan), later)).plan

// Three sessions become two, one outcome is new with support of its own, and lessons change.
const written = async (plan: Plan) => {
  const { teacher, cycle } = plan
  const draft = await draftOf(plan)
  const [group, outcome] = [draft.provisions[0]!, draft.outcomes[0]!]
  const changed = provisionForm.parse({
    ...{ what: 'Reading group', perWeek: '2', minutes: '20', outcomeIds: [outcome.id] },
  })
  expect((await changeProvision(teacher.actor, group.id, group.version, changed, later)).ok).toBe(true)
  const added = await addOutcome(teacher.actor, cycle.id, { ...plan.form, willDo: 'Ask for help' }, later)
  if (!added.ok) throw new Error('refused')
  const support = { what: 'Help cards', perWeek: '5', minutes: '5', outcomeIds: [added.value.outcomeId] }
  expect((await addProvision(teacher.actor, cycle.id, provisionForm.parse(support), later)).ok).toBe(true)
  const everyDay = { aspirations: 'To read alone', inEveryLesson: 'Pictures beside words', atHome: null }
  expect((await saveEveryDay(teacher.actor, cycle.id, 1, everyDay, later)).ok).toBe(true)
}

describe('a change that is being written', () => {
  it('is seen by nobody who reads the plan: not the class, not the family, not the plan’s own page', async () => {
    const plan = await aPublishedPlan(now)
    const { school, pupil, teacher, assistant, mother } = plan
    const reads = async () => {
      const calendar = (actor: typeof teacher.actor) =>
        asActor(actor, async (tx) =>
          currentPlan(tx, pupil.id, await schoolYearCalendar(tx, school.id, today), today),
        )
      return JSON.stringify([
        await asActor(teacher.actor, (tx) => supportInForce(tx, null, today)),
        await calendar(assistant.actor),
        (await getPlan(teacher.actor, placeOf(plan), later)).plan,
        { ...(await getChild(mother.actor, pupil.id, later)), year: null },
        await asActor(mother.actor, (tx) => tx.outcome.findMany()),
      ])
    }
    const before = await reads()
    await opened(plan)
    await written(plan)
    expect(await reads()).toBe(before)
    expect(before).toContain('Reading group')
    expect((await draftOf(plan)).outcomes.map(({ willDo }) => willDo)).toEqual([
      'Read 40 words aloud',
      'Ask for help',
    ])
  })

  it('says what is different so far, and is one for two who open it', async () => {
    const plan = await aPublishedPlan(now)
    const both = await Promise.all([opened(plan), opened(plan)])
    expect(both[0]).toEqual(both[1])
    await written(plan)
    const { changes } = await getPlanChange(plan.school.senco, placeOf(plan), later)
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      'Outcome “Ask for help” is new',
      'Reading group: 3 sessions a week became 2',
      'Help cards is new: 5 sessions a week, 5 minutes',
      'In every lesson: “Pictures beside words” was added',
      'In every lesson: “One step at a time” was taken out',
    ])
  })

  it('shows somebody who was overtaken in a section what is saved of it now', async () => {
    const plan = await aPublishedPlan(now)
    await opened(plan)
    const [outcome] = (await draftOf(plan)).outcomes
    const save = (willDo: string, version: number) =>
      changeOutcome(plan.teacher.actor, outcome!.id, version, { ...plan.form, willDo }, later)
    expect((await save('Read 45 words', 1)).ok).toBe(true)
    const overtaken = await save('Read 50 words', 1).catch((error: unknown) => error)
    expect(overtaken).toBeInstanceOf(ChangedElsewhere)
    expect((overtaken as ChangedElsewhere).stored).toMatchObject({
      version: 2,
      parts: expect.arrayContaining([{ label: 'What the pupil will do', text: 'Read 45 words' }]) as unknown,
    })
    expect((await save('Read 50 words', 2)).ok).toBe(true)
  })

  it('is opened, published and dropped by those who teach the pupil, and by nobody else', async () => {
    const plan = await aPublishedPlan(now)
    const change = await opened(plan)
    const stranger = await aMember(plan.school, 'class-teacher')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    const acts = (actor: typeof stranger.actor) => [
      () => openChange(actor, plan.cycle.id, later),
      () => publishChange(actor, change, form, later),
      () => dropChange(actor, change, later),
    ]
    for (const act of acts(plan.assistant.actor)) await expect(act()).rejects.toThrow(NotAllowed)
    for (const actor of [stranger.actor, plan.mother.actor, elm.senco])
      for (const act of acts(actor)) await expect(act()).rejects.toThrow(NotFound)
    await expect(getPlanChange(plan.assistant.actor, placeOf(plan), later)).rejects.toThrow(NotFound)
    await expect(getPlanChange(plan.mother.actor, placeOf(plan), later)).rejects.toThrow(NotFound)
  })
})

describe('publishing a change', () => {
  it('makes the next version, keeps the lines that notes hang on, and leaves the version before as it was', async () => {
    const plan = await aPublishedPlan(now)
    const { pupil, teacher, mother, outcomeId, provisionId } = plan
    const change = await opened(plan)
    await written(plan)
    await everyoneAgrees(teacher.actor, plan, later)
    expect(await publishChange(teacher.actor, change, form, later)).toEqual({
      ok: true,
      value: { number: 2 },
    })
    const rows = await look(
      `SELECT p.id = $2 AS same, p.what, p.per_week, p.shared_at IS NOT NULL AS shared,
         (SELECT array_agg(o.will_do) FROM provision_outcomes l JOIN outcomes o ON o.id = l.outcome_id AND o.change_id IS NULL WHERE l.provision_id = p.id) AS serves
       FROM provisions p WHERE p.cycle_id = $1 AND p.change_id IS NULL AND p.removed_at IS NULL ORDER BY p.id`,
      [plan.cycle.id, provisionId],
    )
    expect(rows).toEqual([
      { same: true, what: 'Reading group', per_week: 2, shared: true, serves: ['Read 40 words aloud'] },
      { same: false, what: 'Help cards', per_week: 5, shared: true, serves: ['Ask for help'] },
    ])
    const { versions } = await getVersions(teacher.actor, pupil.id, later)
    expect(versions).toMatchObject([
      { number: 2, ...form },
      { number: 1, reason: null },
    ])
    const [second, first] = versions.map(({ id }) => id) as [string, string]
    const { version } = await getVersion(teacher.actor, pupil.id, first, later)
    expect(version.content.outcomes.map(({ id }) => id)).toEqual([outcomeId])
    expect(version.content.provisions[0]?.perWeek).toBe(3)
    const { sentences } = await compareVersions(teacher.actor, pupil.id, [second, first], later)
    expect(sentences.map(({ sentence }) => sentence)).toContain(
      'Reading group: 3 sessions a week became 2, from 25 November, agreed with Farah Khan and Amira',
    )
    const family = await asActor(mother.actor, (tx) => latestFamilyVersion(tx, pupil.id))
    expect(family).toMatchObject({
      number: 2,
      reason: form.reason,
      content: { inEveryLesson: 'Pictures beside words' },
    })
    expect((await auditOf(plan.school)).at(-1)).toBe('pupil.opened')
    expect(await auditOf(plan.school)).toContain('plan.published')
  })

  it('keeps as removed what was taken out', async () => {
    const plan = await aPublishedPlan(now)
    const change = await opened(plan)
    await written(plan)
    const [first] = (await draftOf(plan)).outcomes
    await removeOutcome(plan.teacher.actor, first!.id, first!.version, later)
    const group = (await draftOf(plan)).provisions.find(({ what }) => what === 'Reading group')
    const other = (await draftOf(plan)).outcomes[0]!
    const serving = provisionForm.parse({ what: 'Reading group', perWeek: '2', outcomeIds: [other.id] })
    await changeProvision(plan.teacher.actor, group!.id, group!.version, serving, later)
    expect((await publishChange(plan.teacher.actor, change, form, later)).ok).toBe(true)
    expect(
      await look(`SELECT removed_at IS NOT NULL AS removed FROM outcomes WHERE id = $1`, [plan.outcomeId]),
    ).toEqual([{ removed: true }])
    const shown = await getPlan(plan.teacher.actor, placeOf(plan), later)
    expect(shown.plan.provisions.map(({ what, outcomeIds }) => [what, outcomeIds.length])).toEqual([
      ['Reading group', 1],
      ['Help cards', 1],
    ])
  })

  it('is refused without a difference, with a gap that no plan in force may have, or from a day before the plan', async () => {
    const plan = await aPublishedPlan(now)
    const { teacher, cycle } = plan
    const change = await opened(plan)
    const messages = async (over: object = {}) => {
      const result = await publishChange(teacher.actor, change, { ...form, ...over }, later)
      return result.ok ? [] : result.problems.map(({ message }) => message)
    }
    expect(await messages()).toEqual([
      'Nothing of the plan is different yet. Change something first, or drop this change',
    ])
    expect(await messages({ appliesFrom: isoDate('2026-11-19') })).toEqual([
      'The day must be on or after 20 November 2026, when the version before it began',
    ])
    await addOutcome(teacher.actor, cycle.id, outcomeForm.parse({ willDo: 'Ask for help' }), later)
    await saveResponsible(teacher.actor, cycle.id, 1, { responsibleId: null, reviewDue: null }, later)
    expect(await messages()).toEqual([
      'Outcome 2: enter how it will be measured (9.66)',
      'Outcome 2: enter where the pupil is now (9.66)',
      'Outcome 2: enter what the pupil is aiming for (9.66)',
      'Outcome 2: enter the date it should be reached by (9.66)',
      'Outcome 2: enter the impact expected on progress, development or behaviour (6.48)',
      'Select the teacher who is responsible for this plan (6.36)',
    ])
    expect(await look(`SELECT number FROM plan_versions WHERE cycle_id = $1`, [cycle.id])).toEqual([
      { number: 1 },
    ])
    expect((await getPlan(teacher.actor, placeOf(plan), later)).plan.responsible?.name).toBe('Tom Whitfield')
  })

  it('happens once when pressed twice', async () => {
    const plan = await aPublishedPlan(now)
    const change = await opened(plan)
    await written(plan)
    const both = await Promise.all([1, 2].map(() => publishChange(plan.teacher.actor, change, form, later)))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await look(`SELECT number FROM plan_versions WHERE cycle_id = $1`, [plan.cycle.id])).toHaveLength(
      2,
    )
  })
})

describe('dropping a change', () => {
  it('leaves the plan as it was published, and the next change begins from there', async () => {
    const plan = await aPublishedPlan(now)
    const change = await opened(plan)
    await written(plan)
    expect(await dropChange(plan.teacher.actor, change, later)).toEqual({ ok: true, value: null })
    expect(await publishChange(plan.teacher.actor, change, form, later)).toMatchObject({ ok: false })
    await expect(getPlanChange(plan.teacher.actor, placeOf(plan), later)).rejects.toThrow(NotFound)
    await opened(plan)
    const draft = await draftOf(plan)
    expect(draft.outcomes.map(({ willDo }) => willDo)).toEqual(['Read 40 words aloud'])
    expect(draft).toMatchObject({ inEveryLesson: 'One step at a time', provisions: [{ perWeek: 3 }] })
    expect(await auditOf(plan.school)).toContain('plan.change-dropped')
  })
})
