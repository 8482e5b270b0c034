import { describe, expect, it } from 'vitest'
import { raiseConcern } from '@/lib/concern/commands'
import { answerConcern } from '@/lib/concern/decide.commands'
import { getConcern, getConcernToRaise, getDecidedConcern } from '@/lib/concern/queries'
import {
  concernAnswerForm,
  concernForm,
  strategyEffectForm,
  strategyForm,
  talkForm,
} from '@/lib/concern/schema'
import { addStrategy, endStrategy } from '@/lib/concern/strategy.commands'
import { recordTalk } from '@/lib/concern/talk.commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const aStory = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id, status: 'none' })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const mother = await aContact(pupil, { withAccount: true })
  return { school, pupil, teacher, assistant, mother }
}

const raised = (over: Record<string, unknown> = {}) =>
  concernForm.parse({
    raisedBy: 'staff',
    raisedOn: boxes('2026-11-16'),
    words: 'Not keeping up.',
    signs: ['gap-widening'],
    ...over,
  })
const answered = (over: Record<string, unknown> = {}) =>
  concernAnswerForm.parse({
    decision: 'monitor',
    reasons: ['not-enough-known'],
    answer: 'Tom watches her reading until February.',
    answeredOn: boxes('2026-11-20'),
    ...over,
  })

const concernsIn = (school: { id: string }) =>
  look(
    'SELECT raised_by, contact_id, raised_on::text, words, signs, written_by_id, decision, answer, answered_on::text, decided_by_id FROM concerns WHERE school_id = $1 ORDER BY id',
    [school.id],
  )

const idOf = (outcome: Awaited<ReturnType<typeof raiseConcern>>) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.concernId
}

describe('raising a concern', () => {
  it('keeps the words, the day and the signs of a teacher, an assistant or the SENCO', async () => {
    const { school, pupil, teacher, assistant } = await aStory()
    for (const actor of [teacher.actor, assistant.actor, school.senco])
      await raiseConcern(actor, pupil.id, raised(), now)
    const unanswered = { decision: null, answer: null, answered_on: null, decided_by_id: null }
    const concern = {
      raised_by: 'staff',
      contact_id: null,
      raised_on: '2026-11-16',
      words: 'Not keeping up.',
      signs: ['gap-widening'],
      ...unanswered,
    }
    expect(await concernsIn(school)).toEqual(
      [teacher.id, assistant.id, school.senco.membershipId].map((written_by_id) => ({
        ...concern,
        written_by_id,
      })),
    )
    expect(await auditOf(school)).toEqual(['concern.raised', 'concern.raised', 'concern.raised'])
  })

  it("writes down a parent's in their words, with nothing ticked for them", async () => {
    const { school, pupil, teacher, mother } = await aStory()
    await raiseConcern(
      teacher.actor,
      pupil.id,
      raised({ raisedBy: 'parent', contactId: mother.id, words: 'She cries over her reading.' }),
      now,
    )
    expect(await concernsIn(school)).toMatchObject([
      { raised_by: 'parent', contact_id: mother.id, signs: [] },
    ])
  })

  it('keeps one when it is sent twice at the same time', async () => {
    const { school, pupil, teacher } = await aStory()
    const [one, two] = await Promise.all(
      [1, 2].map(() => raiseConcern(teacher.actor, pupil.id, raised(), now)),
    )
    expect(idOf(one!)).toBe(idOf(two!))
    expect(await concernsIn(school)).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['concern.raised'])
  })

  it("refuses a day to come, another family's parent and a restricted one, and keeps nothing", async () => {
    const { school, pupil, teacher } = await aStory()
    const shut = await aContact(pupil, { fullName: 'Imran Khan', restrictedFrom: '2026-01-01' })
    const stranger = await aContact(await aPupil(school))
    const refusal = async (over: Record<string, unknown>) => {
      const outcome = await raiseConcern(teacher.actor, pupil.id, raised(over), now)
      return outcome.ok ? null : outcome.problems[0]?.field
    }
    expect(await refusal({ raisedOn: boxes('2026-11-21') })).toBe('raisedOn')
    for (const contact of [shut, stranger])
      expect(await refusal({ raisedBy: 'parent', contactId: contact.id })).toBe('contactId')
    expect([await concernsIn(school), await auditOf(school)]).toEqual([[], []])
    expect((await getConcernToRaise(teacher.actor, pupil.id, now)).parents.map(({ name }) => name)).toEqual([
      'Farah Khan, mother',
    ])
  })
})

describe('answering a concern', () => {
  const aConcern = async () => {
    const story = await aStory()
    const outcome = await raiseConcern(
      story.teacher.actor,
      story.pupil.id,
      raised({ raisedOn: boxes('2026-11-04') }),
      now,
    )
    return { ...story, of: { pupilId: story.pupil.id, concernId: idOf(outcome), version: 1 } }
  }

  it('keeps what was decided, why, when and by whom', async () => {
    const { school, of } = await aConcern()
    expect(await answerConcern(school.senco, of, answered(), now)).toEqual({ ok: true, value: null })
    expect(await concernsIn(school)).toMatchObject([
      {
        decision: 'monitor',
        answer: 'Tom watches her reading until February.',
        answered_on: '2026-11-20',
        decided_by_id: school.senco.membershipId,
      },
    ])
    expect(await auditOf(school)).toEqual(['concern.raised', 'concern.answered'])
  })

  it('tells how many school days it waited, and lays a later answer on top of the first', async () => {
    const { school, of } = await aConcern()
    const lineOn = async (at: Date) => (await getConcern(school.senco, of, at)).concern
    // ten school days are the limit for one of staff: 18 November is the tenth
    expect((await lineOn(new Date('2026-11-18T09:00:00Z'))).wait).toEqual({
      schoolDays: 10,
      isLate: false,
      isAnswered: false,
    })
    expect(await lineOn(now)).toMatchObject({
      from: 'Tom Whitfield',
      wait: { schoolDays: 12, isLate: true, isAnswered: false },
    })
    await answerConcern(
      school.senco,
      of,
      answered({ answeredOn: boxes('2026-11-06'), decision: 'gather-more', answer: 'A reading test.' }),
      now,
    )
    expect(
      await answerConcern(
        school.senco,
        { ...of, version: 2 },
        answered({ answeredOn: boxes('2026-11-05') }),
        now,
      ),
    ).toMatchObject({ ok: false, problems: [{ field: 'answeredOn' }] })
    await answerConcern(
      school.senco,
      { ...of, version: 2 },
      answered({
        decision: 'sen-support',
        reasons: ['less-than-expected-progress'],
        answer: 'The test shows it.',
        noStrategiesBecause: 'She is in distress every day.',
      }),
      now,
    )
    expect(await lineOn(now)).toMatchObject({
      decision: 'sen-support',
      decisions: [
        {
          decision: 'sen-support',
          decidedOn: '2026-11-20',
          words: 'The test shows it.',
          noStrategiesBecause: 'She is in distress every day.',
          decidedBy: 'Ruth Adeyemi',
        },
        { decision: 'gather-more', decidedOn: '2026-11-06', words: 'A reading test.' },
      ],
      answeredOn: '2026-11-06',
      wait: { schoolDays: 2, isLate: false, isAnswered: true },
    })
    expect(await getDecidedConcern(school.senco, of.pupilId, of.concernId)).toEqual({
      decided: {
        reasons: ['less-than-expected-progress'],
        words: 'The test shows it.',
        decidedOn: '2026-11-20',
      },
      tried: 0,
    })
  })

  it('never takes another home language alone for SEN, and asks why nothing was tried first', async () => {
    const { school, pupil, teacher, of } = await aConcern()
    const language = concernAnswerForm.safeParse({
      decision: 'sen-support',
      reasons: ['english-as-an-additional-language'],
      answer: 'New to English.',
      answeredOn: boxes('2026-11-20'),
    })
    expect(language.error?.issues[0]).toMatchObject({
      path: ['reasons'],
      message: expect.stringContaining('6.24') as unknown,
    })
    const forged = answered({ decision: 'sen-support', reasons: ['less-than-expected-progress'] })
    expect(
      await answerConcern(
        school.senco,
        of,
        { ...forged, reasons: ['english-as-an-additional-language'] },
        now,
      ),
    ).toMatchObject({ ok: false, problems: [{ field: 'reasons' }] })
    expect(await answerConcern(school.senco, of, forged, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'noStrategiesBecause' }],
    })
    await addStrategy(
      teacher.actor,
      of,
      strategyForm.parse({ what: 'Pictures', fromOn: boxes('2026-11-09') }),
      now,
    )
    expect(await answerConcern(school.senco, of, forged, now)).toEqual({ ok: true, value: null })
    expect(
      await look('SELECT decision, reasons FROM concern_decisions WHERE pupil_id = $1', [pupil.id]),
    ).toEqual([{ decision: 'sen-support', reasons: ['less-than-expected-progress'] }])
  })

  it('refuses to look again before the decision', async () => {
    const { school, of } = await aConcern()
    expect(
      await answerConcern(school.senco, of, answered({ lookAgainOn: boxes('2026-11-20') }), now),
    ).toMatchObject({ problems: [{ field: 'lookAgainOn' }] })
  })

  it('refuses a day before it was raised or still to come, and a form that is stale', async () => {
    const { school, of } = await aConcern()
    for (const day of ['2026-11-03', '2026-11-21'])
      expect(await answerConcern(school.senco, of, answered({ answeredOn: boxes(day) }), now)).toMatchObject({
        ok: false,
        problems: [{ field: 'answeredOn' }],
      })
    await expect(answerConcern(school.senco, { ...of, version: 7 }, answered(), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect(await concernsIn(school)).toMatchObject([{ decision: null }])
    expect(await auditOf(school)).toEqual(['concern.raised'])
  })

  it('is for the SENCO and the headteacher; to everyone else the page is not there', async () => {
    const { school, pupil, teacher, assistant, mother, of } = await aConcern()
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    const all: [Actor, typeof NotFound | typeof NotAllowed][] = [
      [teacher.actor, NotAllowed],
      [assistant.actor, NotAllowed],
      [other.actor, NotFound],
      [mother.actor, NotFound],
      [governor.actor, NotFound],
      [elm.senco, NotFound],
    ]
    for (const [actor, error] of all) {
      await expect(answerConcern(actor, of, answered(), now)).rejects.toThrow(error)
    }
    for (const actor of [teacher.actor, assistant.actor])
      expect((await getConcern(actor, of, now)).may.answer).toBe(false)
    for (const actor of [other.actor, mother.actor, governor.actor, elm.senco]) {
      await expect(getConcern(actor, of, now)).rejects.toThrow(NotFound)
      await expect(raiseConcern(actor, pupil.id, raised(), now)).rejects.toThrow(NotFound)
      await expect(getConcernToRaise(actor, pupil.id, now)).rejects.toThrow(NotFound)
    }
    const sibling = await aPupil(school)
    await expect(
      answerConcern(school.senco, { ...of, pupilId: sibling.id }, answered(), now),
    ).rejects.toThrow(NotFound)
    await expect(answerConcern(school.senco, { ...of, concernId: newId() }, answered(), now)).rejects.toThrow(
      NotFound,
    )
    const head = await aMember(school, 'headteacher')
    expect(await answerConcern(head.actor, of, answered(), now)).toMatchObject({ ok: true })
  })
})

describe('what is tried before a decision', () => {
  const aTrial = async () => {
    const story = await aStory()
    const concernId = idOf(await raiseConcern(story.teacher.actor, story.pupil.id, raised(), now))
    return { ...story, at: { pupilId: story.pupil.id, concernId } }
  }
  const tried = (what = 'Sits at the front') => strategyForm.parse({ what, fromOn: boxes('2026-11-17') })
  const came = (over: Record<string, unknown> = {}) =>
    strategyEffectForm.parse({ untilOn: boxes('2026-11-20'), effect: 'helped-a-little', ...over })
  const added = async (outcome: ReturnType<typeof addStrategy>) => {
    const done = await outcome
    if (!done.ok) throw new Error('not added')
    return done.value.strategyId
  }

  it('is written down by an assistant, once, and stays once its effect is known', async () => {
    const { school, assistant, at } = await aTrial()
    const [strategyId] = await Promise.all(
      [1, 2].map(() => added(addStrategy(assistant.actor, at, tried(), now))),
    )
    const of = { ...at, strategyId: strategyId!, version: 1 }
    expect(await endStrategy(assistant.actor, of, came(), now)).toEqual({ ok: true, value: null })
    expect((await getConcern(assistant.actor, at, now)).concern.strategies).toMatchObject([
      { what: 'Sits at the front', fromOn: '2026-11-17', untilOn: '2026-11-20', effect: 'helped-a-little' },
    ])
    expect(await endStrategy(assistant.actor, { ...of, version: 2 }, came(), now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining(['concern.strategy-added', 'concern.strategy-ended']),
    )
  })

  it('refuses days that cannot be, a stale form, and those who do not work with the pupil', async () => {
    const { school, teacher, mother, at } = await aTrial()
    const future = strategyForm.parse({ what: 'Later', fromOn: boxes('2026-11-21') })
    expect(await addStrategy(teacher.actor, at, future, now)).toMatchObject({
      problems: [{ field: 'fromOn' }],
    })
    const strategyId = await added(addStrategy(teacher.actor, at, tried(), now))
    const of = { ...at, strategyId, version: 1 }
    for (const day of ['2026-11-16', '2026-11-21'])
      expect(await endStrategy(teacher.actor, of, came({ untilOn: boxes(day) }), now)).toMatchObject({
        problems: [{ field: 'untilOn' }],
      })
    await expect(endStrategy(teacher.actor, { ...of, version: 4 }, came(), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    for (const actor of [mother.actor, other.actor, governor.actor, elm.senco]) {
      await expect(addStrategy(actor, at, tried(), now)).rejects.toThrow(NotFound)
      await expect(endStrategy(actor, of, came(), now)).rejects.toThrow(NotFound)
    }
  })
})

describe('talking a decision over', () => {
  const talked = (who: string[], over: Record<string, unknown> = {}) =>
    talkForm.parse({ who, talkedOn: boxes('2026-11-20'), words: 'They agree.', noteGiven: 'yes', ...over })
  const aNo = async () => {
    const story = await aStory()
    const concernId = idOf(await raiseConcern(story.teacher.actor, story.pupil.id, raised(), now))
    const at = { pupilId: story.pupil.id, concernId }
    await answerConcern(
      story.school.senco,
      { ...at, version: 1 },
      answered({ decision: 'not-sen', reasons: ['life-event'] }),
      now,
    )
    const { concern } = await getConcern(story.school.senco, at, now)
    return { ...story, at: { ...at, decisionId: concern.decisions[0]!.id } }
  }

  it('keeps each person, once, and then the decision of no waits for nothing', async () => {
    const { school, teacher, mother, at } = await aNo()
    const steps = async () => (await getConcern(teacher.actor, at, now)).concern.waits.map(({ step }) => step)
    expect(await steps()).toEqual(['talk'])
    for (let n = 0; n < 2; n++)
      expect(await recordTalk(teacher.actor, at, talked([mother.id, 'pupil']), now)).toEqual({
        ok: true,
        value: null,
      })
    expect((await getConcern(teacher.actor, at, now)).concern.decisions[0]?.talks).toMatchObject([
      { contact: 'Farah Khan', noteGiven: true, words: 'They agree.' },
      { contact: null },
    ])
    expect(await steps()).toEqual([])
    expect((await auditOf(school)).filter((act) => act === 'concern.talked-over')).toHaveLength(1)
  })

  it('refuses strangers, days before the decision, and everyone who does not teach the pupil', async () => {
    const { school, teacher, assistant, mother, at } = await aNo()
    const stranger = await aContact(await aPupil(school))
    expect(await recordTalk(teacher.actor, at, talked([stranger.id]), now)).toMatchObject({
      problems: [{ field: 'who' }],
    })
    expect(
      await recordTalk(teacher.actor, at, talked(['pupil'], { talkedOn: boxes('2026-11-19') }), now),
    ).toMatchObject({ problems: [{ field: 'talkedOn' }] })
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    await expect(recordTalk(assistant.actor, at, talked(['pupil']), now)).rejects.toThrow(NotAllowed)
    for (const actor of [mother.actor, governor.actor, elm.senco])
      await expect(recordTalk(actor, at, talked(['pupil']), now)).rejects.toThrow(NotFound)
    await expect(
      recordTalk(teacher.actor, { ...at, decisionId: newId() }, talked(['pupil']), now),
    ).rejects.toThrow(NotFound)
    expect(await look('SELECT 1 FROM concern_talks WHERE school_id = $1', [school.id])).toEqual([])
  })

  it('keeps decisions and talks for ever, whoever asks', async () => {
    const { school, teacher, mother, at } = await aNo()
    await recordTalk(teacher.actor, at, talked([mother.id]), now)
    for (const change of [
      (tx: SchoolTx) => tx.concernDecision.updateMany({ data: { words: 'Other' } }),
      (tx: SchoolTx) => tx.concernTalk.updateMany({ data: { words: 'Other' } }),
      (tx: SchoolTx) => tx.concernDecision.deleteMany(),
    ])
      await expect(asActor(school.senco, change)).rejects.toThrow(/permission denied/)
    expect(await asActor(mother.actor, (tx) => tx.concernDecision.count())).toBe(0)
  })
})
