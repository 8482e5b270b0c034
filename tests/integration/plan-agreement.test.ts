import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { activatePlan } from '@/lib/cycle/plan.commands'
import { getPlan } from '@/lib/cycle/plan.queries'
import { recordAnswer, recordAttempt } from '@/lib/plan/agreement.commands'
import { getParty } from '@/lib/plan/agreement.queries'
import type { AnswerForm } from '@/lib/plan/agreement.schema'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')
const yes: AnswerForm = { answer: 'agreed', said: null, method: 'phone', on: today }

const aDraft = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, { fullName: 'Imran Khan', relationship: 'Father', withAccount: true })
  const restricted = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2025-01-01' })
  const cycle = await aCycle(pupil, { stage: 'plan', activatedOn: null, shared: false })
  const place = { pupilId: pupil.id, cycleId: cycle.id }
  return { school, pupil, teacher, assistant, mother, father, restricted, cycle, place }
}

const askedFor = async ({ teacher, place }: Awaited<ReturnType<typeof aDraft>>) =>
  (await getPlan(teacher.actor, place, now)).missing.flatMap(({ item, paragraph }) =>
    item.startsWith('agreement.') ? [`${item} ${paragraph}`] : [],
  )

describe('agreement with a plan', () => {
  it('is asked of each parent and the pupil, and a restricted parent is never listed', async () => {
    const draft = await aDraft()
    const { teacher, mother, father, restricted, cycle, place } = draft
    const { parties } = await getPlan(teacher.actor, place, now)
    expect(parties.map(({ name }) => name)).toEqual(['Farah Khan', 'Imran Khan', 'Amira'])
    expect(await askedFor(draft)).toEqual([
      `agreement.${mother.id} 6.48`,
      `agreement.${father.id} 6.48`,
      'agreement.pupil 6.48',
    ])
    const said = 'Two sessions, not three'
    await recordAnswer(teacher.actor, cycle.id, mother.id, { ...yes, answer: 'partly', said }, now)
    await recordAnswer(teacher.actor, cycle.id, null, yes, now)
    expect(await askedFor(draft)).toEqual([`agreement.${father.id} 6.48`])
    await expect(recordAnswer(teacher.actor, cycle.id, restricted.id, yes, now)).rejects.toThrow(NotFound)
    await expect(getParty(teacher.actor, place, restricted.id, now)).rejects.toThrow(NotFound)
  })

  it('may be a no, which stops nothing and is not hidden, and a later answer stands beside the earlier', async () => {
    const draft = await aDraft()
    const { school, teacher, mother, father, cycle, place } = draft
    const no: AnswerForm = { ...yes, answer: 'disagreed', said: 'She should not leave the class' }
    for (const whose of [mother.id, father.id, null])
      await recordAnswer(teacher.actor, cycle.id, whose, no, now)
    expect(await askedFor(draft)).toEqual([])
    expect((await getPlan(teacher.actor, place, now)).parties[0]?.latest).toMatchObject({
      answer: 'disagreed',
    })
    expect(await look(`SELECT parent_consultation AS stand FROM cycles WHERE id = $1`, [cycle.id])).toEqual([
      { stand: 'disagreed' },
    ])
    await recordAnswer(teacher.actor, cycle.id, mother.id, yes, new Date('2026-11-20T10:00:00Z'))
    expect((await getPlan(teacher.actor, place, now)).parties[0]?.latest).toMatchObject({ answer: 'agreed' })
    expect(
      await look(`SELECT answer FROM plan_agreements WHERE contact_id = $1 ORDER BY recorded_at`, [
        mother.id,
      ]),
    ).toEqual([{ answer: 'disagreed' }, { answer: 'agreed' }])
    expect((await auditOf(school)).filter((action) => action === 'plan.answered')).toHaveLength(4)
    for (const act of [`UPDATE plan_agreements SET answer = 'agreed'`, 'DELETE FROM plan_agreements'])
      await expect(look(`${act} WHERE cycle_id = $1 RETURNING id`, [cycle.id])).rejects.toThrow(
        'stays as it was written',
      )
  })

  it('is "no answer" only after an attempt that is listed', async () => {
    const draft = await aDraft()
    const { teacher, father, cycle, place } = draft
    const none: AnswerForm = { ...yes, answer: 'no-answer' }
    expect(await recordAnswer(teacher.actor, cycle.id, father.id, none, now)).toEqual({
      ok: false,
      problems: [
        { field: 'answer', message: 'Write down each attempt to reach them first: the day and how' },
      ],
    })
    const attempt = { madeOn: isoDate('2026-11-17'), method: 'letter', cameOfIt: 'No reply' } as const
    expect((await recordAttempt(teacher.actor, cycle.id, father.id, attempt, now)).ok).toBe(true)
    expect((await recordAnswer(teacher.actor, cycle.id, father.id, none, now)).ok).toBe(true)
    const { parties } = await getPlan(teacher.actor, place, now)
    expect(parties[1]).toMatchObject({
      latest: { answer: 'no-answer' },
      attempts: [{ on: '2026-11-17', method: 'letter', cameOfIt: 'No reply' }],
    })
  })

  it('says what to put right', async () => {
    const { teacher, mother, cycle } = await aDraft()
    const messages = async (over: Partial<AnswerForm>) => {
      const result = await recordAnswer(teacher.actor, cycle.id, mother.id, { ...yes, ...over }, now)
      return result.ok ? [] : result.problems.map(({ message }) => message)
    }
    expect(await messages({ answer: 'partly' })).toEqual(['Enter what they agreed with, and what not'])
    expect(await messages({ answer: 'disagreed' })).toEqual(['Enter what they did not agree with'])
    expect(await messages({ on: isoDate('2026-11-21') })).toEqual(['The day must be today or in the past'])
    const tomorrow = { madeOn: isoDate('2026-11-21'), method: 'phone', cameOfIt: null } as const
    expect((await recordAttempt(teacher.actor, cycle.id, mother.id, tomorrow, now)).ok).toBe(false)
  })

  it('is written down by those who teach the pupil, and a parent reads their own alone', async () => {
    const { school, teacher, assistant, mother, father, cycle, place } = await aDraft()
    const elm = await aSchool({ name: 'Elm Road Primary' })
    const stranger = await aMember(school, 'class-teacher')
    await expect(recordAnswer(assistant.actor, cycle.id, mother.id, yes, now)).rejects.toThrow(NotAllowed)
    for (const actor of [stranger.actor, mother.actor, elm.senco]) {
      await expect(recordAnswer(actor, cycle.id, mother.id, yes, now)).rejects.toThrow(NotFound)
      await expect(getParty(actor, place, mother.id, now)).rejects.toThrow(NotFound)
    }
    await recordAnswer(teacher.actor, cycle.id, mother.id, yes, now)
    await recordAnswer(teacher.actor, cycle.id, father.id, { ...yes, answer: 'disagreed', said: 'No' }, now)
    await recordAnswer(teacher.actor, cycle.id, null, yes, now)
    const seen = (actor: typeof mother.actor) => asActor(actor, (tx) => tx.planAgreement.findMany())
    expect((await seen(mother.actor)).map(({ contactId }) => contactId)).toEqual([mother.id])
    expect((await seen(father.actor)).map(({ answer }) => answer)).toEqual(['disagreed'])
  })

  it('takes the one note of earlier plans for those it was about', async () => {
    const draft = await aDraft()
    await look(
      `UPDATE cycles SET parent_consultation = 'agreed', parent_consultation_note = 'Met both on 3 November',
         pupil_consultation = 'took-part', pupil_consultation_note = 'Chose' WHERE id = $1 RETURNING id`,
      [draft.cycle.id],
    )
    expect(await askedFor(draft)).toEqual([])
    expect((await activatePlan(draft.teacher.actor, draft.cycle.id, 1, now)).ok).toBe(false)
  })
})
