import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getAssess } from '@/lib/assessment/queries'
import { activatePlan } from '@/lib/cycle/plan.commands'
import { getPlan } from '@/lib/cycle/plan.queries'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { getChild } from '@/lib/family/queries'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { addSuggestion, answerSuggestion } from '@/lib/suggestion/commands'
import { getNewSuggestion, getSuggestion } from '@/lib/suggestion/queries'
import type { SuggestionForm } from '@/lib/suggestion/schema'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aPlanLine,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-23T09:00:00Z')

async function aDraft() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, { withAccount: true, fullName: 'Imran Khan', relationship: 'Father' })
  const cycle = await aCycle(pupil, {
    ...{
      stage: 'plan',
      activatedOn: null,
      reviewDue: '2027-03-12',
      shared: false,
      responsibleId: teacher.id,
    },
  })
  await look(
    `UPDATE cycles SET parent_consultation = 'agreed', parent_consultation_note = 'Met', pupil_consultation = 'took-part', pupil_consultation_note = 'Chose' WHERE id = $1`,
    [cycle.id],
  )
  const outcome = await anOutcome(cycle, { shared: false })
  const provision = await aProvision(cycle, [outcome], { what: 'Reading group', shared: false })
  const line = await aPlanLine(cycle, { kind: 'quiet-place', words: 'The library at break', shared: false })
  const form: SuggestionForm = {
    ...{ contact: mother.id, had: 'yes', words: 'A quiet place after break', saidOn: isoDate('2026-11-19') },
  }
  const place = { pupilId: pupil.id, cycleId: cycle.id }
  return { school, pupil, teacher, assistant, mother, father, cycle, provision, line, form, place }
}

type Draft = Awaited<ReturnType<typeof aDraft>>

async function suggested(draft: Draft, over: Partial<SuggestionForm> = {}) {
  const asked = { cycleId: draft.cycle.id, formKey: newId() }
  const outcome = await addSuggestion(draft.teacher.actor, asked, { ...draft.form, ...over }, now)
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
  return { cycleId: draft.cycle.id, suggestionId: outcome.value.suggestionId }
}

const familyOf = async ({ pupil }: Draft, parent: Draft['mother']) =>
  (await getChild(parent.actor, pupil.id, later)).suggestions

describe('what a parent thinks would help (P19)', () => {
  it('is written down in Assess, is in view on the plan, and is theirs alone among the parents', async () => {
    const draft = await aDraft()
    await suggested(draft)
    for (const read of [getAssess, getPlan])
      expect((await read(draft.assistant.actor, draft.place, now)).suggestions).toMatchObject([
        { from: 'Farah Khan', saidOn: '2026-11-19', words: 'A quiet place after break', answers: [] },
      ])
    expect(await familyOf(draft, draft.mother)).toMatchObject([{ words: 'A quiet place after break' }])
    expect(await familyOf(draft, draft.father)).toEqual([])
    expect((await auditOf(draft.school)).filter((act) => act.startsWith('suggestion'))).toEqual([
      'suggestion.added',
    ])
  })

  it('stops the plan from coming into force until it is answered, and the family reads the answer with the plan', async () => {
    const draft = await aDraft()
    const which = await suggested(draft)
    const refused = await activatePlan(draft.teacher.actor, draft.cycle.id, 1, now)
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        {
          field: `suggestions.${which.suggestionId}`,
          message: expect.stringMatching(/Farah Khan.*6\.48/) as string,
        },
      ],
    })
    const answer = { answer: 'in-the-plan', takenAs: draft.line.id, reason: 'From next week' } as const
    expect(await answerSuggestion(draft.teacher.actor, which, answer, now)).toEqual({ ok: true, value: null })
    expect(await familyOf(draft, draft.mother)).toMatchObject([{ answers: [] }])

    expect(await activatePlan(draft.teacher.actor, draft.cycle.id, 1, later)).toEqual({
      ok: true,
      value: null,
    })
    expect(await familyOf(draft, draft.mother)).toMatchObject([
      { answers: [{ answer: 'in-the-plan', takenAs: 'The library at break', reason: 'From next week' }] },
    ])
    expect(await asActor(draft.father.actor, (tx) => tx.suggestionAnswer.count())).toBe(0)
  })

  it('may be answered again, and the earlier answer stays', async () => {
    const draft = await aDraft()
    const which = await suggested(draft)
    const not = { answer: 'not-now', takenAs: null, reason: 'No room yet; we look again at Easter' } as const
    for (const at of [now, now]) await answerSuggestion(draft.teacher.actor, which, not, at)
    const taken = { answer: 'in-the-plan', takenAs: draft.provision.id, reason: null } as const
    await answerSuggestion(draft.school.senco, which, taken, later)
    const { suggestion } = await getSuggestion(
      draft.teacher.actor,
      { ...draft.place, suggestionId: which.suggestionId },
      later,
    )
    expect(suggestion.answers.map(({ answer, takenAs }) => [answer, takenAs])).toEqual([
      ['in-the-plan', 'Reading group'],
      ['not-now', null],
    ])
  })

  it('may be nothing: they were asked, and that asks for no answer', async () => {
    const draft = await aDraft()
    const which = await suggested(draft, { had: 'no', words: 'left over' })
    const [line] = (await getPlan(draft.teacher.actor, draft.place, now)).suggestions
    expect(line).toMatchObject({ words: null })
    const answer = { answer: 'tried', takenAs: null, reason: 'Yes' } as const
    await expect(answerSuggestion(draft.teacher.actor, which, answer, now)).rejects.toThrow(NotFound)
    expect(await activatePlan(draft.teacher.actor, draft.cycle.id, 1, now)).toEqual({ ok: true, value: null })
  })

  it('is written once for two clicks, and never altered', async () => {
    const draft = await aDraft()
    const asked = { cycleId: draft.cycle.id, formKey: newId() }
    const both = await Promise.all(
      [1, 2].map(() => addSuggestion(draft.teacher.actor, asked, draft.form, now)),
    )
    expect(both[0]).toEqual(both[1])
    await expect(
      look(`UPDATE family_suggestions SET words = 'x' WHERE cycle_id = $1`, [draft.cycle.id]),
    ).rejects.toThrow('stays as it was written')
  })

  it.each([
    ['another day than one that has been', { saidOn: isoDate('2026-11-21') }, 'saidOn'],
    ['somebody who is no parent of the pupil', { contact: newId() }, 'contact'],
  ])('cannot be of %s', async (_what, over, field) => {
    const draft = await aDraft()
    const asked = { cycleId: draft.cycle.id, formKey: newId() }
    expect(await addSuggestion(draft.teacher.actor, asked, { ...draft.form, ...over }, now)).toMatchObject({
      ok: false,
      problems: [{ field }],
    })
  })

  it('became no part of another plan, and nothing of personal care, which all staff would read', async () => {
    const draft = await aDraft()
    const which = await suggested(draft)
    const other = await aDraft()
    await look('UPDATE provisions SET care = true WHERE id = $1 RETURNING id', [draft.provision.id])
    for (const takenAs of [draft.provision.id, other.line.id])
      expect(
        await answerSuggestion(
          draft.school.senco,
          which,
          { answer: 'in-the-plan', takenAs, reason: null },
          now,
        ),
      ).toMatchObject({ ok: false, problems: [{ field: 'takenAs' }] })
  })

  it('is for those who teach the pupil to write, and of a closed cycle for nobody', async () => {
    const draft = await aDraft()
    const which = await suggested(draft)
    const asked = () => ({ cycleId: draft.cycle.id, formKey: newId() })
    const answer = { answer: 'tried', takenAs: null, reason: 'Yes' } as const
    const strangers = [
      (await aMember(draft.school, 'class-teacher')).actor,
      (await aMember(draft.school, 'governor')).actor,
      (await aSchool()).senco,
      draft.mother.actor,
    ]
    for (const actor of strangers) {
      await expect(addSuggestion(actor, asked(), draft.form, now)).rejects.toThrow(NotFound)
      await expect(answerSuggestion(actor, which, answer, now)).rejects.toThrow(NotFound)
      await expect(getNewSuggestion(actor, draft.place, now)).rejects.toThrow(NotFound)
    }
    await expect(addSuggestion(draft.assistant.actor, asked(), draft.form, now)).rejects.toThrow(NotAllowed)
    await expect(answerSuggestion(draft.assistant.actor, which, answer, now)).rejects.toThrow(NotAllowed)
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-20' WHERE id = $1 RETURNING id`, [
      draft.cycle.id,
    ])
    expect(await addSuggestion(draft.teacher.actor, asked(), draft.form, now)).toEqual({
      ok: false,
      problems: [{ field: 'form', message: CLOSED }],
    })
  })
})
