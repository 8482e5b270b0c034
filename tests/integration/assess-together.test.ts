import { describe, expect, it } from 'vitest'
import { addBaseline, annotate } from '@/lib/assessment/beside.commands'
import { addSource, changeSource, saveParentViews, savePupilViews } from '@/lib/assessment/commands'
import { OWN_WORDS } from '@/lib/assessment/own-words.rules'
import { getAssess, getAssessmentPart, getSource } from '@/lib/assessment/queries'
import { askColleague, withdrawRequest } from '@/lib/assessment/request.commands'
import { baselineForm, requestForm } from '@/lib/assessment/request.schema'
import type { SourceForm } from '@/lib/assessment/schema'
import { isoDate } from '@/lib/calendar/iso-date'
import { getToday } from '@/lib/flag/queries'
import { answerQuestion, askQuestion } from '@/lib/open-question/commands'
import { getQuestion, getQuestionToAsk } from '@/lib/open-question/queries'
import { foundForm, questionForm } from '@/lib/open-question/schema'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aCycle, aMember, aPupil, aSchool, aTeacherOf, aClass, auditOf } from '@/tests/factories'
import { aFamily, boxes } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const source: SourceForm = {
  kind: 'other-subjects',
  saidBy: 'Joan Pickering',
  saidOn: isoDate('2026-11-16'),
  words: 'He waits for someone to start him off.',
  audience: 'staff',
}
const views = {
  parentViews: 'He loves maps.',
  parentViewsFrom: 'Farah Khan',
  parentViewsOn: isoDate('2026-11-17'),
}

const anAssessment = async () => {
  const family = await aFamily()
  const cycle = await aCycle(family.pupil, {
    stage: 'assess',
    activatedOn: null,
    reviewDue: null,
    shared: false,
  })
  const elm = await aSchool()
  const governor = await aMember(family.school, 'governor')
  const other = await aTeacherOf(family.school, await aClass(family.school), [])
  const outside: Actor[] = [family.mother.actor, governor.actor, other.actor, elm.senco]
  return { ...family, cycle, outside, place: { pupilId: family.pupil.id, cycleId: cycle.id } }
}

const added = async (outcome: ReturnType<typeof addSource>) => {
  const done = await outcome
  if (!done.ok) throw new Error('not added')
  return done.value.sourceId
}

describe('asking a colleague', () => {
  const asks = (askedOfId: string, over: Record<string, unknown> = {}) =>
    requestForm.parse({ askedOfId, kind: 'other-subjects', words: 'What do you see in maths?', ...over })
  const actsOf = async (actor: Actor) =>
    (await getToday(actor, now)).groups.flatMap(({ lines }) => lines.map(({ act }) => act))

  it('waits on their Today until they have written it, from a phone if they like (6.45)', async () => {
    const { school, teacher, assistant, cycle, place } = await anAssessment()
    for (let n = 0; n < 2; n++) await askColleague(teacher.actor, cycle.id, asks(assistant.id), now)
    expect(await actsOf(assistant.actor)).toEqual(['Say what you know about Amira Khan'])
    const before = await getAssess(teacher.actor, place, now)
    expect(before.requests).toMatchObject([{ askedOfId: assistant.id, isMet: false }])
    expect(before.heard.asked.map(({ membershipId }) => membershipId)).toEqual([assistant.id])
    expect(before.heard.silent.map(({ membershipId }) => membershipId)).toEqual([teacher.id])
    await added(addSource(assistant.actor, cycle.id, source, now))
    expect(await actsOf(assistant.actor)).toEqual([])
    const after = await getAssess(teacher.actor, place, now)
    expect([after.requests[0]?.isMet, after.heard.asked.length]).toEqual([true, 0])
    expect((await auditOf(school)).filter((act) => act === 'assessment.asked')).toHaveLength(1)
  })

  it('can be taken back, once', async () => {
    const { teacher, assistant, cycle, outside } = await anAssessment()
    const asked = await askColleague(teacher.actor, cycle.id, asks(assistant.id), now)
    if (!asked.ok) throw new Error('not asked')
    await expect(withdrawRequest(assistant.actor, asked.value.requestId, now)).rejects.toThrow(NotAllowed)
    for (const actor of outside)
      await expect(withdrawRequest(actor, asked.value.requestId, now)).rejects.toThrow(NotFound)
    expect(await withdrawRequest(teacher.actor, asked.value.requestId, now)).toEqual({
      ok: true,
      value: null,
    })
    expect(await withdrawRequest(teacher.actor, asked.value.requestId, now)).toMatchObject({ ok: false })
    expect(await actsOf(assistant.actor)).toEqual([])
  })

  it('is for teachers of the pupil, of those who work with the pupil, while the plan is not in force', async () => {
    const { school, teacher, assistant, cycle, outside } = await anAssessment()
    const stranger = await aMember(school, 'class-teacher')
    expect(await askColleague(teacher.actor, cycle.id, asks(stranger.id), now)).toMatchObject({
      problems: [{ field: 'askedOfId' }],
    })
    await expect(askColleague(assistant.actor, cycle.id, asks(teacher.id), now)).rejects.toThrow(NotAllowed)
    for (const actor of outside)
      await expect(askColleague(actor, cycle.id, asks(teacher.id), now)).rejects.toThrow(NotFound)
    const inForce = await aCycle(await aPupil(school))
    expect(await askColleague(school.senco, inForce.id, asks(teacher.id), now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
  })
})

describe('a family’s own words', () => {
  it('stay as they were written, and staff set a note beside them (6.45)', async () => {
    const { school, teacher, assistant, mother, cycle, place } = await anAssessment()
    expect(await saveParentViews(teacher.actor, cycle.id, 0, views, now)).toEqual({ ok: true, value: null })
    expect(
      await saveParentViews(teacher.actor, cycle.id, 1, { ...views, parentViews: 'Other' }, now),
    ).toMatchObject({ problems: [{ message: OWN_WORDS }] })
    await expect(getAssessmentPart(teacher.actor, place, now, 'parentViews')).rejects.toThrow(NotFound)
    const id = await added(addSource(assistant.actor, cycle.id, { ...source, kind: 'pupil' }, now))
    expect(await changeSource(assistant.actor, id, 1, source, now)).toMatchObject({
      problems: [{ message: OWN_WORDS }],
    })
    await expect(getSource(assistant.actor, place, id, now)).rejects.toThrow(NotFound)
    for (const sql of [
      `UPDATE assessments SET parent_views = 'Other' WHERE cycle_id = '${cycle.id}'`,
      `UPDATE assessment_sources SET words = 'Other' WHERE id = '${id}'`,
    ])
      await expect(look(sql)).rejects.toThrow(/stay as they were written/)

    const note = { words: 'She said this after the trip.' }
    for (let n = 0; n < 2; n++)
      await annotate(assistant.actor, cycle.id, { about: 'parent-views', sourceId: null }, note, now)
    await annotate(teacher.actor, cycle.id, { about: 'source', sourceId: id }, note, now)
    expect((await getAssess(teacher.actor, place, now)).annotations).toMatchObject([
      { about: 'parent-views', words: note.words },
      { about: 'source', sourceId: id },
    ])
    expect(await asActor(mother.actor, (tx) => tx.assessmentAnnotation.count())).toBe(0)
    await expect(
      asActor(school.senco, (tx) => tx.assessmentAnnotation.updateMany({ data: { words: 'x' } })),
    ).rejects.toThrow(/permission denied/)
  })

  it('are annotated only where they are, and by those who work with the pupil', async () => {
    const { teacher, cycle, outside } = await anAssessment()
    const note = { words: 'A note' }
    const nowhere = [
      { about: 'parent-views', sourceId: null },
      { about: 'source', sourceId: newId() },
    ] as const
    for (const beside of nowhere)
      await expect(annotate(teacher.actor, cycle.id, beside, note, now)).rejects.toThrow(NotFound)
    await savePupilViews(
      teacher.actor,
      cycle.id,
      0,
      { pupilViews: 'I like maps', pupilViewsHow: 'talked', pupilViewsOn: isoDate('2026-11-17') },
      now,
    )
    for (const actor of outside)
      await expect(
        annotate(actor, cycle.id, { about: 'pupil-views', sourceId: null }, note, now),
      ).rejects.toThrow(NotFound)
  })

  it('may be heard late: added once the plan is in force, which ends R06, but not once it is closed', async () => {
    const { school, teacher, pupil } = await aFamily()
    const cycle = await aCycle(pupil)
    const acts = async () =>
      (await getToday(school.senco, now)).groups.flatMap(({ lines }) => lines.map(({ act }) => act))
    expect(await acts()).toContain('Write down what the family says about Amira Khan')
    for (const kind of ['parent', 'pupil'] as const)
      await added(addSource(teacher.actor, cycle.id, { ...source, kind }, now))
    expect((await acts()).filter((act) => act.startsWith('Write down what'))).toEqual([])
    expect(await addSource(teacher.actor, cycle.id, source, now)).toMatchObject({ ok: false })
    const closed = await aCycle(await aPupil(school), { stage: 'closed', closedOn: '2026-11-10' })
    expect(await addSource(school.senco, closed.id, { ...source, kind: 'parent' }, now)).toMatchObject({
      ok: false,
    })
  })
})

describe('a starting point', () => {
  const taken = (over: Record<string, unknown> = {}) =>
    baselineForm.parse({
      measure: 'Words read aloud',
      value: '16',
      unit: 'words in a minute',
      measuredOn: boxes('2026-11-18'),
      ...over,
    })

  it('has a unit and a day, and a later result stands beside it', async () => {
    const { school, teacher, cycle, place } = await anAssessment()
    for (const form of [taken(), taken(), taken({ value: '19', measuredOn: boxes('2026-11-20') })])
      expect(await addBaseline(teacher.actor, cycle.id, form, now)).toEqual({ ok: true, value: null })
    expect((await getAssess(teacher.actor, place, now)).baselines).toMatchObject([
      { measure: 'Words read aloud', value: '16', unit: 'words in a minute', measuredOn: '2026-11-18' },
      { value: '19' },
    ])
    expect(await auditOf(school)).toContain('assessment.baseline-added')
  })

  it('refuses tomorrow, an assistant and everyone outside', async () => {
    const { teacher, assistant, cycle, outside } = await anAssessment()
    expect(
      await addBaseline(teacher.actor, cycle.id, taken({ measuredOn: boxes('2026-11-21') }), now),
    ).toMatchObject({ problems: [{ field: 'measuredOn' }] })
    await expect(addBaseline(assistant.actor, cycle.id, taken(), now)).rejects.toThrow(NotAllowed)
    for (const actor of outside)
      await expect(addBaseline(actor, cycle.id, taken(), now)).rejects.toThrow(NotFound)
  })
})

describe('what is still to be found out (P19)', () => {
  const ask = (ownerId: string, over: Record<string, unknown> = {}) =>
    questionForm.parse({ what: 'Was her hearing tested?', ownerId, dueOn: boxes('2026-11-23'), ...over })
  const found = (over: Record<string, unknown> = {}) =>
    foundForm.parse({ found: 'Yes, in May.', foundOn: boxes('2026-11-20'), ...over })
  const asked = async (outcome: ReturnType<typeof askQuestion>) => {
    const done = await outcome
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    return done.value.questionId
  }
  const acts = async (actor: Actor, at: Date) =>
    (await getToday(actor, at)).groups.flatMap(({ lines }) => lines.map(({ act }) => act))

  it('stands on its owner’s Today on the day, until it is found out', async () => {
    const { school, teacher, assistant, pupil } = await aFamily()
    const one = await asked(askQuestion(teacher.actor, pupil.id, ask(assistant.id), now))
    expect(await asked(askQuestion(teacher.actor, pupil.id, ask(assistant.id), now))).toBe(one)
    const due = new Date('2026-11-23T09:00:00Z')
    expect(await acts(assistant.actor, now)).toEqual([])
    expect(await acts(assistant.actor, due)).toEqual(['Find out about Amira Khan: Was her hearing tested?'])
    expect(await acts(teacher.actor, due)).not.toContain('Find out about Amira Khan: Was her hearing tested?')
    const of = { pupilId: pupil.id, questionId: one, version: 1 }
    expect((await getQuestion(assistant.actor, of, now)).question.owner).toBe(assistant.name)
    expect(await answerQuestion(assistant.actor, of, found(), now)).toEqual({ ok: true, value: null })
    expect(await acts(assistant.actor, due)).toEqual([])
    expect(await answerQuestion(teacher.actor, { ...of, version: 2 }, found(), now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining(['open-question.asked', 'open-question.answered']),
    )
  })

  it('refuses days that cannot be, an owner from outside, a stale form, and those it is not for', async () => {
    const { school, teacher, assistant, mother, pupil } = await aFamily()
    const stranger = await aMember(school, 'class-teacher')
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    const fieldOf = async (form: ReturnType<typeof ask>) => {
      const outcome = await askQuestion(teacher.actor, pupil.id, form, now)
      return outcome.ok ? null : outcome.problems[0]?.field
    }
    expect(await fieldOf(ask(stranger.id))).toBe('ownerId')
    expect(await fieldOf(ask(teacher.id, { dueOn: boxes('2026-11-19') }))).toBe('dueOn')
    await expect(askQuestion(assistant.actor, pupil.id, ask(teacher.id), now)).rejects.toThrow(NotAllowed)
    const questionId = await asked(askQuestion(teacher.actor, pupil.id, ask(teacher.id), now))
    const of = { pupilId: pupil.id, questionId, version: 1 }
    await expect(answerQuestion(assistant.actor, of, found(), now)).rejects.toThrow(NotAllowed)
    await expect(answerQuestion(teacher.actor, { ...of, version: 9 }, found(), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    for (const day of ['2026-11-19', '2026-11-21'])
      expect(await answerQuestion(teacher.actor, of, found({ foundOn: boxes(day) }), now)).toMatchObject({
        problems: [{ field: 'foundOn' }],
      })
    for (const actor of [mother.actor, governor.actor, elm.senco]) {
      await expect(askQuestion(actor, pupil.id, ask(teacher.id), now)).rejects.toThrow(NotFound)
      await expect(answerQuestion(actor, of, found(), now)).rejects.toThrow(NotFound)
      await expect(getQuestion(actor, of, now)).rejects.toThrow(NotFound)
      await expect(getQuestionToAsk(actor, pupil.id, now)).rejects.toThrow(NotFound)
    }
  })
})
