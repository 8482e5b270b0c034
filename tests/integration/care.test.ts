import { beforeAll, describe, expect, it } from 'vitest'
import { activatePlan } from '@/lib/cycle/plan.commands'
import { currentPlan } from '@/lib/cycle/reads'
import { getClassSheet } from '@/lib/class/queries'
import { getFamilyCopy } from '@/lib/family/copy.queries'
import { getChild } from '@/lib/family/queries'
import { latestFamilyVersion, latestOfCycle } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { addProvision, changeProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { recordReview } from '@/lib/review/commands'
import { saveReviewDraft } from '@/lib/review/draft.commands'
import { readDraft } from '@/lib/review/reads'
import { getPupilPage } from '@/lib/pupil/queries'
import { schoolYearCalendar } from '@/lib/school/reads'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'
import { aReviewForm, weighed } from '@/tests/factories/review'

// Personal care is seen by those who give it, those who lead the school and the family: by nobody else, on no page (P44).
const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')
const CARE = 'Helps her on the toilet'

const aPlanWithCare = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const giver = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Joan' })
  const second = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Ade' })
  const other = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Mo' })
  const head = await aMember(school, 'headteacher')
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, {
    ...{ stage: 'plan', activatedOn: null, reviewDue: '2027-03-12', shared: false },
    responsibleId: teacher.id,
  })
  await look(
    `UPDATE cycles SET parent_consultation = 'agreed', parent_consultation_note = 'Met', pupil_consultation = 'took-part', pupil_consultation_note = 'Chose' WHERE id = $1`,
    [cycle.id],
  )
  const outcome = await anOutcome(cycle, { shared: false })
  await aProvision(cycle, [outcome], { shared: false })
  const form = provisionForm.parse({
    ...{ what: CARE, form: 'Personal care', deliveredById: giver.id, alsoGivenBy: [second.id] },
    ...{ minutes: '10', perWeek: '5', outcomeIds: [outcome.id] },
  })
  const added = await addProvision(school.senco, cycle.id, form, now)
  if (!added.ok) throw new Error('refused')
  const careId = added.value.provisionId
  return { school, ash, pupil, teacher, giver, second, other, head, mother, cycle, outcome, careId, form }
}

type Plan = Awaited<ReturnType<typeof aPlanWithCare>>
let plan: Plan

// The class teacher, who does not give the care and so does not see it, brings the plan into force.
beforeAll(async () => {
  plan = await aPlanWithCare()
  const { teacher, cycle, giver, careId } = plan
  expect(await activatePlan(teacher.actor, cycle.id, 1, now)).toEqual({ ok: true, value: null })
  await aDoNote(cycle, giver, { provisionId: careId, observation: 'Asked for help herself on the toilet' })
})

const who = (given: Plan): [string, Actor, boolean][] => [
  ['the SENCO', given.school.senco, true],
  ['the headteacher', given.head.actor, true],
  ['who gives it', given.giver.actor, true],
  ['who also gives it', given.second.actor, true],
  ['the family', given.mother.actor, true],
  ['the class teacher', given.teacher.actor, false],
  ['another assistant of the pupil', given.other.actor, false],
]

it('is seen by those who give it, those who lead the school and the family, in every row that tells of it', async () => {
  const { cycle } = plan
  const seen = []
  for (const [name, actor] of who(plan))
    seen.push(
      await asActor(actor, async (tx) => {
        const provisions = await tx.provision.findMany({ where: { cycleId: cycle.id, care: true } })
        const links = await tx.provisionOutcome.count({ where: { provisionId: plan.careId } })
        const version = await tx.planCareVersion.count({ where: { pupilId: cycle.pupilId } })
        return [name, provisions.length, links, version]
      }),
    )
  expect(seen).toEqual(who(plan).map(([name, , sees]) => [name, ...(sees ? [1, 1, 1] : [0, 0, 0])]))
})

it('keeps its Do notes to those who see it', async () => {
  const counts = []
  for (const [name, actor] of who(plan))
    counts.push([name, await asActor(actor, (tx) => tx.doNote.count({ where: { cycleId: plan.cycle.id } }))])
  expect(Object.fromEntries(counts)).toEqual({
    ...{ 'the SENCO': 1, 'the headteacher': 1, 'who gives it': 1, 'who also gives it': 1 },
    // A note for staff is not the family's, care or not.
    ...{ 'the family': 0, 'the class teacher': 0, 'another assistant of the pupil': 0 },
  })
})

describe('every page and copy', () => {
  const calendarOf = (actor: Actor) => asActor(actor, (tx) => schoolYearCalendar(tx, plan.school.id, today))
  const staff = () => who(plan).filter(([name]) => name !== 'the family')

  it('the pupil’s page, the class sheet and the plan', async () => {
    for (const [name, actor, sees] of staff()) {
      const page = await getPupilPage(actor, plan.pupil.id, now)
      const sheet = await getClassSheet(actor, plan.ash.id, now)
      const calendar = await calendarOf(actor)
      const current = await asActor(actor, (tx) => currentPlan(tx, plan.pupil.id, calendar, today))
      for (const shown of [page, sheet, current])
        expect([name, JSON.stringify(shown).includes('toilet')]).toEqual([name, sees])
    }
  })

  it('what was published: apart from the version that all staff read', async () => {
    const [row] = await look<{ content: unknown }>('SELECT content FROM plan_versions WHERE cycle_id = $1', [
      plan.cycle.id,
    ])
    expect(JSON.stringify(row)).not.toContain('toilet')
    for (const [name, actor, sees] of staff()) {
      const version = await asActor(actor, (tx) => latestOfCycle(tx, plan.cycle.id))
      expect([name, JSON.stringify(version?.content).includes('toilet')]).toEqual([name, sees])
    }
  })

  it('the family’s page, its copy and its edition', async () => {
    const { actor } = plan.mother
    expect(JSON.stringify((await getChild(actor, plan.pupil.id, now)).plan)).toContain(CARE)
    expect(JSON.stringify((await getFamilyCopy(actor, plan.pupil.id, now)).plan)).toContain(CARE)
    const edition = await asActor(actor, (tx) => latestFamilyVersion(tx, plan.pupil.id))
    expect(edition?.content.provisions).toContainEqual(
      expect.objectContaining({ what: CARE, care: true, perWeek: 5 }),
    )
  })

  it('another family sees nothing of it', async () => {
    const stranger = await aContact(await aPupil(plan.school), { withAccount: true })
    const seen = await asActor(stranger.actor, (tx) => tx.planCareVersion.count())
    expect(seen).toBe(0)
  })
})

describe('writing care', () => {
  it('is for those who give it and those who lead the school', async () => {
    const { teacher, cycle, form, giver } = await aPlanWithCare()
    const care = { ...form, what: 'Helps at lunch', care: true, form: null }
    expect(await addProvision(teacher.actor, cycle.id, care, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'alsoGivenBy' }],
    })
    const own = { ...care, alsoGivenBy: [giver.id], deliveredById: teacher.id }
    const added = await addProvision(teacher.actor, cycle.id, own, now)
    expect(added.ok).toBe(true)
    // and cannot be handed on out of one's own sight
    const id = added.ok ? added.value.provisionId : ''
    expect(
      await changeProvision(teacher.actor, id, 1, { ...own, deliveredById: giver.id, alsoGivenBy: [] }, now),
    ).toMatchObject({
      ok: false,
    })
  })

  it('is not there to be changed by those who do not see it, and Postgres takes no such row from them', async () => {
    const { teacher, cycle, careId, form } = await aPlanWithCare()
    await expect(
      changeProvision(teacher.actor, careId, 1, { ...form, form: null, care: false }, now),
    ).rejects.toThrow(NotFound)
    await expect(
      asActor(
        teacher.actor,
        (tx) =>
          tx.$executeRaw`INSERT INTO provisions (school_id, id, pupil_id, cycle_id, what, care)
          VALUES (${cycle.schoolId}::uuid, ${newId()}::uuid, ${cycle.pupilId}::uuid, ${cycle.id}::uuid, 'x', true)`,
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

it('goes on into the next cycle with what it is for, though whoever records the review does not see it', async () => {
  const { teacher, cycle, outcome, mother } = plan
  const nextId = newId()
  await look(`UPDATE cycles SET stage = 'closed', closed_on = '2027-03-12' WHERE id = $1`, [cycle.id])
  await insert('cycles', {
    ...{ school_id: cycle.schoolId, id: nextId, pupil_id: cycle.pupilId, number: 2, previous_id: cycle.id },
    ...{ stage: 'assess', started_on: '2027-03-12', responsible_id: teacher.id },
  })
  const nextOutcome = newId()
  await insert('outcomes', {
    ...{ school_id: cycle.schoolId, id: nextOutcome, pupil_id: cycle.pupilId, cycle_id: nextId, position: 1 },
    ...{ will_do: 'Read 50 words', carried_from_id: outcome.id },
  })
  await asActor(
    teacher.actor,
    (tx) => tx.$executeRaw`SELECT app.carry_care(${cycle.id}::uuid, ${nextId}::uuid)`,
  )
  expect(
    await look(
      `SELECT p.what, p.care, p.from_on, p.shared_at, l.outcome_id FROM provisions p
       JOIN provision_outcomes l ON l.provision_id = p.id WHERE p.cycle_id = $1`,
      [nextId],
    ),
  ).toEqual([{ what: CARE, care: true, from_on: null, shared_at: null, outcome_id: nextOutcome }])
  // A draft is not the family's yet.
  expect(await asActor(mother.actor, (tx) => tx.provision.count({ where: { cycleId: nextId } }))).toBe(0)
})

describe('at a review (P44, P62)', () => {
  const heldAt = new Date('2026-12-04T09:00:00Z')
  const said = (id: string, decision: string) => ({
    ...{ [`provisions.${id}.givenBy`]: 'as-planned', [`provisions.${id}.trained`]: 'trained' },
    ...{ [`provisions.${id}.works`]: 'much', [`provisions.${id}.quality`]: 'good' },
    ...{ [`provisions.${id}.decision`]: decision, [`provisions.${id}.reason`]: 'She goes by herself now' },
  })
  const NEW = { version: 0, knowsTheirs: false }

  const aReviewedPlan = async () => {
    const reviewed = await aPlanWithCare()
    const { teacher, cycle } = reviewed
    await activatePlan(teacher.actor, cycle.id, 1, now)
    const [{ version }] = (await look<{ version: number }>('SELECT version FROM cycles WHERE id = $1', [
      cycle.id,
    ])) as [{ version: number }]
    const [ordinary] = await asActor(teacher.actor, (tx) =>
      tx.provision.findMany({ where: { cycleId: cycle.id, care: false } }),
    )
    const sign = async (
      actor: Actor,
      provisions: readonly { id: string }[],
      stop: readonly string[] = [],
    ) => {
      const whole = aReviewForm({
        outcomes: { [reviewed.outcome.id]: -1 },
        provisions,
        ...{ teacher, senco: reviewed.school.sencoMember },
      })
      const form = {
        ...whole,
        draftVersion: '1',
        provisions: Object.fromEntries(
          provisions.map(({ id }) => [id, weighed(stop.includes(id) ? 'stop' : 'continue')]),
        ),
      }
      const done = await recordReview(actor, cycle.id, version, form, heldAt)
      if (!done.ok) throw new Error(JSON.stringify(done.problems))
      return done.value.nextCycleId ?? ''
    }
    const careIn = (cycleId: string) =>
      look(`SELECT what FROM provisions WHERE cycle_id = $1 AND care`, [cycleId])
    return { ...reviewed, ordinary: ordinary!, sign, careIn }
  }

  it('stops where the SENCO, who sees it, stops it', async () => {
    const { school, cycle, careId, ordinary, sign, careIn } = await aReviewedPlan()
    await saveReviewDraft(school.senco, cycle.id, NEW, { decision: 'continue' }, now)
    const next = await sign(school.senco, [ordinary, { id: careId }], [careId])
    expect(await careIn(next)).toEqual([])
  })

  it.each([
    ['stop', []],
    ['continue', [{ what: CARE }]],
    ['adjust', [{ what: CARE }]],
  ])(
    '%s by the SENCO reaches the next cycle though a teacher signs who does not see it',
    async (decision, care) => {
      const { school, teacher, giver, other, head, mother, cycle, careId, ordinary, sign, careIn } =
        await aReviewedPlan()
      const typed = { ...said(careId, decision), decisionReason: 'Going well' }
      await saveReviewDraft(school.senco, cycle.id, NEW, typed, now)
      const draftOf = (actor: Actor) => asActor(actor, (tx) => readDraft(tx, cycle.id))
      expect((await draftOf(school.senco))?.answers).toEqual(typed)
      expect((await draftOf(teacher.actor))?.answers).toEqual({ decisionReason: 'Going well' })
      const raw = await asActor(
        teacher.actor,
        (tx) => tx.$queryRaw<{ answers: object }[]>`SELECT answers FROM review_drafts`,
      )
      expect(JSON.stringify(raw)).not.toContain(careId)
      const next = await sign(teacher.actor, [ordinary])
      expect(await careIn(next)).toEqual(care)
      for (const [actor, sees] of [
        [school.senco, 1],
        [head.actor, 1],
        [giver.actor, 1],
        [mother.actor, 1],
        [teacher.actor, 0],
        [other.actor, 0],
      ] as const)
        expect(
          await asActor(actor, (tx) => tx.provisionVerdict.count({ where: { provisionId: careId } })),
        ).toBe(sees)
    },
  )

  it('goes on where nothing whole was written of it, and a teacher’s draft takes nothing of it away', async () => {
    const { school, teacher, cycle, careId, ordinary, sign, careIn } = await aReviewedPlan()
    const half = { [`provisions.${careId}.decision`]: 'stop' }
    await saveReviewDraft(school.senco, cycle.id, NEW, half, now)
    const seen = { version: 1, knowsTheirs: false }
    await saveReviewDraft(teacher.actor, cycle.id, seen, { decision: 'continue' }, now)
    expect((await asActor(school.senco, (tx) => readDraft(tx, cycle.id)))?.answers).toEqual({
      ...half,
      decision: 'continue',
    })
    await look(`UPDATE review_drafts SET version = 1 WHERE cycle_id = $1`, [cycle.id])
    expect(await careIn(await sign(teacher.actor, [ordinary]))).toEqual([{ what: CARE }])
  })
})
