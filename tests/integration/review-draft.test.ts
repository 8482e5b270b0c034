import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { recordReview } from '@/lib/review/commands'
import { moveReview } from '@/lib/review/date.commands'
import { saveReviewDraft, saveRound } from '@/lib/review/draft.commands'
import { readDraft, readReview, reviewMoves } from '@/lib/review/reads'
import { addLaterViews } from '@/lib/review/views.commands'
import { aCycle, aMember, anOutcome, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aFamily } from '@/tests/factories/family'
import { look } from '@/tests/factories/insert'
import { aReviewForm } from '@/tests/factories/review'

const now = new Date('2026-12-03T09:00:00Z')
const later = new Date('2026-12-07T09:00:00Z')

const seen = (version: number, knowsTheirs = false) => ({ version, knowsTheirs })

const aPlan = async () => {
  const family = await aFamily()
  const cycle = await aCycle(family.pupil, { responsibleId: family.teacher.id })
  const outcome = await anOutcome(cycle)
  return { ...family, cycle, outcome }
}
type Held = Awaited<ReturnType<typeof aPlan>>

/** Everyone who may not hold or move this pupil's review. */
const theRest = async ({ school, assistant, mother }: Held) =>
  [
    [assistant.actor, NotAllowed],
    [mother.actor, NotFound],
    [(await aMember(school, 'class-teacher')).actor, NotFound],
    [(await aMember(school, 'governor')).actor, NotFound],
    [(await aSchool()).senco, NotFound],
  ] as const

describe('a draft of a review', () => {
  it('keeps what was typed, whole or not, and does not count as held', async () => {
    const { teacher, cycle, school } = await aPlan()
    const values = { pupilViews: 'I like it.', 'heldOn.day': '4', intent: 'draft', draftVersion: '0' }
    expect(await saveReviewDraft(teacher.actor, cycle.id, seen(0), values, now)).toEqual({
      ok: true,
      value: { version: 1, savedBy: null },
    })
    expect(await asActor(school.senco, (tx) => readDraft(tx, cycle.id))).toEqual({
      answers: { pupilViews: 'I like it.', 'heldOn.day': '4' },
      version: 1,
      savedBy: teacher.name,
      savedAt: now,
    })
    expect(await look(`SELECT stage, version FROM cycles WHERE id = $1`, [cycle.id])).toEqual([
      { stage: 'do', version: 1 },
    ])
    expect(await look(`SELECT 1 FROM reviews WHERE cycle_id = $1`, [cycle.id])).toEqual([])
    expect(await auditOf(school)).toEqual(['review.draft-saved'])
  })

  it('tells the second of two people whose it is, keeps theirs, and lets them save again knowingly', async () => {
    const { teacher, cycle, school } = await aPlan()
    await saveReviewDraft(
      teacher.actor,
      cycle.id,
      seen(0),
      { support: 'Tom’s words', decision: 'continue' },
      now,
    )
    const second = { support: 'Ruth’s words', decision: '' }
    expect(await saveReviewDraft(school.senco, cycle.id, seen(0), second, now)).toEqual({
      ok: true,
      value: { version: 1, savedBy: teacher.name },
    })
    expect((await asActor(school.senco, (tx) => readDraft(tx, cycle.id)))?.answers).toEqual({
      support: 'Tom’s words',
      decision: 'continue',
    })
    expect(await saveReviewDraft(school.senco, cycle.id, seen(1, true), second, now)).toEqual({
      ok: true,
      value: { version: 2, savedBy: null },
    })
    expect((await asActor(school.senco, (tx) => readDraft(tx, cycle.id)))?.answers).toEqual({
      support: 'Ruth’s words',
      decision: 'continue',
    })
  })

  it('is not signed off over words somebody saved since', async () => {
    const held = await aPlan()
    const { teacher, school, cycle, outcome } = held
    await saveReviewDraft(school.senco, cycle.id, seen(0), { support: 'Ruth’s words' }, now)
    const form = aReviewForm({ outcomes: { [outcome.id]: 1 }, teacher, senco: school.sencoMember })
    const refused = await recordReview(teacher.actor, cycle.id, 1, { ...form, draftVersion: '0' }, later)
    expect(refused).toMatchObject({
      problems: [{ field: 'form', message: expect.stringContaining('Ruth') as string }],
    })
    const done = await recordReview(teacher.actor, cycle.id, 1, { ...form, draftVersion: '1' }, later)
    expect(done.ok).toBe(true)
    expect(
      await look(`SELECT signed_off_at IS NOT NULL AS done FROM review_drafts WHERE cycle_id = $1`, [
        cycle.id,
      ]),
    ).toEqual([{ done: true }])
    expect(
      await saveReviewDraft(teacher.actor, cycle.id, seen(1), { support: 'Too late' }, later),
    ).toMatchObject({
      ok: false,
    })
  })

  it('is for those who may record it, and parents never see it', async () => {
    const held = await aPlan()
    for (const [actor, error] of await theRest(held))
      await expect(saveReviewDraft(actor, held.cycle.id, seen(0), { support: 'x' }, now)).rejects.toThrow(
        error,
      )
    await saveReviewDraft(held.teacher.actor, held.cycle.id, seen(0), { support: 'x' }, now)
    expect(await asActor(held.mother.actor, (tx) => tx.reviewDraft.count())).toBe(0)
  })
})

describe('a round of several pupils', () => {
  it('keeps each one’s words, leaves an untouched one, and one that somebody else saved meanwhile', async () => {
    const held = await aPlan()
    const { school, teacher, pupil } = held
    const others = await Promise.all(
      ['Ben', 'Cara', 'Dylan'].map(async (givenName) =>
        aCycle(await aPupil(school, { givenName, classId: pupil.classId }), { responsibleId: teacher.id }),
      ),
    )
    const [ben, cara, dylan] = others.map(({ id }) => id) as [string, string, string]
    const actor = { ...teacher.actor, pupilIds: [pupil.id, ...others.map(({ pupilId }) => pupilId)] }
    await saveReviewDraft(school.senco, cara, seen(0), { support: 'Ruth’s words' }, now)
    await saveReviewDraft(school.senco, dylan, seen(0), { support: 'From before' }, now)
    const result = await saveRound(
      actor,
      [
        { cycleId: held.cycle.id, ...seen(0) },
        { cycleId: ben, ...seen(0) },
        { cycleId: cara, ...seen(0) },
        { cycleId: dylan, ...seen(1) },
      ],
      {
        [`drafts.${held.cycle.id}.pupilViews`]: 'Amira: I read to my sister',
        [`drafts.${cara}.pupilViews`]: 'Cara: too loud',
        [`drafts.${dylan}.pupilViews`]: 'Dylan: fine',
        [`drafts.${ben}.pupilViews`]: '',
      },
      now,
    )
    expect(result).toMatchObject({
      value: [
        { is: 'saved', version: 1 },
        { is: 'unchanged', version: 0 },
        { is: 'elsewhere', version: 1, savedBy: 'Ruth Adeyemi' },
        { is: 'saved', version: 2 },
      ],
    })
    const kept = await look<{ cycle_id: string; answers: unknown }>(
      `SELECT cycle_id, answers FROM review_drafts WHERE school_id = $1`,
      [school.id],
    )
    expect(Object.fromEntries(kept.map(({ cycle_id, answers }) => [cycle_id, answers]))).toEqual({
      [held.cycle.id]: { pupilViews: 'Amira: I read to my sister' },
      [cara]: { support: 'Ruth’s words' },
      [dylan]: { support: 'From before', pupilViews: 'Dylan: fine' },
    })
  })

  it('keeps nothing at all where one pupil is not theirs', async () => {
    const held = await aPlan()
    const strange = await aCycle(await aPupil(held.school))
    const parts = [held.cycle.id, strange.id].map((cycleId) => ({ cycleId, ...seen(0) }))
    const values = Object.fromEntries(parts.map(({ cycleId }) => [`drafts.${cycleId}.support`, 'x']))
    await expect(saveRound(held.teacher.actor, parts, values, now)).rejects.toThrow(NotFound)
    expect(await look(`SELECT 1 FROM review_drafts WHERE school_id = $1`, [held.school.id])).toEqual([])
  })
})

describe('moveReview', () => {
  const form = { to: isoDate('2026-12-10'), reason: 'Father is away' }
  const due = (cycle: { id: string }) =>
    look(`SELECT review_due::text, version FROM cycles WHERE id = $1`, [cycle.id])

  it('agrees another day before the first has passed, logs it, and the family sees it', async () => {
    const { teacher, cycle, school, mother } = await aPlan()
    expect(await moveReview(teacher.actor, cycle.id, 1, form, now)).toEqual({
      ok: true,
      value: { kind: 'moved' },
    })
    expect(await due(cycle)).toEqual([{ review_due: '2026-12-10', version: 2 }])
    const moves = await asActor(mother.actor, (tx) => reviewMoves(tx, cycle.id))
    expect(moves).toMatchObject([
      { kind: 'moved', from: '2026-12-04', to: '2026-12-10', reason: 'Father is away', on: '2026-12-03' },
    ])
    expect(moves[0]?.by).toBe(teacher.name)
    expect(await auditOf(school)).toEqual(['review.moved'])
  })

  it('keeps the agreed day once it has passed, which counts as late for ever (R15, R16)', async () => {
    const held = await aPlan()
    const { teacher, cycle, school, outcome } = held
    expect(await moveReview(teacher.actor, cycle.id, 1, form, later)).toEqual({
      ok: true,
      value: { kind: 'expected' },
    })
    expect(await due(cycle)).toEqual([{ review_due: '2026-12-04', version: 2 }])
    const review = aReviewForm(
      { outcomes: { [outcome.id]: 1 }, teacher, senco: school.sencoMember },
      { heldOn: isoDate('2026-12-07') },
    )
    await recordReview(teacher.actor, cycle.id, 2, review, later)
    expect(await asActor(school.senco, (tx) => readReview(tx, cycle.id))).toMatchObject({
      dueOn: '2026-12-04',
      daysLate: 3,
    })
  })

  it.each([
    ['yesterday', '2026-12-02', 'The new day must be today or later'],
    ['the same day', '2026-12-04', 'The review is agreed for 4 December 2026 already: enter another day'],
  ])('refuses %s', async (_what, to, message) => {
    const { teacher, cycle } = await aPlan()
    expect(await moveReview(teacher.actor, cycle.id, 1, { ...form, to: isoDate(to) }, now)).toEqual({
      ok: false,
      problems: [{ field: 'to', message }],
    })
    expect(await due(cycle)).toEqual([{ review_due: '2026-12-04', version: 1 }])
  })

  it('tells the second of two people, and refuses a plan that is not in force', async () => {
    const { teacher, cycle, school } = await aPlan()
    await moveReview(teacher.actor, cycle.id, 1, form, now)
    await expect(moveReview(school.senco, cycle.id, 1, form, now)).rejects.toThrow(ChangedElsewhere)
    const draft = await aCycle(await aPupil(school), { stage: 'plan', activatedOn: null })
    expect(await moveReview(school.senco, draft.id, 1, form, now)).toMatchObject({ ok: false })
  })

  it('is for those who hold the review', async () => {
    const held = await aPlan()
    for (const [actor, error] of await theRest(held))
      await expect(moveReview(actor, held.cycle.id, 1, form, now)).rejects.toThrow(error)
    expect(await due(held.cycle)).toEqual([{ review_due: '2026-12-04', version: 1 }])
  })
})

describe('addLaterViews (R17)', () => {
  it('adds what a parent said later, beside the review that stays, and clears that it was missing', async () => {
    const held = await aPlan()
    const { teacher, cycle, school, outcome } = held
    const review = aReviewForm(
      { outcomes: { [outcome.id]: 1 }, teacher, senco: school.sencoMember },
      { parentViews: null, parentViewsMissing: 'No answer yet', parentsSayNext: null },
    )
    await recordReview(teacher.actor, cycle.id, 1, review, later)
    const missing = async () => (await asActor(school.senco, (tx) => readReview(tx, cycle.id)))?.missing
    expect(await missing()).toEqual(['parent'])
    const add = (words: string | null) =>
      addLaterViews(teacher.actor, cycle.id, { whose: 'parent', onDay: isoDate('2026-12-07'), words }, later)
    await add(null)
    expect(await missing()).toEqual(['parent'])
    await add('She is calmer at home')
    expect(await missing()).toEqual([])
    // what one parent said is not another parent's
    expect(await asActor(held.mother.actor, (tx) => tx.reviewView.count())).toBe(0)
    for (const [actor, error] of await theRest(held))
      await expect(
        addLaterViews(actor, cycle.id, { whose: 'pupil', onDay: isoDate('2026-12-07'), words: 'x' }, later),
      ).rejects.toThrow(error)
  })
})
