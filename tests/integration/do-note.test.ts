import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { correctDoNote, writeDoNote } from '@/lib/do-note/commands'
import { notedProvisions } from '@/lib/do-note/delivered.reads'
import { getDoNote } from '@/lib/do-note/note.queries'
import { openQuestions, oversightLines } from '@/lib/do-note/note.reads'
import { answerAboutDoNote, askAboutDoNote, noteOversight } from '@/lib/do-note/oversight.commands'
import { latestDoNotes } from '@/lib/do-note/reads'
import { type CorrectionForm, type DoNoteForm, EVERY_LESSON } from '@/lib/do-note/schema'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/actor'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T15:20:00Z')

const aPlanInForce = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil)
  const outcome = await anOutcome(cycle)
  const provision = await aProvision(cycle, [outcome])
  return { school, pupil, teacher, assistant, mother, cycle, outcome, provision }
}

const note = (about: string, over: Partial<DoNoteForm> = {}): DoNoteForm => ({
  ...{ formKey: newId(), about, delivered: 'given', reason: null, minutes: null, observation: null },
  ...{ givenBy: null, outcomeId: null, measured: null, happenedOn: isoDate('2026-11-20'), audience: 'staff' },
  ...over,
})

const notesOf = (cycle: { id: string }) =>
  look<Record<string, unknown>>(
    `SELECT delivered, reason, minutes, observation, measured, happened_on::text, written_by_id, shared_at IS NOT NULL AS shared FROM do_notes WHERE cycle_id = $1 ORDER BY id`,
    [cycle.id],
  )

describe('writeDoNote', () => {
  it('takes two taps from an assistant: given, as long as planned, for staff', async () => {
    const { school, pupil, assistant, mother, cycle, provision } = await aPlanInForce()
    expect((await writeDoNote(assistant.actor, cycle.id, note(provision.id), now)).ok).toBe(true)
    expect(await notesOf(cycle)).toEqual([
      {
        ...{ delivered: 'given', reason: null, minutes: 10, observation: null, measured: null },
        ...{ happened_on: '2026-11-20', written_by_id: assistant.id, shared: false },
      },
    ])
    expect(await auditOf(school)).toEqual(['do-note.written'])
    expect(await asActor(mother.actor, (tx) => latestDoNotes(tx, pupil.id, 5))).toEqual([])
  })

  it('says what was seen and measured, to parents too where that is chosen', async () => {
    const { pupil, teacher, mother, cycle, outcome, provision } = await aPlanInForce()
    const seen = note(provision.id, {
      observation: 'Two new words.',
      outcomeId: outcome.id,
      measured: '31',
      minutes: 12,
      audience: 'parents',
    })
    await writeDoNote(teacher.actor, cycle.id, seen, now)
    expect(await asActor(mother.actor, (tx) => latestDoNotes(tx, pupil.id, 5))).toMatchObject([
      {
        observation: 'Two new words.',
        measured: '31',
        unit: 'words',
        minutes: 12,
        provision: 'Precision teaching',
        isShared: true,
      },
    ])
  })

  it('keeps why a session was not given, and no minutes for it', async () => {
    const { teacher, cycle, provision } = await aPlanInForce()
    await writeDoNote(
      teacher.actor,
      cycle.id,
      note(provision.id, { delivered: 'not-given', reason: 'Absent', minutes: 10 }),
      now,
    )
    expect(await notesOf(cycle)).toMatchObject([{ delivered: 'not-given', reason: 'Absent', minutes: null }])
  })

  it('may be about every lesson rather than one provision', async () => {
    const { teacher, cycle } = await aPlanInForce()
    const seen = note(EVERY_LESSON, { observation: 'Asked for help twice in maths.' })
    expect((await writeDoNote(teacher.actor, cycle.id, seen, now)).ok).toBe(true)
    expect(await look(`SELECT provision_id FROM do_notes WHERE cycle_id = $1`, [cycle.id])).toEqual([
      { provision_id: null },
    ])
  })

  it('says how much later it was written', async () => {
    const { school, pupil, teacher, cycle, provision } = await aPlanInForce()
    await writeDoNote(teacher.actor, cycle.id, note(provision.id, { happenedOn: isoDate('2026-11-17') }), now)
    expect(await asActor(school.senco, (tx) => latestDoNotes(tx, pupil.id, 1))).toMatchObject([
      { daysLater: 3, writtenOn: '2026-11-20' },
    ])
  })

  it('makes one note of two taps, at once or one after the other', async () => {
    const { school, teacher, cycle, provision } = await aPlanInForce()
    const form = note(provision.id)
    const both = await Promise.all([1, 2].map(() => writeDoNote(teacher.actor, cycle.id, form, now)))
    expect(both[0]).toEqual(both[1])
    expect(await writeDoNote(teacher.actor, cycle.id, form, now)).toEqual(both[0])
    expect(await notesOf(cycle)).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['do-note.written'])
  })

  it.each([
    ['2026-11-21', 'The day it is about must be today or in the past'],
    ['2026-09-06', 'The day it is about must be on or after 7 September 2026, when the cycle began'],
  ])('refuses a note about %s, and keeps nothing', async (day, message) => {
    const { school, teacher, cycle, provision } = await aPlanInForce()
    expect(
      await writeDoNote(teacher.actor, cycle.id, note(provision.id, { happenedOn: isoDate(day) }), now),
    ).toEqual({
      ok: false,
      problems: [{ field: 'happenedOn', message }],
    })
    expect([await notesOf(cycle), await auditOf(school)]).toEqual([[], []])
  })

  it('refuses the provision or the outcome of another plan', async () => {
    const { teacher, cycle, provision } = await aPlanInForce()
    const other = await aPlanInForce()
    expect(await writeDoNote(teacher.actor, cycle.id, note(other.provision.id), now)).toMatchObject({
      problems: [{ field: 'about' }],
    })
    const measured = note(provision.id, { outcomeId: other.outcome.id, measured: '3' })
    expect(await writeDoNote(teacher.actor, cycle.id, measured, now)).toMatchObject({
      problems: [{ field: 'outcomeId' }],
    })
  })

  it('waits for a plan in force, and ends with the cycle', async () => {
    const { school } = await aPlanInForce()
    const draft = await aCycle(await aPupil(school), { stage: 'plan', activatedOn: null })
    expect(await writeDoNote(school.senco, draft.id, note(EVERY_LESSON), now)).toMatchObject({
      problems: [{ message: 'The plan is not in force yet, so there is nothing to note' }],
    })
    const closed = await aCycle(await aPupil(school), { stage: 'closed', closedOn: '2026-11-10' })
    expect(await writeDoNote(school.senco, closed.id, note(EVERY_LESSON), now)).toMatchObject({
      problems: [{ message: CLOSED }],
    })
    const inReview = await aCycle(await aPupil(school), { stage: 'review' })
    expect((await writeDoNote(school.senco, inReview.id, note(EVERY_LESSON), now)).ok).toBe(true)
  })

  it('is there for nobody but those who teach or support the pupil', async () => {
    const { school, cycle, mother, provision } = await aPlanInForce()
    const stranger = await aMember(school, 'teaching-assistant')
    const governor = await aMember(school, 'governor')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    for (const actor of [stranger.actor, governor.actor, mother.actor, elm.senco])
      await expect(writeDoNote(actor, cycle.id, note(provision.id), now)).rejects.toThrow(NotFound)
    expect(await notesOf(cycle)).toEqual([])
  })

  it('stays as it was written: Postgres keeps what it said, and takes no change that is no correction', async () => {
    const { school, teacher, assistant, cycle, provision } = await aPlanInForce()
    await writeDoNote(assistant.actor, cycle.id, note(provision.id, { observation: 'As it was' }), now)
    const change = (actor: Actor, data: object) =>
      asActor(actor, async (tx) => (await tx.doNote.updateMany({ where: { cycleId: cycle.id }, data })).count)
    await expect(change(school.senco, { observation: 'Other' })).rejects.toThrow(
      /never overwritten|own_words|row-level/,
    )
    await expect(change(school.senco, { writtenAt: now })).rejects.toThrow(/permission denied/)
    const corrected = { version: 2, correctedAt: now, correctionReason: 'Slip' }
    expect(await change(teacher.actor, { ...corrected, correctedById: teacher.id })).toBe(0)
    await expect(change(assistant.actor, { ...corrected, correctedById: teacher.id })).rejects.toThrow(
      /row-level/,
    )
    await expect(
      asActor(school.senco, (tx) => tx.doNoteRevision.updateMany({ data: { why: 'Other' } })),
    ).rejects.toThrow(/permission denied/)
    expect((await notesOf(cycle)).map(({ observation }) => observation)).toEqual(['As it was'])
  })
})

describe('correctDoNote', () => {
  const correction = (about: string, over: Partial<CorrectionForm> = {}): CorrectionForm => ({
    ...note(about),
    why: 'It was the other group',
    ...over,
  })

  async function aNoteOfJoans() {
    const scene = await aPlanInForce()
    const form = note(scene.provision.id, { observation: 'Two new words.', audience: 'parents' })
    const written = await writeDoNote(scene.assistant.actor, scene.cycle.id, form, now)
    if (!written.ok) throw new Error('refused')
    return { ...scene, place: { cycleId: scene.cycle.id, doNoteId: written.value.doNoteId, version: 1 } }
  }
  const later = new Date('2026-11-20T16:00:00Z')

  it('makes a new revision and keeps the old: both are read, with who, when and why', async () => {
    const { school, pupil, teacher, assistant, cycle, provision, place } = await aNoteOfJoans()
    const says = correction(provision.id, { delivered: 'partly', reason: 'Began late', minutes: 5 })
    expect(await correctDoNote(assistant.actor, place, says, later)).toEqual({
      ok: true,
      value: { doNoteId: place.doNoteId },
    })
    const page = await getDoNote(teacher.actor, { pupilId: pupil.id, ...place }, later)
    expect(page).toMatchObject({ mayCorrect: false, mayAsk: true, mayAnswer: false })
    expect(page.note).toMatchObject({
      ...{
        version: 2,
        delivered: 'partly',
        reason: 'Began late',
        minutes: 5,
        observation: null,
        isShared: false,
      },
      written: { by: 'Joan Pickering', on: '2026-11-20', at: '15:20' },
      corrected: { by: 'Joan Pickering', at: '16:00', why: 'It was the other group' },
      before: [
        {
          ...{ version: 1, delivered: 'given', minutes: 10, observation: 'Two new words.', isShared: true },
          written: { by: 'Joan Pickering', at: '15:20' },
          replaced: { by: 'Joan Pickering', at: '16:00', why: 'It was the other group' },
        },
      ],
    })
    expect(await notesOf(cycle)).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['do-note.written', 'do-note.corrected', 'pupil.opened'])
    // The SENCO puts it right once more; the chain stays whole.
    await correctDoNote(school.senco, { ...place, version: 2 }, correction(provision.id), later)
    expect(
      (await getDoNote(teacher.actor, { pupilId: pupil.id, ...place }, later)).note.before.map(
        ({ version, written }) => [version, written.by],
      ),
    ).toEqual([
      [2, 'Joan Pickering'],
      [1, 'Joan Pickering'],
    ])
  })

  it('is told when somebody else was first, and keeps their words', async () => {
    const { school, assistant, provision, place } = await aNoteOfJoans()
    await correctDoNote(school.senco, place, correction(provision.id), later)
    await expect(correctDoNote(assistant.actor, place, correction(provision.id), later)).rejects.toThrow(
      ChangedElsewhere,
    )
  })

  it('is for its author and the SENCO alone; for others of the school it is not allowed, for the rest not there', async () => {
    const { school, teacher, mother, provision, place, cycle } = await aNoteOfJoans()
    const head = await aMember(school, 'headteacher')
    for (const actor of [teacher.actor, head.actor])
      await expect(correctDoNote(actor, place, correction(provision.id), later)).rejects.toThrow(NotAllowed)
    const elm = await aSchool()
    const stranger = await aMember(school, 'teaching-assistant')
    for (const actor of [stranger.actor, mother.actor, elm.senco])
      await expect(correctDoNote(actor, place, correction(provision.id), later)).rejects.toThrow(NotFound)
    expect((await notesOf(cycle)).map(({ observation }) => observation)).toEqual(['Two new words.'])
    expect(await asActor(mother.actor, (tx) => tx.doNoteRevision.count())).toBe(0)
  })

  it('refuses what a new note would be refused, and keeps nothing', async () => {
    const { school, assistant, provision, place } = await aNoteOfJoans()
    const tomorrow = correction(provision.id, { happenedOn: isoDate('2026-11-21') })
    expect(await correctDoNote(assistant.actor, place, tomorrow, later)).toMatchObject({
      problems: [{ field: 'happenedOn' }],
    })
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-20' WHERE id = $1 RETURNING id`, [
      place.cycleId,
    ])
    expect(await correctDoNote(school.senco, place, correction(provision.id), later)).toMatchObject({
      problems: [{ message: CLOSED }],
    })
    expect(await auditOf(school)).toEqual(['do-note.written'])
  })
})

describe('looking at what others give, and asking back (P49, P50)', () => {
  const question = { formKey: newId(), question: 'Did she use the card by herself?' }

  it('puts a question on its author’s list until it is answered, once', async () => {
    const { school, pupil, teacher, assistant, mother, cycle, provision } = await aPlanInForce()
    const written = await writeDoNote(assistant.actor, cycle.id, note(provision.id), now)
    if (!written.ok) throw new Error('refused')
    const place = { cycleId: cycle.id, doNoteId: written.value.doNoteId }
    const asked = await askAboutDoNote(teacher.actor, place, question, now)
    expect(await askAboutDoNote(teacher.actor, place, question, now)).toEqual(asked)
    if (!asked.ok) throw new Error('refused')
    const waiting = () => asActor(assistant.actor, (tx) => openQuestions(tx, assistant.id))
    expect(await waiting()).toMatchObject([
      {
        pupilName: 'Amira Khan',
        about: 'Precision teaching',
        words: question.question,
        askedOn: '2026-11-20',
      },
    ])
    const which = { ...place, questionId: asked.value.questionId }
    for (const actor of [teacher.actor, (await aMember(school, 'headteacher')).actor])
      await expect(answerAboutDoNote(actor, which, 'No', now)).rejects.toThrow(NotAllowed)
    for (const actor of [mother.actor, (await aSchool()).senco])
      await expect(answerAboutDoNote(actor, which, 'No', now)).rejects.toThrow(NotFound)
    expect((await answerAboutDoNote(assistant.actor, which, 'Twice.', now)).ok).toBe(true)
    await expect(answerAboutDoNote(assistant.actor, which, 'Thrice.', now)).rejects.toThrow(ChangedElsewhere)
    expect(await waiting()).toEqual([])
    const page = await getDoNote(teacher.actor, { pupilId: pupil.id, ...place }, now)
    expect(page.note.questions).toMatchObject([
      { answer: { words: 'Twice.', signed: { by: 'Joan Pickering' } } },
    ])
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining(['do-note.question-asked', 'do-note.question-answered']),
    )
    expect(await asActor(mother.actor, (tx) => tx.doNoteQuestion.count())).toBe(0)
  })

  it('is asked by those who teach the pupil, never by an assistant or a parent', async () => {
    const { assistant, mother, teacher, cycle, provision } = await aPlanInForce()
    const written = await writeDoNote(teacher.actor, cycle.id, note(provision.id), now)
    if (!written.ok) throw new Error('refused')
    const place = { cycleId: cycle.id, doNoteId: written.value.doNoteId }
    await expect(askAboutDoNote(assistant.actor, place, question, now)).rejects.toThrow(NotAllowed)
    await expect(askAboutDoNote(mother.actor, place, question, now)).rejects.toThrow(NotFound)
  })

  it('keeps what the teacher saw, for staff, once for two taps', async () => {
    const { school, teacher, assistant, mother, cycle, provision } = await aPlanInForce()
    const form = {
      formKey: newId(),
      provisionId: provision.id,
      words: 'Keeps to the steps; link the words to spelling.',
      lookedOn: isoDate('2026-11-19'),
    }
    const both = await Promise.all([1, 2].map(() => noteOversight(teacher.actor, cycle.id, form, now)))
    expect(both[0]).toEqual(both[1])
    expect(await asActor(assistant.actor, (tx) => oversightLines(tx, cycle.id))).toMatchObject([
      { provision: 'Precision teaching', lookedOn: '2026-11-19', words: form.words },
    ])
    expect(await asActor(mother.actor, (tx) => oversightLines(tx, cycle.id))).toEqual([])
    expect(await auditOf(school)).toEqual(['oversight.noted'])
    await expect(noteOversight(assistant.actor, cycle.id, form, now)).rejects.toThrow(NotAllowed)
    const other = await aPlanInForce()
    const elsewhere = { ...form, formKey: newId(), provisionId: other.provision.id }
    expect(await noteOversight(teacher.actor, cycle.id, elsewhere, now)).toMatchObject({
      problems: [{ field: 'provisionId' }],
    })
  })
})

describe('notedProvisions', () => {
  it('counts what was noted alike, with the reasons, for one cycle or for every plan in force', async () => {
    const { school, teacher, cycle, provision } = await aPlanInForce()
    for (const on of ['2026-11-16', '2026-11-17'])
      await writeDoNote(teacher.actor, cycle.id, note(provision.id, { happenedOn: isoDate(on) }), now)
    const away = note(provision.id, { delivered: 'not-given', reason: 'Away' })
    await writeDoNote(teacher.actor, cycle.id, away, now)
    for (const of of [{ cycleId: cycle.id }, 'in-force'] as const) {
      const [noted] = await asActor(school.senco, (tx) => notedProvisions(tx, of))
      expect(noted).toMatchObject({
        what: 'Precision teaching',
        deliverer: 'Joan Pickering',
        pupilName: 'Amira Khan',
        lookedOn: null,
      })
      expect([...(noted?.sessions ?? [])].sort((a, b) => b.times - a.times)).toEqual([
        { times: 2, lastOn: '2026-11-17', delivered: 'given', minutes: 10, reason: null, givenBy: null },
        {
          times: 1,
          lastOn: '2026-11-20',
          delivered: 'not-given',
          minutes: null,
          reason: 'Away',
          givenBy: null,
        },
      ])
    }
  })
})
