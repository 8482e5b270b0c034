import { describe, expect, it } from 'vitest'
import { answerConcern, raiseConcern } from '@/lib/concern/commands'
import { getConcernToAnswer, getConcernToRaise } from '@/lib/concern/queries'
import { concernAnswerForm, concernForm } from '@/lib/concern/schema'
import type { Actor } from '@/lib/platform/actor'
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
    const lineOn = async (at: Date) =>
      (await getConcernToAnswer(school.senco, of.pupilId, of.concernId, at)).concern
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
      answered({ decision: 'sen-support', answer: 'The test shows it.' }),
      now,
    )
    expect(await lineOn(now)).toMatchObject({
      decision: 'sen-support',
      answer:
        '20 November 2026, SEN support: The test shows it.\n\n6 November 2026, Find out more: A reading test.',
      answeredOn: '2026-11-06',
      decidedBy: 'Ruth Adeyemi',
      wait: { schoolDays: 2, isLate: false, isAnswered: true },
    })
    await answerConcern(
      school.senco,
      { ...of, version: 3 },
      answered({ decision: 'monitor', answer: 'Off it again.' }),
      now,
    )
    expect((await lineOn(now)).answer).toBe(
      '20 November 2026, Monitor: Off it again.\n\n20 November 2026, SEN support: The test shows it.\n\n6 November 2026, Find out more: A reading test.',
    )
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
      await expect(getConcernToAnswer(actor, pupil.id, of.concernId, now)).rejects.toThrow(error)
    }
    for (const actor of [other.actor, mother.actor, governor.actor, elm.senco]) {
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
