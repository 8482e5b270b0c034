import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { keepFamilyNote } from '@/lib/family-note/commands'
import { getFamilyNote } from '@/lib/family-note/queries'
import { getToday } from '@/lib/flag/queries'
import { invitationWriters } from '@/lib/invitation/letters.commands'
import { deliverMail } from '@/lib/mail/delivery.commands'
import { moveParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { recordCopies } from '@/lib/parent-meeting/copies.commands'
import { amendForm } from '@/lib/parent-meeting/held.schema'
import { getMeeting } from '@/lib/parent-meeting/queries'
import { getGiving, getRecording } from '@/lib/parent-meeting/record.queries'
import { moveForm } from '@/lib/parent-meeting/schema'
import { amendRecord, signRecord } from '@/lib/parent-meeting/signing.commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { giveBorn, openRecordLink } from '@/lib/record-copy/link.commands'
import { recordToken } from '@/lib/record-copy/token'
import { askAboutRecord, explainRecord } from '@/lib/record-question/commands'
import { getExplaining } from '@/lib/record-question/queries'
import { pointsAtMeeting } from '@/lib/parent-point/answer.reads'
import { aContact, aMeeting, aPupil } from '@/tests/factories'
import { aParentPoint } from '@/tests/factories/parent-point'
import { boxes, theRest } from '@/tests/factories/family'
import { aHeldMeeting, giving, holding, now, signing, versionOf } from '@/tests/factories/held'
import { look, newId } from '@/tests/factories/insert'

type Held = Awaited<ReturnType<typeof aHeldMeeting>>

async function aSigned(over: Parameters<typeof aHeldMeeting>[0] = {}) {
  const held = await aHeldMeeting(over)
  await held.hold()
  await held.sign({ staff: '' })
  await look(`UPDATE contacts SET email = 'farah@home.example' WHERE id = $1`, [held.mother.id])
  return held
}
const give = (
  { teacher, meeting }: Held,
  given: Record<string, string>,
  steps: readonly string[] = [],
  actor: Actor = teacher.actor,
) => recordCopies(actor, meeting.id, giving(given, steps), now)
const copiesOf = (meeting: { id: string }) =>
  look<{ id: string; contact_id: string; method: string; number: number }>(
    'SELECT id, contact_id, method, number FROM meeting_record_deliveries WHERE meeting_id = $1 ORDER BY number, id',
    [meeting.id],
  )
const placeOf = ({ pupil, meeting }: Held) => ({ pupilId: pupil.id, meetingId: meeting.id })
const deliver = async ({ school, pupil }: Held) => {
  for (const { id } of await look<{ id: string }>(
    `SELECT id FROM outbox_mails WHERE pupil_id = $1 AND status = 'waiting'`,
    [pupil.id],
  ))
    await deliverMail({ schoolId: school.id, membershipId: school.systemId }, id, {
      writers: invitationWriters,
      carrier: null,
      clock: () => now,
      isLast: false,
    })
}
const linesOf = async (actor: Actor, at: Date) =>
  (await getToday(actor, at)).groups.flatMap(({ lines }) => lines.map(({ act, since }) => `${act}. ${since}`))

describe('giving a signed record', () => {
  it('is noted for each parent by way and day, once, with staff and the MIS; the trail counts', async () => {
    const held = await aSigned()
    const { mother, father, meeting } = held
    for (const click of [1, 2])
      expect(
        await give(held, { [mother.id]: 'in-person', [father.id]: 'letter' }, ['staff', 'mis']),
        `click ${click}`,
      ).toMatchObject({ ok: true })
    expect((await copiesOf(meeting)).map(({ method, number }) => `${method} ${number}`)).toEqual([
      'in-person 1',
      'letter 1',
    ])
    const page = await getGiving(held.teacher.actor, placeOf(held), now)
    expect(page.meeting.stepsToDo).toEqual([])
    expect(page.meeting.copies.map(({ method }) => method)).toEqual(['in-person', 'letter'])
  })

  it('waits for its signing, and names nobody who is shut out or cannot have it so', async () => {
    const held = await aHeldMeeting()
    await held.hold()
    const { mother, father, pupil } = held
    expect(await give(held, { [mother.id]: 'letter' })).toMatchObject({
      problems: [{ message: expect.stringContaining('sign it off') as string }],
    })
    await held.sign()
    const shutOut = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-01' })
    expect(await give(held, { [shutOut.id]: 'letter' })).toMatchObject({ problems: [{ field: 'form' }] })
    expect(await give(held, { [father.id]: 'link' })).toMatchObject({
      problems: [{ field: `given.${father.id}.method` }],
    })
    expect(await give(held, { [father.id]: 'service' })).toMatchObject({
      problems: [{ field: `given.${father.id}.method` }],
    })
    expect(await give(held, {})).toMatchObject({ problems: [{ field: 'form' }] })
    const page = await getGiving(held.teacher.actor, placeOf(held), now)
    expect(JSON.stringify(page.meeting)).not.toContain('Sam')
    expect(await copiesOf(held.meeting)).toEqual([])
  })

  it('goes by email with a link once, though two people send it in the same moment', async () => {
    const held = await aSigned()
    const { mother, school, meeting } = held
    await Promise.all([
      give(held, { [mother.id]: 'link' }),
      give(held, { [mother.id]: 'link' }, [], school.senco),
    ])
    expect(await copiesOf(meeting)).toHaveLength(1)
    await deliver(held)
    const [letter] = await look<{ subject: string; body: string }>(
      'SELECT c.subject, c.body FROM caught_mails c JOIN outbox_mails o ON o.school_id = c.school_id AND o.id = c.id WHERE o.pupil_id = $1',
      [held.pupil.id],
    )
    expect(letter?.subject).toBe('The record of your meeting at school')
    expect(letter?.subject).not.toContain('Amira')
    expect(letter?.body).toContain('/record/')
    expect(letter?.body).not.toMatch(/word list|Khan’s/)
    await look(`UPDATE outbox_mails SET status = 'failed' WHERE pupil_id = $1`, [held.pupil.id])
    await give(held, { [mother.id]: 'link' })
    expect(await copiesOf(meeting)).toHaveLength(2)
  })

  it('begins its clock again with each version, for each parent and for the MIS (R19, R20)', async () => {
    const held = await aSigned()
    const { mother, father, school, meeting } = held
    const late = new Date('2026-12-08T09:00:00Z')
    const about = async (at: Date) =>
      (await linesOf(school.senco, at)).filter((line) => /record|MIS/.test(line))
    expect(await about(late)).toEqual(['Give both parents a copy of the record. Since 4 December'])
    await give(held, { [mother.id]: 'in-person', [father.id]: 'letter' })
    expect(await about(late)).toEqual([
      'Share the record of Amira Khan’s meeting with staff, and update the MIS. Since 4 December',
    ])
    await give(held, {}, ['staff', 'mis'])
    expect(await about(late)).toEqual([])
    const change = amendForm.parse(
      holding({
        came: [mother.id],
        ledById: held.teacher.id,
        reason: 'A slip',
        supportAgreed: 'Three times',
      }),
    )
    await amendRecord(held.teacher.actor, meeting.id, await versionOf(meeting), change, late)
    expect(await about(late)).toEqual([])
    expect(await about(new Date('2027-01-12T09:00:00Z'))).toEqual([
      expect.stringContaining('Give both parents a copy of the record'),
    ])
    expect((await copiesOf(meeting)).every(({ number }) => number === 1)).toBe(true)
  })

  it('is nothing for those who may not', async () => {
    const held = await aSigned()
    for (const [who, actor, error] of await theRest(held)) {
      await expect(give(held, { [held.mother.id]: 'letter' }, [], actor), who).rejects.toThrow(error)
      const page = who === 'the mother' ? NotFound : error
      await expect(getGiving(actor, placeOf(held), now), who).rejects.toThrow(page)
    }
  })
})

describe('a link to a copy', () => {
  const from = (address = newId()) => ({ address, now })
  async function aLink() {
    const held = await aSigned()
    await give(held, { [held.mother.id]: 'link' })
    const [copy] = await copiesOf(held.meeting)
    return { ...held, token: recordToken(copy?.id ?? '') }
  }

  it('shows a first name and a day, and the record once the date of birth is given', async () => {
    const { token } = await aLink()
    const asking = { token, ...from() }
    const shut = await openRecordLink(asking, false)
    expect(shut).toMatchObject({ givenName: 'Amira', on: '2026-11-20', record: null })
    expect(JSON.stringify(shut)).not.toMatch(/Khan|word list/)
    const [{ born }] = (await look<{ born: string }>(
      `SELECT date_of_birth::text AS born FROM pupils WHERE given_name = 'Amira' LIMIT 1`,
    )) as [{ born: string }]
    expect(await giveBorn(asking, { born: isoDate('2001-01-01') })).toMatchObject({ ok: false })
    expect(await giveBorn(asking, { born: isoDate(born) })).toMatchObject({ ok: true })
    expect((await openRecordLink(asking, true)).record?.lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: 'Carry on with the word list' })]),
    )
  })

  it('makes whoever guesses the date of birth wait after five tries', async () => {
    const { token } = await aLink()
    for (let tries = 0; tries < 5; tries++)
      await giveBorn({ token, ...from() }, { born: isoDate('2001-01-01') })
    expect(await giveBorn({ token, ...from() }, { born: isoDate('2001-01-01') })).toMatchObject({
      problems: [{ message: expect.stringContaining('too many tries') as string }],
    })
  })

  it('opens nothing when it is wrong, expired, or of a parent who has been shut out since', async () => {
    const { token, mother, meeting } = await aLink()
    await expect(openRecordLink({ token: newId(), ...from() }, false)).rejects.toThrow(NotFound)
    await expect(
      openRecordLink({ token, address: newId(), now: new Date('2026-12-21T09:00:00Z') }, false),
    ).rejects.toThrow(NotFound)
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [mother.id])
    await expect(openRecordLink({ token, ...from() }, true)).rejects.toThrow(NotFound)
    expect(
      await look(
        `SELECT 1 AS one FROM audit_entries WHERE action = 'record-copy.link-refused' AND pupil_id =
        (SELECT pupil_id FROM parent_meetings WHERE id = $1)`,
        [meeting.id],
      ),
    ).toHaveLength(2)
    const address = newId()
    for (let tries = 0; tries < 20; tries++)
      await expect(openRecordLink({ token: newId(), ...from(address) }, false)).rejects.toThrow(NotFound)
    const fresh = await aLink()
    await expect(openRecordLink({ token: fresh.token, ...from(address) }, false)).rejects.toThrow(NotFound)
  })
})

describe('please explain', () => {
  const asking = (over: object = {}) => ({
    line: 'support',
    words: 'What is the word list?',
    formKey: newId(),
    ...over,
  })

  it('is asked by a parent of any line, stands on Today, is answered once, and both stay', async () => {
    const held = await aSigned()
    const { mother, school, teacher } = held
    const form = asking()
    for (const click of [1, 2])
      expect(await askAboutRecord(mother.actor, placeOf(held), form, now), `click ${click}`).toMatchObject({
        ok: true,
      })
    expect(await askAboutRecord(mother.actor, placeOf(held), asking({ line: 'nothing' }), now)).toMatchObject(
      {
        problems: [{ field: 'line' }],
      },
    )
    const [question] = await look<{ id: string }>('SELECT id FROM record_questions WHERE meeting_id = $1', [
      held.meeting.id,
    ])
    const questionId = question?.id ?? ''
    expect(await linesOf(school.senco, now)).toContain(
      'Explain a line of the record of Amira Khan’s meeting. Today',
    )
    const page = await getExplaining(teacher.actor, { ...placeOf(held), questionId }, now)
    expect(page).toMatchObject({
      line: { text: 'Four times a week' },
      question: { parentName: 'Farah Khan' },
    })
    const both = await Promise.all([
      explainRecord(teacher.actor, questionId, { words: 'Ten words to read at sight' }, now),
      explainRecord(school.senco, questionId, { words: 'Words' }, now),
    ])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await asActor(mother.actor, (tx) => tx.recordQuestionAnswer.count())).toBe(1)
    expect(await linesOf(school.senco, now)).not.toContain(expect.stringContaining('Explain a line'))
  })

  it('is nobody else’s: not the other parent’s to read, nor to ask about a record they may not read', async () => {
    const held = await aSigned()
    const { pupil, mother, school } = held
    const father = await aContact(pupil, { fullName: 'Ali Khan', withAccount: true })
    await askAboutRecord(mother.actor, placeOf(held), asking(), now)
    expect(await asActor(father.actor, (tx) => tx.recordQuestion.count())).toBe(0)
    for (const actor of [father.actor, school.senco, held.teacher.actor, held.assistant.actor])
      await expect(askAboutRecord(actor, placeOf(held), asking(), now)).rejects.toThrow(NotFound)
    const [question] = await look<{ id: string }>('SELECT id FROM record_questions WHERE meeting_id = $1', [
      held.meeting.id,
    ])
    for (const [who, actor] of await theRest(held))
      await expect(explainRecord(actor, question?.id ?? '', { words: 'It is' }, now), who).rejects.toThrow()
  })
})

describe('what the parents brought', () => {
  const listOf = ({ pupil }: Held, meeting: { id: string }, actor: Actor) =>
    asActor(actor, (tx) =>
      pointsAtMeeting(tx, { pupilId: pupil.id, meetingId: meeting.id }, isoDate('2026-11-20')),
    )

  it('is ticked, answered or carried forward by name, and what is carried or left comes again', async () => {
    const held = await aHeldMeeting()
    const { pupil, mother, teacher, meeting } = held
    const bring = (words: string) =>
      aParentPoint(pupil, { contact: mother, by: teacher, meeting, words, kind: 'concern' })
    const [talked, answered, carried, left] = [
      await bring('Reading'),
      await bring('Lunch'),
      await bring('Bus'),
      await bring('Sleep'),
    ]
    const points = {
      [talked.id]: { outcome: 'talked' },
      [answered.id]: { outcome: 'answered', words: 'She may sit with Jo' },
      [carried.id]: { outcome: 'carried', to: 'Ruth Adeyemi' },
    }
    expect(await held.hold({ points })).toMatchObject({ ok: true })
    expect(
      (await listOf(held, meeting, mother.actor)).map(({ words, answer }) => [
        words,
        answer?.outcome ?? null,
      ]),
    ).toEqual([
      ['Reading', 'talked'],
      ['Lunch', 'answered'],
      ['Bus', 'carried'],
      ['Sleep', null],
    ])
    const next = await aMeeting(pupil, { heldOn: '2027-01-20', status: 'booked', parents: [mother] })
    expect(
      (await listOf(held, next, teacher.actor)).map(({ id, earlier }) => [id, earlier?.carriedTo ?? null]),
    ).toEqual([
      [carried.id, 'Ruth Adeyemi'],
      [left.id, null],
    ])
    expect(await held.hold({ points: { [newId()]: { outcome: 'talked' } } })).toMatchObject({ ok: false })
    // Said otherwise later, what was said first stays.
    await held.hold({ points: { [talked.id]: { outcome: 'carried', to: 'Tom' } } })
    expect(
      await look('SELECT outcome FROM parent_point_answers WHERE point_id = $1 ORDER BY recorded_at, id', [
        talked.id,
      ]),
    ).toHaveLength(2)
  })

  it('of two parents seen apart is on the list of the one who brought it alone', async () => {
    const roundId = newId()
    const held = await aHeldMeeting({ roundId })
    const { pupil, mother, teacher, meeting } = held
    const father = await aContact(pupil, { fullName: 'Ali Khan', withAccount: true })
    const his = await aMeeting(pupil, { heldOn: '2026-11-19', status: 'booked', parents: [father], roundId })
    await aParentPoint(pupil, { contact: mother, by: teacher, meeting, words: 'Hers' })
    await aParentPoint(pupil, { contact: father, by: teacher, meeting: his, words: 'His' })
    const words = async (of: { id: string }, actor: Actor) =>
      (await listOf(held, of, actor)).map((point) => point.words)
    expect(await words(meeting, teacher.actor)).toEqual(['Hers'])
    expect(await words(his, teacher.actor)).toEqual(['His'])
    expect(await words(meeting, father.actor)).toEqual([])
    await held.hold({
      points: { [(await listOf(held, meeting, teacher.actor))[0]?.id ?? '']: { outcome: 'talked' } },
    })
    const counts = (actor: Actor) =>
      asActor(actor, async (tx) => [
        await tx.parentPoint.count(),
        await tx.parentPointAnswer.count(),
        await tx.contact.count(),
      ])
    expect(await counts(father.actor)).toEqual([1, 0, 1])
    expect(await counts(mother.actor)).toEqual([1, 1, 1])
  })
})

describe('a family’s own notes', () => {
  it('are kept for the one who wrote them: no member of staff reads them, nor the other parent', async () => {
    const held = await aSigned()
    const { pupil, mother, school, teacher, assistant } = held
    const father = await aContact(pupil, { fullName: 'Ali Khan', withAccount: true })
    const place = placeOf(held)
    const keep = (actor: Actor, version: number, words = 'Ask about the glasses') =>
      keepFamilyNote(actor, { ...place, version }, { words }, now)
    expect(await keep(mother.actor, 0)).toMatchObject({ ok: true })
    await expect(keep(mother.actor, 0)).rejects.toThrow(ChangedElsewhere)
    expect(await keep(mother.actor, 1, 'Ask again')).toMatchObject({ ok: true })
    expect(await getFamilyNote(mother.actor, place, now)).toMatchObject({ words: 'Ask again', version: 2 })
    expect(await getFamilyNote(father.actor, place, now)).toMatchObject({ words: '', version: 0 })
    for (const actor of [school.senco, teacher.actor, assistant.actor, father.actor])
      expect(await asActor(actor, (tx) => tx.familyNote.count())).toBe(0)
    for (const actor of [school.senco, teacher.actor, assistant.actor]) {
      await expect(keep(actor, 0)).rejects.toThrow(NotFound)
      await expect(getFamilyNote(actor, place, now)).rejects.toThrow(NotFound)
    }
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [mother.id])
    await expect(getFamilyNote(mother.actor, place, now)).rejects.toThrow(NotFound)
  })
})

describe('brothers and sisters at one sitting', () => {
  it('have a record each, and the next begins with who came', async () => {
    const held = await aHeldMeeting()
    const { school, teacher, mother, father, meeting } = held
    const brother = await aPupil(school, { givenName: 'Bilal', familyName: 'Khan' })
    for (const parent of [mother, father]) await aContact(brother, { contactId: parent.id })
    const his = await aMeeting(brother, {
      ...{ heldOn: '2026-11-20', status: 'booked', parents: [mother, father] },
    })
    const sittingId = newId()
    await look('UPDATE parent_meetings SET sitting_id = $1 WHERE id = ANY ($2::uuid[])', [
      sittingId,
      [meeting.id, his.id],
    ])
    await held.hold({ came: [mother.id, father.id], late: [father.id], noteTaker: 'Ruth Adeyemi' })
    const page = await getMeeting(school.senco, placeOf(held), now)
    expect(page.together).toMatchObject([{ meetingId: his.id, name: 'Bilal Khan', status: 'booked' }])
    const next = await getRecording(school.senco, { pupilId: brother.id, meetingId: his.id }, 'record', now)
    expect(next.soFar).toMatchObject({
      ...{ late: [father.id], ledById: teacher.id, noteTaker: 'Ruth Adeyemi', on: '2026-11-20' },
    })
    expect(next.soFar?.came.toSorted()).toEqual([mother.id, father.id].toSorted())
    expect(next.record).toBeNull()
    // The teacher does not know the brother.
    expect((await getMeeting(teacher.actor, placeOf(held), now)).together).toEqual([])
  })
})

describe('two people at once with the same meeting', () => {
  const moving = (parent: { id: string }) =>
    moveForm.parse({
      ...{ on: boxes('2026-12-03'), at: '4pm', format: 'in-person', minutes: '30', purpose: 'review' },
      invited: [parent.id],
    })
  type Act = (held: Held) => Promise<unknown>
  const acts: Record<string, Act> = {
    hold: (held) => held.hold({}, { version: 1 }),
    'hold it otherwise': (held) =>
      held.hold({ worries: 'Bedtime' }, { actor: held.school.senco, version: 1 }),
    cancel: ({ school, meeting }) =>
      recordNotHeld(school.senco, meeting.id, 1, { how: 'school', reason: 'Ill' }, now),
    'call off': ({ teacher, meeting }) =>
      recordNotHeld(teacher.actor, meeting.id, 1, { how: 'parent', reason: 'Away' }, now),
    move: ({ teacher, meeting, mother }) =>
      moveParentMeeting(teacher.actor, meeting.id, 1, moving(mother), now),
    'move it too': ({ school, meeting, mother }) =>
      moveParentMeeting(school.senco, meeting.id, 1, { ...moving(mother), at: '10:00' }, now),
  }
  const names = Object.keys(acts)
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))

  it.each(pairs)('one who would %s and one who would %s: one wins, the other is told', async (one, other) => {
    const held = await aHeldMeeting()
    const results = await Promise.allSettled([acts[one]?.(held), acts[other]?.(held)])
    const told = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(told).toEqual([expect.any(ChangedElsewhere)])
    expect(await versionOf(held.meeting)).toBe(2)
  })

  it('one who signs and one who changes the record: one wins, the other is told', async () => {
    const held = await aHeldMeeting()
    await held.hold()
    const [version, form] = [await versionOf(held.meeting), signing([held.mother.id])]
    const results = await Promise.allSettled([
      signRecord(held.school.senco, held.meeting.id, version, form, now),
      held.hold({ worries: 'Bedtime' }, { version }),
    ])
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await versionOf(held.meeting)).toBe(3)
  })

  it('two who send the link, or book the next meeting with the same form: once', async () => {
    const held = await aHeldMeeting()
    const formKey = newId()
    const nextOn = boxes('2027-02-03')
    const sent = { formKey, nextOn, nextAt: '3:30pm' }
    await Promise.all([held.hold(sent, { version: 1 }), held.hold(sent, { version: 1 })])
    expect(
      await look(`SELECT held_on::text, at FROM parent_meetings WHERE pupil_id = $1 AND status = 'booked'`, [
        held.pupil.id,
      ]),
    ).toEqual([{ held_on: '2027-02-03', at: '15:30' }])
    const [record] = await look('SELECT next_meeting FROM meeting_records WHERE meeting_id = $1', [
      held.meeting.id,
    ])
    expect(record).toEqual({ next_meeting: 'Wednesday 3 February 2027, 3:30pm' })
  })
})
