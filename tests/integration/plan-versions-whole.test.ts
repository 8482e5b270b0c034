import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getPlanChange } from '@/lib/cycle/plan.queries'
import { planContent, familyContent } from '@/lib/plan/content.schema'
import { readContent, readFamilyContent } from '@/lib/plan/content.reads'
import { openChange, publishChange } from '@/lib/plan/change.commands'
import { lastChangeForFamily } from '@/lib/plan/family.reads'
import { compareVersions, getVersions } from '@/lib/plan/queries'
import { latestOfCycle } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { addProvision, changeProvision, removeProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { moveReview } from '@/lib/review/date.commands'
import {
  aClass,
  aContact,
  aCycle,
  anOutcome,
  aPlanLine,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { aPublishedPlan } from '@/tests/factories/plan'

const now = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const today = isoDate('2026-11-24')
const form = { reason: 'It goes another way now', appliesFrom: today }

/** A plan in force with a provision of personal care that an assistant gives, and another who sees none of it. */
async function aPlanWithCare() {
  const plan = await aPublishedPlan(now)
  const giver = await aTeacherOf(plan.school, { id: plan.pupil.classId! }, [plan.pupil], {
    ...{ role: 'teaching-assistant', givenName: 'Ade', familyName: 'Obi' },
  })
  const change = await openChange(plan.school.senco, plan.cycle.id, now)
  const page = await getPlanChange(plan.school.senco, placeOf(plan), now)
  const outcomeId = page.plan.outcomes[0]!.id
  const care = (perWeek: string) =>
    provisionForm.parse({
      ...{ what: 'Helps her on the toilet', form: 'Personal care', deliveredById: giver.id, minutes: '10' },
      ...{ perWeek, outcomeIds: [outcomeId] },
    })
  const added = await addProvision(plan.school.senco, plan.cycle.id, care('5'), now)
  if (!change.ok || !added.ok) throw new Error('refused')
  const id = { cycleId: plan.cycle.id, changeId: change.value.changeId }
  const first = { reason: 'More help', appliesFrom: isoDate('2026-11-20') }
  const published = await publishChange(plan.teacher.actor, id, first, now)
  return { ...plan, giver, published }
}

const placeOf = ({ pupil, cycle }: { pupil: { id: string }; cycle: { id: string } }) => ({
  ...{ pupilId: pupil.id, cycleId: cycle.id },
})

type Plan = Awaited<ReturnType<typeof aPlanWithCare>>

const opened = async ({ school, cycle }: Plan) => {
  const change = await openChange(school.senco, cycle.id, later)
  if (!change.ok) throw new Error('refused')
  return { cycleId: cycle.id, changeId: change.value.changeId }
}

const careOf = async (actor: Actor, plan: Plan) =>
  (await getPlanChange(actor, placeOf(plan), later)).plan.provisions.find(({ what }) => /toilet/.test(what))!

const sentencesFor = async (actor: Actor, plan: Plan) =>
  (await getPlanChange(actor, placeOf(plan), later)).changes.map(({ sentence }) => sentence)

describe('a change of personal care alone (P44)', () => {
  it('is published by a teacher who sees none of it, and said to nobody who may not see it', async () => {
    const plan = await aPlanWithCare()
    expect(plan.published).toMatchObject({ ok: true, value: { number: 2 } })
    const id = await opened(plan)
    const { id: careId, version } = await careOf(plan.school.senco, plan)
    const page = await getPlanChange(plan.school.senco, placeOf(plan), later)
    const twice = provisionForm.parse({
      ...{ what: 'Helps her on the toilet', form: 'Personal care', deliveredById: plan.giver.id },
      ...{ minutes: '10', perWeek: '10', outcomeIds: [page.plan.outcomes[0]!.id] },
    })
    expect((await changeProvision(plan.school.senco, careId, version, twice, later)).ok).toBe(true)
    expect(await sentencesFor(plan.school.senco, plan)).toEqual([
      'Helps her on the toilet: 5 sessions a week became 10',
    ])
    expect(await sentencesFor(plan.teacher.actor, plan)).toEqual([])

    const published = await publishChange(plan.teacher.actor, id, form, later)
    expect(published).toMatchObject({ ok: true, value: { number: 3 } })
    const { versions } = await getVersions(plan.teacher.actor, plan.pupil.id, later)
    const compare = (actor: Actor) =>
      compareVersions(actor, plan.pupil.id, [versions[1]!.id, versions[0]!.id], later)
    expect((await compare(plan.teacher.actor)).sentences).toEqual([])
    expect((await compare(plan.assistant.actor)).sentences).toEqual([])
    const seen = { sentence: expect.stringContaining('5 sessions a week became 10') as string }
    expect((await compare(plan.giver.actor)).sentences).toMatchObject([seen])
    const told = await asActor(plan.mother.actor, (tx) => lastChangeForFamily(tx, plan.pupil.id))
    expect(told?.sentences).toEqual(['Helps her on the toilet: 5 sessions a week became 10'])
  })

  it('may be its end, or what it is for', async () => {
    const plan = await aPlanWithCare()
    const id = await opened(plan)
    const { id: careId, version } = await careOf(plan.school.senco, plan)
    expect((await removeProvision(plan.school.senco, careId, version, later)).ok).toBe(true)
    expect(await sentencesFor(plan.school.senco, plan)).toEqual(['Helps her on the toilet has ended'])
    expect(await publishChange(plan.teacher.actor, id, form, later)).toMatchObject({ ok: true })
  })

  it('is none where nothing of it is different, for those who see it as well', async () => {
    const plan = await aPlanWithCare()
    const id = await opened(plan)
    expect(await sentencesFor(plan.school.senco, plan)).toEqual([])
    for (const actor of [plan.teacher.actor, plan.school.senco])
      expect(await publishChange(actor, id, form, later)).toMatchObject({ ok: false })
  })
})

describe('another day for the review', () => {
  const move = { to: isoDate('2026-12-11'), reason: 'Father is away' }

  it('is the next version, with the reason, and what was published before keeps its day', async () => {
    const { teacher, pupil, cycle, mother } = await aPublishedPlan(now)
    const { version } = (
      await look<{ version: number }>('SELECT version FROM cycles WHERE id = $1', [cycle.id])
    )[0]!
    expect(await moveReview(teacher.actor, cycle.id, version, move, later)).toMatchObject({ ok: true })
    const { versions } = await getVersions(teacher.actor, pupil.id, later)
    expect(versions.map(({ number, reason, appliesFrom }) => [number, reason, appliesFrom])).toEqual([
      [2, 'The review is on 11 December 2026, not on 4 December 2026: Father is away', '2026-11-24'],
      [1, null, '2026-11-20'],
    ])
    const compared = await compareVersions(teacher.actor, pupil.id, [versions[0]!.id, versions[1]!.id], later)
    expect(compared.sentences.map(({ sentence }) => sentence)).toEqual([
      'The review 4 December 2026 became 11 December 2026, from 24 November',
    ])
    const told = await asActor(mother.actor, (tx) => lastChangeForFamily(tx, pupil.id))
    expect(told?.sentences).toEqual(['The review 4 December 2026 became 11 December 2026'])
  })

  it('is not one where the agreed day has passed: that one goes on to count', async () => {
    const { teacher, pupil, cycle } = await aPublishedPlan(now)
    const { version } = (
      await look<{ version: number }>('SELECT version FROM cycles WHERE id = $1', [cycle.id])
    )[0]!
    const passed = new Date('2026-12-07T09:00:00Z')
    expect(await moveReview(teacher.actor, cycle.id, version, move, passed)).toMatchObject({
      ok: true,
      value: { kind: 'expected' },
    })
    expect((await getVersions(teacher.actor, pupil.id, passed)).versions).toHaveLength(1)
  })
})

describe('a plan in force from before versions were kept', () => {
  async function anOldPlan() {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const mother = await aContact(pupil, { withAccount: true })
    const cycle = await aCycle(pupil, { responsibleId: teacher.id })
    const outcome = await anOutcome(cycle)
    await anOutcome(cycle, { position: 2, willDo: 'A STAFF ONLY OUTCOME', shared: false })
    await aProvision(cycle, [outcome], { deliveredById: teacher.id })
    const care = await aProvision(cycle, [outcome], { what: 'Helps her on the toilet' })
    await look('UPDATE provisions SET care = true WHERE id = $1 RETURNING id', [care.id])
    await aPlanLine(cycle, { kind: 'at-home', words: 'Reads five words', who: 'Mum', howOften: 'every day' })
    return { school, pupil, teacher, mother, cycle }
  }

  const keep = async (school: { id: string }) =>
    (await look<{ kept: number }>('SELECT app.keep_first_versions($1) AS kept', [school.id]))[0]!.kept

  it('is given its first at a release, word for word as the app would, once', async () => {
    const { school, pupil, teacher, cycle } = await anOldPlan()
    await aCycle(await aPupil(school), { stage: 'plan', activatedOn: null, shared: false })
    expect(await keep(school)).toBe(1)
    expect(await keep(school)).toBe(0)
    const [line] = (await getVersions(teacher.actor, pupil.id, later)).versions
    expect(line).toMatchObject({
      number: 1,
      appliesFrom: '2026-09-14',
      reason: null,
      publishedBy: teacher.name,
    })
    const kept = await look<{ staff: unknown; family: unknown }>(
      `SELECT v.content AS staff, f.content AS family FROM plan_versions v
       JOIN plan_family_versions f ON f.version_id = v.id WHERE v.cycle_id = $1`,
      [cycle.id],
    )
    const read = await asActor(school.senco, async (tx) => ({
      staff: await readContent(tx, cycle.id, [], today),
      family: await readFamilyContent(tx, cycle.id, today),
    }))
    expect(planContent.parse(kept[0]?.staff)).toEqual(read.staff)
    expect(familyContent.parse(kept[0]?.family)).toEqual(read.family)
    expect(JSON.stringify(kept)).not.toContain('toilet')
    expect(JSON.stringify(kept[0]?.family)).not.toContain('STAFF ONLY')
    const whole = await asActor(school.senco, (tx) => latestOfCycle(tx, cycle.id))
    expect(whole?.content.provisions.map(({ care }) => care)).toEqual([false, true])
  })

  it('leaves other schools alone, and is no act of the app', async () => {
    const [one, other] = [await anOldPlan(), await anOldPlan()]
    await keep(one.school)
    expect(await look('SELECT id FROM plan_versions WHERE school_id = $1', [other.school.id])).toEqual([])
    await expect(
      asActor(one.school.senco, (tx) => tx.$queryRaw`SELECT app.keep_first_versions(${one.school.id}::uuid)`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is kept as its first before its review is moved', async () => {
    const { pupil, teacher, cycle } = await anOldPlan()
    const move = { to: isoDate('2026-12-11'), reason: 'Father is away' }
    expect(await moveReview(teacher.actor, cycle.id, 1, move, later)).toMatchObject({ ok: true })
    const { versions } = await getVersions(teacher.actor, pupil.id, later)
    const compared = await compareVersions(teacher.actor, pupil.id, [versions[0]!.id, versions[1]!.id], later)
    expect(compared.sentences.map(({ part }) => part)).toEqual(['plan'])
  })
})
