import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { currentPlan, pupilCycles } from '@/lib/cycle/reads'
import { latestDoNotes } from '@/lib/do-note/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aContact, aCycle, aDoNote, aMember, anOutcome, aProvision, aPupil, aSchool } from '@/tests/factories'
import { insert, newId } from '@/tests/factories/insert'

const today = isoDate('2026-11-20')

const planOf = (actor: Actor, pupilId: string, on = today) =>
  asActor(actor, async (tx) => currentPlan(tx, pupilId, await schoolYearCalendar(tx, actor.schoolId, on), on))

const aPlan = async () => {
  const school = await aSchool()
  const teacher = await aMember(school, 'class-teacher', { givenName: 'Tom', familyName: 'Whitfield' })
  const pupil = await aPupil(school)
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { responsibleId: teacher.id })
  const words = await anOutcome(cycle, { position: 1 })
  const help = await anOutcome(cycle, {
    position: 2,
    willDo: 'Amira will ask for help',
    target: '4',
    baseline: '0',
  })
  const precision = await aProvision(cycle, [words], { deliveredById: teacher.id })
  const card = await aProvision(cycle, [words, help], { what: 'Help card' })
  return { school, teacher, pupil, mother, cycle, words, help, precision, card }
}

describe('currentPlan', () => {
  it('has outcomes with where they are now, and provisions with how much was given', async () => {
    const { school, teacher, pupil, cycle, words, help, precision, card } = await aPlan()
    const note = { provisionId: precision.id, outcomeId: words.id }
    await aDoNote(cycle, teacher, { ...note, happenedOn: '2026-11-16', measured: '28' })
    await aDoNote(cycle, teacher, { ...note, happenedOn: '2026-11-18', measured: '31 words' })
    await aDoNote(cycle, teacher, { ...note, happenedOn: '2026-11-19', delivered: 'not-given' })
    const plan = await planOf(school.senco, pupil.id)

    expect(plan).toMatchObject({
      cycleId: cycle.id,
      number: 1,
      stage: 'do',
      reviewDue: '2026-12-04',
      activatedOn: '2026-09-14',
    })
    expect(plan?.responsible).toEqual({
      membershipId: teacher.id,
      fullName: 'Tom Whitfield',
      name: 'Tom Whitfield',
      role: 'class-teacher',
      jobTitle: null,
    })
    expect(plan?.outcomes.map(({ id, latest, progress }) => ({ id, latest, progress }))).toEqual([
      {
        id: words.id,
        latest: { value: '31 words', on: '2026-11-18' },
        progress: { start: 16, now: 31, target: 40, state: 'getting-there' },
      },
      { id: help.id, latest: null, progress: null },
    ])
    // 14 September to 20 November has 44 school days (23 and 26 to 30 October closed): 4 a week is 35.
    expect(
      plan?.provisions.map(({ id, deliverer, outcomeIds, delivery, lastNoteOn }) => ({
        id,
        deliverer,
        outcomeIds: [...outcomeIds].sort(),
        delivery,
        lastNoteOn,
      })),
    ).toEqual([
      {
        id: precision.id,
        deliverer: 'Tom Whitfield',
        outcomeIds: [words.id],
        delivery: {
          planned: 35,
          plannedMinutes: 350,
          given: 2,
          partly: 0,
          notGiven: 1,
          minutes: 20,
          from: '2026-09-14',
        },
        lastNoteOn: '2026-11-19',
      },
      {
        id: card.id,
        deliverer: 'Joan Pickering',
        outcomeIds: [words.id, help.id].sort(),
        delivery: {
          planned: 35,
          plannedMinutes: 350,
          given: 0,
          partly: 0,
          notGiven: 0,
          minutes: 0,
          from: '2026-09-14',
        },
        lastNoteOn: null,
      },
    ])
  })

  it('leaves out what was removed, and is nothing before the first plan came into force', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await aCycle(pupil, { stage: 'plan', activatedOn: null, shared: false })
    expect(await planOf(school.senco, pupil.id)).toBeNull()
  })

  it('keeps to the last plan in force while the next is a draft', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const first = await aCycle(pupil, { stage: 'closed', closedOn: '2026-11-10' })
    await aCycle(pupil, { number: 2, previousId: first.id, stage: 'plan', activatedOn: null, shared: false })
    expect(await planOf(school.senco, pupil.id)).toMatchObject({
      cycleId: first.id,
      stage: 'closed',
      closedOn: '2026-11-10',
    })
  })

  it('shows a parent what was shared, how much was given, and no measure from a note for staff', async () => {
    const { teacher, pupil, mother, cycle, words, precision } = await aPlan()
    await anOutcome(cycle, { position: 3, willDo: 'Not shared', shared: false })
    await aDoNote(cycle, teacher, { provisionId: precision.id, outcomeId: words.id, measured: '31' })
    const plan = await planOf(mother.actor, pupil.id)
    expect(plan?.outcomes.map(({ position, latest }) => ({ position, latest }))).toEqual([
      { position: 1, latest: null },
      { position: 2, latest: null },
    ])
    expect(plan?.provisions[0]?.delivery).toMatchObject({ planned: 35, given: 1 })
    expect(plan?.responsible?.name).toBe('Tom Whitfield')
  })

  it('shows a parent no draft, and another family nothing', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const mother = await aContact(pupil, { withAccount: true })
    const cycle = await aCycle(pupil, { shared: false })
    await anOutcome(cycle)
    expect(await planOf(mother.actor, pupil.id)).toBeNull()
    const other = await aPlan()
    expect(await planOf(mother.actor, other.pupil.id)).toBeNull()
    const sibling = await aContact(await aPupil(school), { withAccount: true })
    const counted = await asActor(
      sibling.actor,
      (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM app.sessions_given(${cycle.id}::uuid)`,
    )
    expect(counted).toEqual([])
  })

  it('counts sessions across the summer by both years’ terms', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const cycle = await aCycle(pupil, {
      startedOn: '2027-07-01',
      activatedOn: '2027-07-05',
      reviewDue: '2027-10-15',
    })
    const outcome = await anOutcome(cycle)
    const id = newId()
    await insert('provisions', {
      school_id: school.id,
      id,
      pupil_id: pupil.id,
      cycle_id: cycle.id,
      what: 'Talk time',
      minutes: 20,
      per_week: 5,
      from_on: '2027-07-12',
    })
    await insert('provision_outcomes', {
      school_id: school.id,
      pupil_id: pupil.id,
      provision_id: id,
      outcome_id: outcome.id,
    })
    const yearId = newId()
    await insert('school_years', {
      school_id: school.id,
      id: yearId,
      first_day: '2027-09-01',
      last_day: '2028-08-31',
    })
    await insert('terms', {
      school_id: school.id,
      id: newId(),
      school_year_id: yearId,
      name: 'Autumn',
      first_day: '2027-09-06',
      last_day: '2027-12-17',
    })
    const plan = await planOf(school.senco, pupil.id, isoDate('2027-09-08'))
    // 12 to 21 July 2027 is eight school days, 6 to 8 September three.
    expect(plan?.provisions[0]?.delivery.planned).toBe(11)
  })
})

describe('pupilCycles', () => {
  it('tells the newest first, with lateness kept and how the outcomes went', async () => {
    const { school, teacher, pupil } = await aPlan()
    const open = await asActor(school.senco, (tx) =>
      tx.cycle.findFirstOrThrow({ where: { pupilId: pupil.id } }),
    )
    const closed = await aCycle(pupil, {
      number: 0,
      stage: 'closed',
      startedOn: '2026-04-20',
      activatedOn: '2026-04-27',
      reviewDue: '2026-06-20',
      closedOn: '2026-07-09',
    })
    const outcome = await anOutcome(closed)
    const reviewId = newId()
    const shared = { shared_at: '2026-07-09T15:00:00Z' }
    await insert('reviews', {
      school_id: school.id,
      id: reviewId,
      pupil_id: pupil.id,
      cycle_id: closed.id,
      due_on: '2026-06-20',
      held_on: '2026-07-09',
      decision: 'change-support',
      decision_reason: 'Slower than hoped',
      recorded_by_id: teacher.id,
      ...shared,
    })
    await insert('outcome_ratings', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      review_id: reviewId,
      outcome_id: outcome.id,
      rating: -1,
      ...shared,
    })

    const lines = await asActor(school.senco, (tx) => pupilCycles(tx, pupil.id, isoDate('2026-12-06')))
    expect(lines).toEqual([
      {
        id: open.id,
        number: 1,
        stage: 'do',
        startedOn: '2026-09-07',
        activatedOn: '2026-09-14',
        reviewDue: '2026-12-04',
        closedOn: null,
        outcomes: 2,
        review: null,
        overdueDays: 2,
      },
      {
        id: closed.id,
        number: 0,
        stage: 'closed',
        startedOn: '2026-04-20',
        activatedOn: '2026-04-27',
        reviewDue: '2026-06-20',
        closedOn: '2026-07-09',
        outcomes: 1,
        overdueDays: 0,
        review: {
          heldOn: '2026-07-09',
          dueOn: '2026-06-20',
          daysLate: 19,
          decision: 'change-support',
          less: 1,
          asExpected: 0,
          more: 0,
        },
      },
    ])
  })

  it('is not overdue on the day itself (R15)', async () => {
    const { school, pupil } = await aPlan()
    const overdue = (on: string) =>
      asActor(school.senco, async (tx) => (await pupilCycles(tx, pupil.id, isoDate(on)))[0]?.overdueDays)
    expect([await overdue('2026-12-04'), await overdue('2026-12-05')]).toEqual([0, 1])
  })
})

describe('latestDoNotes', () => {
  it('gives the newest first, and says how much later each was written', async () => {
    const { school, teacher, pupil, cycle, words, precision } = await aPlan()
    await aDoNote(cycle, teacher, { happenedOn: '2026-11-15', observation: 'Earlier' })
    await aDoNote(cycle, teacher, {
      happenedOn: '2026-11-18',
      provisionId: precision.id,
      outcomeId: words.id,
      measured: '31',
      shared: true,
    })
    const notes = await asActor(school.senco, (tx) => latestDoNotes(tx, pupil.id, 5))
    expect(
      notes.map(({ happenedOn, daysLater, writtenOn, provision, outcome, unit, isShared, writtenBy }) => ({
        happenedOn,
        daysLater,
        writtenOn,
        provision,
        outcome,
        unit,
        isShared,
        writtenBy,
      })),
    ).toEqual([
      {
        happenedOn: '2026-11-18',
        daysLater: 0,
        writtenOn: '2026-11-18',
        provision: 'Precision teaching',
        outcome: words.willDo,
        unit: 'words',
        isShared: true,
        writtenBy: 'Tom Whitfield',
      },
      {
        happenedOn: '2026-11-15',
        daysLater: 3,
        writtenOn: '2026-11-18',
        provision: null,
        outcome: null,
        unit: null,
        isShared: false,
        writtenBy: 'Tom Whitfield',
      },
    ])
    expect(await asActor(school.senco, (tx) => latestDoNotes(tx, pupil.id, 1))).toHaveLength(1)
  })

  it('gives a parent the shared ones only', async () => {
    const { teacher, pupil, mother, cycle } = await aPlan()
    await aDoNote(cycle, teacher, { observation: 'For staff' })
    await aDoNote(cycle, teacher, { observation: 'For home', shared: true })
    expect(
      (await asActor(mother.actor, (tx) => latestDoNotes(tx, pupil.id, 5))).map(
        ({ observation }) => observation,
      ),
    ).toEqual(['For home'])
  })
})
