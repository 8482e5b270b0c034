import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { pupilCycles } from '@/lib/cycle/reads'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { recordReview } from '@/lib/review/commands'
import { readReview } from '@/lib/review/reads'
import type { ReviewForm } from '@/lib/review/schema'
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
  auditOf,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'
import { aReviewForm, rated, weighed } from '@/tests/factories/review'

const now = new Date('2026-12-07T09:00:00Z')
const aPlanInForce = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { number: 5, responsibleId: teacher.id })
  const words = await anOutcome(cycle, { position: 1 })
  const help = await anOutcome(cycle, { position: 2, willDo: 'Amira will ask for help' })
  const precision = await aProvision(cycle, [words], { deliveredById: teacher.id })
  const card = await aProvision(cycle, [help], { what: 'Help card' })
  return { school, pupil, teacher, assistant, mother, cycle, words, help, precision, card }
}

type Held = Awaited<ReturnType<typeof aPlanInForce>>

const review = (
  {
    words,
    help,
    precision,
    card,
    teacher,
    school,
  }: Pick<Held, 'words' | 'help' | 'precision' | 'card' | 'teacher' | 'school'>,
  over: Partial<ReviewForm> = {},
): ReviewForm =>
  aReviewForm(
    {
      outcomes: { [words.id]: -1, [help.id]: 1 },
      provisions: [precision, card],
      teacher,
      senco: school.sencoMember,
    },
    over,
  )

const cyclesOf = (pupil: { id: string }) =>
  look<Record<string, unknown>>(
    `SELECT id, number, stage, started_on::text, closed_on::text, review_due::text, previous_id, responsible_id, in_every_lesson, shared_at IS NOT NULL AS shared FROM cycles WHERE pupil_id = $1 ORDER BY number`,
    [pupil.id],
  )

describe('recordReview', () => {
  it('closes the cycle and opens the next, linked, with what was not reached as a draft', async () => {
    const held = await aPlanInForce()
    const { school, pupil, teacher, cycle, words, precision } = held
    await look(`UPDATE cycles SET in_every_lesson = 'One instruction at a time' WHERE id = $1 RETURNING id`, [
      cycle.id,
    ])
    const result = await recordReview(teacher.actor, cycle.id, 1, review(held), now)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const nextId = result.value.nextCycleId

    const kept = { responsible_id: teacher.id, in_every_lesson: 'One instruction at a time' }
    expect(await cyclesOf(pupil)).toEqual([
      {
        id: cycle.id,
        number: 5,
        stage: 'closed',
        started_on: '2026-09-07',
        closed_on: '2026-12-04',
        review_due: '2026-12-04',
        previous_id: null,
        shared: true,
        ...kept,
      },
      {
        id: nextId,
        number: 6,
        stage: 'assess',
        started_on: '2026-12-07',
        closed_on: null,
        review_due: '2027-03-12',
        previous_id: cycle.id,
        shared: false,
        ...kept,
      },
    ])
    expect(
      await look(
        `SELECT will_do, position, measure, unit, baseline, baseline_on::text, target, by_on, carried_from_id, shared_at FROM outcomes WHERE cycle_id = $1`,
        [nextId],
      ),
    ).toEqual([
      {
        ...{
          will_do: words.willDo,
          position: 1,
          measure: 'Words read aloud',
          unit: 'words',
          baseline: '31 words',
          baseline_on: '2026-12-04',
        },
        ...{ target: '40', by_on: null, carried_from_id: words.id, shared_at: null },
      },
    ])
    expect(
      await look(
        `SELECT p.what, p.minutes, p.per_week, p.delivered_by_id, p.from_on, p.shared_at, o.carried_from_id FROM provisions p
         JOIN provision_outcomes l ON l.provision_id = p.id JOIN outcomes o ON o.id = l.outcome_id WHERE p.cycle_id = $1`,
        [nextId],
      ),
    ).toEqual([
      {
        what: precision.what,
        minutes: 10,
        per_week: 4,
        delivered_by_id: teacher.id,
        from_on: null,
        shared_at: null,
        carried_from_id: words.id,
      },
    ])
    expect(await auditOf(school)).toEqual(['review.recorded', 'cycle.started'])
  })

  it('is shared with the parents at once, and the next draft is not', async () => {
    const held = await aPlanInForce()
    await recordReview(held.teacher.actor, held.cycle.id, 1, review(held), now)
    const seen = await asActor(held.mother.actor, async (tx) => ({
      reviews: await tx.review.findMany({ select: { parentViews: true, decision: true } }),
      ratings: await tx.outcomeRating.count(),
      cycles: await tx.cycle.findMany({ select: { number: true } }),
      outcomes: await tx.outcome.count(),
    }))
    expect(seen).toEqual({
      reviews: [{ parentViews: 'She reads to her sister.', decision: 'change-support' }],
      ratings: 2,
      cycles: [{ number: 5 }],
      outcomes: 2,
    })
  })

  it('steps down: closes SEN support on the day, opens no other cycle and begins a watch of two terms', async () => {
    const held = await aPlanInForce()
    const { school, pupil, cycle } = held
    const down = review(held, { decision: 'step-down', nextStartsOn: null, nextReviewDue: null })
    expect(await recordReview(school.senco, cycle.id, 1, down, now)).toEqual({
      ok: true,
      value: { nextCycleId: null },
    })
    expect(await cyclesOf(pupil)).toMatchObject([{ number: 5, stage: 'closed', closed_on: '2026-12-04' }])
    expect(
      await look(`SELECT status, until_on::text FROM sen_statuses WHERE pupil_id = $1`, [pupil.id]),
    ).toEqual([{ status: 'sen-support', until_on: '2026-12-04' }])
    expect(
      await look(
        `SELECT from_on::text, first_check_on::text, until_on::text FROM step_down_watches WHERE pupil_id = $1`,
        [pupil.id],
      ),
    ).toEqual([{ from_on: '2026-12-04', first_check_on: '2027-03-25', until_on: '2027-07-21' }])
    expect(await auditOf(school)).toEqual(['review.recorded', 'sen-support.ended'])
  })

  it('leaves the end of SEN support to the SENCO and the headteacher, and of an EHC plan to neither', async () => {
    const held = await aPlanInForce()
    const over = { decision: 'step-down' as const, nextStartsOn: null, nextReviewDue: null }
    expect(await recordReview(held.teacher.actor, held.cycle.id, 1, review(held, over), now)).toMatchObject({
      problems: [{ field: 'decision', message: expect.stringContaining('save this as a draft') as string }],
    })
    await look(`UPDATE sen_statuses SET status = 'ehc-plan' WHERE pupil_id = $1 RETURNING id`, [
      held.pupil.id,
    ])
    expect(await recordReview(held.school.senco, held.cycle.id, 1, review(held, over), now)).toMatchObject({
      problems: [
        { field: 'decision', message: expect.stringContaining('only the local authority') as string },
      ],
    })
    expect(await cyclesOf(held.pupil)).toMatchObject([{ stage: 'do' }])
  })

  it('keeps what it weighed: each outcome with why, each provision with its figures, and both names', async () => {
    const held = await aPlanInForce()
    await aDoNote(held.cycle, held.teacher, { provisionId: held.precision.id })
    await recordReview(held.teacher.actor, held.cycle.id, 1, review(held), now)
    const kept = await asActor(held.mother.actor, (tx) => readReview(tx, held.cycle.id))
    expect(kept).toMatchObject({
      outcomes: [
        {
          rating: -1,
          why: 'Away for two weeks',
          lifecycle: 'continuing',
          trend: 'improving',
          baseline: '16',
        },
        { rating: 1, why: null, lifecycle: 'achieved' },
      ],
      provisions: [
        { what: 'Precision teaching', given: 1, notGiven: 0, decision: 'adjust', works: 'some' },
        { what: 'Help card', given: 0 },
      ],
      teacher: 'Tom Whitfield',
      senco: 'Ruth Adeyemi',
      parentsSayNext: 'A quieter place to read.',
      missing: [],
    })
    expect(kept?.provisions[0]?.planned).toBeGreaterThan(20)
  })

  it('carries what continues and leaves what stops, whatever its rating', async () => {
    const held = await aPlanInForce()
    const form = review(held, {
      ratings: {
        [held.words.id]: rated(-1, '31', 'stopped'),
        [held.help.id]: rated(1, '5 times', 'continuing'),
      },
      provisions: { [held.precision.id]: weighed('continue'), [held.card.id]: weighed('stop') },
    })
    const result = await recordReview(held.teacher.actor, held.cycle.id, 1, form, now)
    const next = result.ok ? result.value.nextCycleId : null
    expect(await look(`SELECT carried_from_id FROM outcomes WHERE cycle_id = $1`, [next])).toEqual([
      { carried_from_id: held.help.id },
    ])
    expect(await look(`SELECT what FROM provisions WHERE cycle_id = $1`, [next])).toEqual([])
  })

  it.each<[string, Partial<ReviewForm>, string]>([
    ['a teacher who is nobody', { teacherId: newId() }, 'teacherId'],
    ['a SENCO who is nobody', { sencoId: newId() }, 'sencoId'],
    ['an invitation to come', { invitedFirst: isoDate('2026-12-08') }, 'invitedFirst'],
    ['a pupil asked after the review', { pupilAskedOn: isoDate('2026-12-05') }, 'pupilAskedOn'],
    ['a provision left out', { provisions: {} }, ''],
    ['nothing changed in spite of little progress', { decision: 'continue', provisions: {} }, ''],
  ])('refuses one with %s, and keeps nothing', async (what, over, field) => {
    const held = await aPlanInForce()
    const unchanged = {
      ratings: { [held.words.id]: rated(-1), [held.help.id]: rated(-2) },
      provisions: { [held.precision.id]: weighed('continue'), [held.card.id]: weighed('continue') },
    }
    const form = review(held, { ...over, ...(what.startsWith('nothing') && unchanged) })
    const result = await recordReview(held.teacher.actor, held.cycle.id, 1, form, now)
    const fields = result.ok ? [] : result.problems.map((problem) => problem.field)
    expect(fields).toEqual(
      field !== ''
        ? [field]
        : what.startsWith('nothing')
          ? ['unchangedReason']
          : [`provisions.${held.precision.id}.decision`, `provisions.${held.card.id}.decision`],
    )
    expect(await look(`SELECT 1 FROM reviews WHERE cycle_id = $1`, [held.cycle.id])).toEqual([])
  })

  it('writes for ever how late it was held (R16)', async () => {
    const held = await aPlanInForce()
    await recordReview(
      held.teacher.actor,
      held.cycle.id,
      1,
      review(held, { heldOn: isoDate('2026-12-07') }),
      now,
    )
    const lines = await asActor(held.school.senco, (tx) =>
      pupilCycles(tx, held.pupil.id, isoDate('2027-06-01')),
    )
    expect(lines[1]?.review).toEqual({
      heldOn: '2026-12-07',
      dueOn: '2026-12-04',
      daysLate: 3,
      decision: 'change-support',
      less: 1,
      asExpected: 0,
      more: 1,
    })
  })

  it('is recorded by a teacher who knows the pupil only as the one responsible for the plan', async () => {
    const held = await aPlanInForce()
    const visiting = await aMember(held.school, 'class-teacher', { pupils: [held.pupil] })
    await look(`UPDATE cycles SET responsible_id = $2 WHERE id = $1 RETURNING id`, [
      held.cycle.id,
      visiting.id,
    ])
    expect((await recordReview(visiting.actor, held.cycle.id, 1, review(held), now)).ok).toBe(true)
    expect(await cyclesOf(held.pupil)).toMatchObject([
      { stage: 'closed' },
      { stage: 'assess', responsible_id: visiting.id },
    ])
  })

  it.each<[string, Partial<ReviewForm>, string, string]>([
    [
      'held tomorrow',
      { heldOn: isoDate('2026-12-08') },
      'heldOn',
      'Date of the review must be today or in the past',
    ],
    [
      'held before the cycle',
      { heldOn: isoDate('2026-09-06') },
      'heldOn',
      'Date of the review must be on or after 7 September 2026',
    ],
    [
      'with the next cycle before it',
      { nextStartsOn: isoDate('2026-12-03') },
      'nextStartsOn',
      'The first day of the next cycle must be on or after 4 December 2026, when the review was held',
    ],
    [
      'with a next review today',
      { nextReviewDue: isoDate('2026-12-07') },
      'nextReviewDue',
      'The next review date must be after today',
    ],
  ])('refuses one %s, and keeps nothing', async (_what, over, field, message) => {
    const held = await aPlanInForce()
    expect(await recordReview(held.teacher.actor, held.cycle.id, 1, review(held, over), now)).toEqual({
      ok: false,
      problems: [{ field, message }],
    })
    expect(await cyclesOf(held.pupil)).toMatchObject([{ stage: 'do' }])
    expect(await look(`SELECT 1 FROM reviews WHERE cycle_id = $1`, [held.cycle.id])).toEqual([])
    expect(await auditOf(held.school)).toEqual([])
  })

  it('refuses one that leaves an outcome out', async () => {
    const held = await aPlanInForce()
    const half = review(held, { ratings: { [held.words.id]: rated(0) } })
    expect(await recordReview(held.teacher.actor, held.cycle.id, 1, half, now)).toEqual({
      ok: false,
      problems: [{ field: `ratings.${held.help.id}.rating`, message: 'Select how outcome 2 went' }],
    })
  })

  it('passes over a rating of somebody else’s outcome', async () => {
    const held = await aPlanInForce()
    const other = await aPlanInForce()
    const both = review(held)
    await recordReview(
      held.teacher.actor,
      held.cycle.id,
      1,
      { ...both, ratings: { ...both.ratings, [other.words.id]: rated(2) } },
      now,
    )
    expect(await look(`SELECT 1 FROM outcome_ratings WHERE outcome_id = $1`, [other.words.id])).toEqual([])
  })

  it('tells the second of two people, and makes one review of two clicks', async () => {
    const held = await aPlanInForce()
    const both = await Promise.allSettled(
      [1, 2].map(() => recordReview(held.teacher.actor, held.cycle.id, 1, review(held), now)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(recordReview(held.school.senco, held.cycle.id, 1, review(held), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect(await cyclesOf(held.pupil)).toHaveLength(2)
    expect(await auditOf(held.school)).toEqual(['review.recorded', 'cycle.started'])
  })

  it('rolls all of it back when the next cycle cannot be opened', async () => {
    const held = await aPlanInForce()
    // Somebody's half-made cycle 6, closed, stands where the next one would.
    await insert('cycles', {
      school_id: held.school.id,
      id: newId(),
      pupil_id: held.pupil.id,
      number: 6,
      stage: 'closed',
      started_on: '2026-09-01',
      closed_on: '2026-09-02',
    })
    await expect(recordReview(held.teacher.actor, held.cycle.id, 1, review(held), now)).rejects.toThrow()
    expect(await look(`SELECT stage, version FROM cycles WHERE id = $1`, [held.cycle.id])).toEqual([
      { stage: 'do', version: 1 },
    ])
    expect(await look(`SELECT 1 FROM reviews WHERE cycle_id = $1`, [held.cycle.id])).toEqual([])
    expect(await auditOf(held.school)).toEqual([])
  })

  it('waits for a plan in force, and is never written twice', async () => {
    const held = await aPlanInForce()
    const draft = await aCycle(await aPupil(held.school), { stage: 'plan', activatedOn: null })
    expect(await recordReview(held.school.senco, draft.id, 1, review(held), now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
    const closed = await aCycle(await aPupil(held.school), { stage: 'closed', closedOn: '2026-11-10' })
    expect(await recordReview(held.school.senco, closed.id, 1, review(held), now)).toMatchObject({
      problems: [{ message: CLOSED }],
    })
  })

  it('is for those who teach the pupil or lead the school', async () => {
    const held = await aPlanInForce()
    await expect(recordReview(held.assistant.actor, held.cycle.id, 1, review(held), now)).rejects.toThrow(
      NotAllowed,
    )
    const stranger = await aMember(held.school, 'class-teacher')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    for (const actor of [stranger.actor, held.mother.actor, elm.senco])
      await expect(recordReview(actor, held.cycle.id, 1, review(held), now)).rejects.toThrow(NotFound)
    expect(await cyclesOf(held.pupil)).toMatchObject([{ stage: 'do' }])
  })
})
