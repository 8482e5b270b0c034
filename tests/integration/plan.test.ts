import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { activatePlan, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { currentPlan } from '@/lib/cycle/reads'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { addOutcome, changeOutcome, removeOutcome } from '@/lib/outcome/commands'
import { outcomeForm } from '@/lib/outcome/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { addProvision, changeProvision, removeProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { everyoneAgrees } from '@/tests/factories/plan'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const IN_FORCE =
  'The plan is in force, so its draft can no longer be changed. Choose “Change the plan” on its page'

const outcome = outcomeForm.parse({
  ...{
    willDo: 'Read 40 of the 50 words on his list aloud',
    measure: 'Words read aloud, each Friday',
    unit: 'words',
  },
  ...{ baseline: '16', baselineOn: { day: '16', month: '11', year: '2026' }, target: '40' },
  ...{ byOn: { day: '25', month: '3', year: '2027' }, why: 'He wants to read comics', needs: ['SLCN', 'HI'] },
  expectedImpact: 'Reads the class book with the others',
})
const provision = (outcomeIds: string[], over: object = {}) =>
  provisionForm.parse({
    what: 'Precision teaching',
    deliverer: 'Joan Pickering',
    minutes: '10',
    perWeek: '4',
    groupSize: '1',
    outcomeIds,
    ...over,
  })
const everyDay = {
  aspirations: 'To read to his sister',
  inEveryLesson: 'One instruction at a time',
  atHome: 'Five words at bedtime',
}
const reviewDue = isoDate('2027-03-16')

const aDraft = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, {
    stage: 'plan',
    activatedOn: null,
    reviewDue: null,
    shared: false,
    startedOn: '2026-11-02',
  })
  return { school, pupil, teacher, assistant, mother, cycle }
}

const idOf = async (made: Promise<{ ok: true; value: Record<string, string> } | { ok: false }>) => {
  const result = await made
  if (!result.ok) throw new Error('refused')
  return Object.values(result.value)[0]!
}

const aFullDraft = async () => {
  const draft = await aDraft()
  const { teacher, cycle } = draft
  const outcomeId = await idOf(addOutcome(teacher.actor, cycle.id, outcome, now))
  const provisionId = await idOf(addProvision(teacher.actor, cycle.id, provision([outcomeId]), now))
  await saveEveryDay(teacher.actor, cycle.id, 1, everyDay, now)
  await saveResponsible(teacher.actor, cycle.id, 1, { responsibleId: teacher.id, reviewDue }, now)
  await everyoneAgrees(teacher.actor, draft, now)
  return { ...draft, outcomeId, provisionId }
}

const outcomesOf = (cycle: { id: string }) =>
  look<Record<string, unknown>>(
    `SELECT will_do, position, needs, removed_at IS NOT NULL AS removed, shared_at, version FROM outcomes WHERE cycle_id = $1 ORDER BY position`,
    [cycle.id],
  )

describe('outcomes of a draft', () => {
  it('are added in order, with needs that are the pupil’s own', async () => {
    const { school, cycle, teacher } = await aDraft()
    await addOutcome(teacher.actor, cycle.id, outcome, now)
    await addOutcome(teacher.actor, cycle.id, { ...outcome, willDo: 'Ask for help' }, now)
    expect(await outcomesOf(cycle)).toEqual([
      { will_do: outcome.willDo, position: 1, needs: ['SLCN'], removed: false, shared_at: null, version: 1 },
      { will_do: 'Ask for help', position: 2, needs: ['SLCN'], removed: false, shared_at: null, version: 1 },
    ])
    expect(await auditOf(school)).toEqual(['outcome.added', 'outcome.added'])
  })

  it('are there once when saved twice', async () => {
    const { cycle, teacher } = await aDraft()
    const ids = await Promise.all([1, 2].map(() => idOf(addOutcome(teacher.actor, cycle.id, outcome, now))))
    expect(new Set(ids).size).toBe(1)
    expect(await outcomesOf(cycle)).toHaveLength(1)
  })

  it('are changed by one person at a time', async () => {
    const { school, cycle, teacher } = await aDraft()
    const id = await idOf(addOutcome(teacher.actor, cycle.id, outcome, now))
    expect(await changeOutcome(teacher.actor, id, 1, { ...outcome, target: '45' }, now)).toEqual({
      ok: true,
      value: null,
    })
    await expect(changeOutcome(school.senco, id, 1, outcome, now)).rejects.toThrow(ChangedElsewhere)
    expect(await look(`SELECT target, version FROM outcomes WHERE id = $1`, [id])).toEqual([
      { target: '45', version: 2 },
    ])
    expect(await auditOf(school)).toEqual(['outcome.added', 'outcome.changed'])
  })

  it('refuse a baseline measured tomorrow', async () => {
    const { cycle, teacher } = await aDraft()
    const tomorrow = { ...outcome, baselineOn: isoDate('2026-11-21') }
    expect(await addOutcome(teacher.actor, cycle.id, tomorrow, now)).toMatchObject({
      problems: [{ field: 'baselineOn' }],
    })
    expect(await outcomesOf(cycle)).toEqual([])
  })

  it('are kept when removed, and what was for them is for them no longer', async () => {
    const { cycle, teacher, outcomeId, provisionId } = await aFullDraft()
    expect(await removeOutcome(teacher.actor, outcomeId, 1, now)).toEqual({ ok: true, value: null })
    expect(await outcomesOf(cycle)).toMatchObject([{ removed: true }])
    expect(await look(`SELECT 1 FROM provision_outcomes WHERE provision_id = $1`, [provisionId])).toEqual([])
    await expect(removeOutcome(teacher.actor, outcomeId, 2, now)).rejects.toThrow(NotFound)
  })

  it('are written by teachers of the pupil only', async () => {
    const { school, cycle, assistant, mother, outcomeId } = await aFullDraft()
    const stranger = await aMember(school, 'class-teacher')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await expect(addOutcome(assistant.actor, cycle.id, outcome, now)).rejects.toThrow(NotAllowed)
    await expect(changeOutcome(assistant.actor, outcomeId, 1, outcome, now)).rejects.toThrow(NotAllowed)
    for (const actor of [stranger.actor, mother.actor, elm.senco]) {
      await expect(addOutcome(actor, cycle.id, outcome, now)).rejects.toThrow(NotFound)
      await expect(changeOutcome(actor, outcomeId, 1, outcome, now)).rejects.toThrow(NotFound)
      await expect(removeOutcome(actor, outcomeId, 1, now)).rejects.toThrow(NotFound)
    }
  })
})

describe('provision of a draft', () => {
  it('is for outcomes of this plan, and is set anew as a whole', async () => {
    const { school, cycle, teacher, outcomeId, provisionId } = await aFullDraft()
    const second = await idOf(
      addOutcome(teacher.actor, cycle.id, { ...outcome, willDo: 'Ask for help' }, now),
    )
    const elsewhere = await aFullDraft()
    const form = provision([second, elsewhere.outcomeId], { minutes: '20' })
    expect(await changeProvision(teacher.actor, provisionId, 1, form, now)).toEqual({ ok: true, value: null })
    expect(
      await look(`SELECT outcome_id FROM provision_outcomes WHERE provision_id = $1`, [provisionId]),
    ).toEqual([{ outcome_id: second }])
    expect(outcomeId).not.toBe(second)
    await expect(changeProvision(school.senco, provisionId, 1, form, now)).rejects.toThrow(ChangedElsewhere)
  })

  it('is given by a member of staff of this school, or by somebody in words', async () => {
    const { school, cycle, teacher, assistant } = await aDraft()
    const governor = await aMember(school, 'governor')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    const by = (deliveredById: string) => provision([], { deliverer: '', deliveredById })
    expect((await addProvision(teacher.actor, cycle.id, by(assistant.id), now)).ok).toBe(true)
    for (const id of [governor.id, elm.sencoMember.id])
      expect(await addProvision(teacher.actor, cycle.id, by(id), now)).toMatchObject({
        problems: [{ field: 'deliveredById' }],
      })
  })

  it('is there once when saved twice, and kept when removed', async () => {
    const { cycle, teacher } = await aDraft()
    const ids = await Promise.all(
      [1, 2].map(() => idOf(addProvision(teacher.actor, cycle.id, provision([]), now))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await removeProvision(teacher.actor, ids[0]!, 1, now)).toEqual({ ok: true, value: null })
    expect(
      await look(`SELECT removed_at IS NOT NULL AS removed FROM provisions WHERE cycle_id = $1`, [cycle.id]),
    ).toEqual([{ removed: true }])
  })

  it('is written by teachers of the pupil only', async () => {
    const { school, cycle, assistant, mother, provisionId } = await aFullDraft()
    const stranger = await aMember(school, 'class-teacher')
    await expect(addProvision(assistant.actor, cycle.id, provision([]), now)).rejects.toThrow(NotAllowed)
    for (const actor of [stranger.actor, mother.actor]) {
      await expect(addProvision(actor, cycle.id, provision([]), now)).rejects.toThrow(NotFound)
      await expect(changeProvision(actor, provisionId, 1, provision([]), now)).rejects.toThrow(NotFound)
      await expect(removeProvision(actor, provisionId, 1, now)).rejects.toThrow(NotFound)
    }
  })
})

describe('the pages of a plan', () => {
  it('are kept one by one: two people in two of them both succeed, and in the same one the second sees both', async () => {
    const { school, cycle, teacher } = await aDraft()
    expect(await saveEveryDay(teacher.actor, cycle.id, 1, everyDay, now)).toEqual({ ok: true, value: null })
    const responsible = { responsibleId: teacher.id, reviewDue }
    expect((await saveResponsible(school.senco, cycle.id, 1, responsible, now)).ok).toBe(true)
    const mine = { ...everyDay, atHome: 'A story at bedtime' }
    const overtaken = await saveEveryDay(school.senco, cycle.id, 1, mine, now).catch(
      (error: unknown) => error,
    )
    expect(overtaken).toBeInstanceOf(ChangedElsewhere)
    expect((overtaken as ChangedElsewhere).stored).toEqual({
      version: 2,
      parts: [
        { label: 'Hopes', text: 'To read to his sister' },
        { label: 'In every lesson', text: 'One instruction at a time' },
        { label: 'At home', text: 'Five words at bedtime' },
      ],
    })
    expect((await saveEveryDay(school.senco, cycle.id, 2, mine, now)).ok).toBe(true)
    expect(await auditOf(school)).toEqual(['plan.drafted', 'plan.drafted', 'plan.drafted'])
  })

  it('name a teacher, the SENCO or the head as responsible, never an assistant (6.36)', async () => {
    const { school, cycle, teacher, assistant } = await aDraft()
    const left = await aMember(school, 'class-teacher', { untilOn: '2026-07-31' })
    const elm = await aSchool({ name: 'Elm Road Primary' })
    for (const responsibleId of [assistant.id, left.id, elm.sencoMember.id])
      expect(
        await saveResponsible(teacher.actor, cycle.id, 1, { responsibleId, reviewDue: null }, now),
      ).toMatchObject({
        problems: [{ field: 'responsibleId' }],
      })
    expect(
      (
        await saveResponsible(
          teacher.actor,
          cycle.id,
          1,
          { responsibleId: school.sencoMember.id, reviewDue: null },
          now,
        )
      ).ok,
    ).toBe(true)
  })

  it('refuse a review date that is today', async () => {
    const { cycle, teacher } = await aDraft()
    const today = { responsibleId: null, reviewDue: isoDate('2026-11-20') }
    expect(await saveResponsible(teacher.actor, cycle.id, 1, today, now)).toEqual({
      ok: false,
      problems: [{ field: 'reviewDue', message: 'The review date must be after today' }],
    })
  })
})

describe('activatePlan', () => {
  it('is refused with each missing thing and its paragraph, and changes nothing', async () => {
    const { school, cycle, teacher } = await aDraft()
    await addOutcome(teacher.actor, cycle.id, outcomeForm.parse({ willDo: 'Read more words' }), now)
    const result = await activatePlan(teacher.actor, cycle.id, 1, now)
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      'Outcome 1: enter how it will be measured (9.66)',
      'Outcome 1: enter where the pupil is now (9.66)',
      'Outcome 1: enter what the pupil is aiming for (9.66)',
      'Outcome 1: enter the date it should be reached by (9.66)',
      'Outcome 1: enter the impact expected on progress, development or behaviour (6.48)',
      'Add at least one provision: the support that will be given (6.48)',
      'Select the teacher who is responsible for this plan (6.36)',
      'Enter the date the plan will be reviewed (6.48)',
      'Write down what Farah Khan says of the plan, or that they were invited and did not answer (6.48)',
      'Write down what Amira says of the plan, or that they were invited and did not answer (6.48)',
    ])
    expect(await look(`SELECT stage, version, shared_at FROM cycles WHERE id = $1`, [cycle.id])).toEqual([
      { stage: 'plan', version: 1, shared_at: null },
    ])
    expect(await auditOf(school)).toEqual(['outcome.added'])
  })

  it('brings the plan into force and shares it, and not a line of it before', async () => {
    const { school, pupil, cycle, teacher, mother } = await aFullDraft()
    const asMother = () =>
      asActor(mother.actor, async (tx) =>
        currentPlan(
          tx,
          pupil.id,
          await schoolYearCalendar(tx, school.id, isoDate('2026-11-20')),
          isoDate('2026-11-20'),
        ),
      )
    const rows = () =>
      asActor(mother.actor, async (tx) => [
        await tx.cycle.count(),
        await tx.outcome.count(),
        await tx.provision.count(),
        await tx.assessment.count(),
      ])
    expect(await asMother()).toBeNull()
    expect(await rows()).toEqual([0, 0, 0, 0])

    expect(await activatePlan(teacher.actor, cycle.id, 3, now)).toEqual({ ok: true, value: null })
    expect(
      await look(
        `SELECT stage, activated_on::text, shared_at IS NOT NULL AS shared, version FROM cycles WHERE id = $1`,
        [cycle.id],
      ),
    ).toEqual([{ stage: 'do', activated_on: '2026-11-20', shared: true, version: 4 }])
    expect(await asMother()).toMatchObject({
      ...{
        stage: 'do',
        reviewDue: '2027-03-16',
        inEveryLesson: 'One instruction at a time',
        atHome: 'Five words at bedtime',
      },
      outcomes: [{ willDo: outcome.willDo, target: '40' }],
      provisions: [{ what: 'Precision teaching', deliverer: 'Joan Pickering' }],
    })
    expect(await rows()).toEqual([1, 1, 1, 0])
    expect((await auditOf(school)).at(-1)).toBe('plan.activated')
  })

  it('happens once when pressed twice', async () => {
    const { school, cycle, teacher } = await aFullDraft()
    const both = await Promise.allSettled([1, 2].map(() => activatePlan(teacher.actor, cycle.id, 3, now)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await auditOf(school)).filter((action) => action === 'plan.activated')).toHaveLength(1)
  })

  it('does not leap over the assessment, nor take a review date that has passed meanwhile', async () => {
    const { school } = await aDraft()
    const assessed = await aCycle(await aPupil(school), { stage: 'assess', activatedOn: null })
    expect(await activatePlan(school.senco, assessed.id, 1, now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
    const { cycle, teacher } = await aFullDraft()
    const later = new Date('2027-03-16T09:00:00Z')
    expect(await activatePlan(teacher.actor, cycle.id, 3, later)).toEqual({
      ok: false,
      problems: [{ field: 'reviewDue', message: 'The review date must be after today (6.48)' }],
    })
  })

  it('does not take a responsible teacher who has left', async () => {
    const { school, cycle, teacher } = await aFullDraft()
    await look(`UPDATE memberships SET until_on = '2026-11-19' WHERE id = $1 RETURNING id`, [teacher.id])
    expect(await activatePlan(school.senco, cycle.id, 3, now)).toMatchObject({
      problems: [{ field: 'responsibleTeacher' }],
    })
  })

  it('is for those who teach the pupil or lead the school', async () => {
    const { cycle, assistant, mother } = await aFullDraft()
    await expect(activatePlan(assistant.actor, cycle.id, 3, now)).rejects.toThrow(NotAllowed)
    await expect(activatePlan(mother.actor, cycle.id, 3, now)).rejects.toThrow(NotFound)
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await expect(activatePlan(elm.senco, cycle.id, 3, now)).rejects.toThrow(NotFound)
  })
})

describe('a plan in force, and a closed cycle', () => {
  it('refuse every change in words', async () => {
    const { cycle, teacher, outcomeId, provisionId } = await aFullDraft()
    await activatePlan(teacher.actor, cycle.id, 3, now)
    const every = () => [
      addOutcome(teacher.actor, cycle.id, outcome, now),
      changeOutcome(teacher.actor, outcomeId, 1, outcome, now),
      removeOutcome(teacher.actor, outcomeId, 1, now),
      addProvision(teacher.actor, cycle.id, provision([]), now),
      changeProvision(teacher.actor, provisionId, 1, provision([]), now),
      removeProvision(teacher.actor, provisionId, 1, now),
      saveEveryDay(teacher.actor, cycle.id, 2, everyDay, now),
      saveResponsible(teacher.actor, cycle.id, 2, { responsibleId: null, reviewDue: null }, now),
      activatePlan(teacher.actor, cycle.id, 4, now),
    ]
    const refused = (message: string) =>
      Array.from({ length: 9 }, () => ({ ok: false, problems: [{ field: 'form', message }] }))
    expect(await Promise.all(every())).toEqual(refused(IN_FORCE))
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-20' WHERE id = $1 RETURNING id`, [
      cycle.id,
    ])
    expect(await Promise.all(every())).toEqual(refused(CLOSED))
  })
})
