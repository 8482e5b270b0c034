import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { writeDoNote } from '@/lib/do-note/commands'
import { latestDoNotes } from '@/lib/do-note/reads'
import { type DoNoteForm, EVERY_LESSON } from '@/lib/do-note/schema'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
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
  ...{ outcomeId: null, measured: null, happenedOn: isoDate('2026-11-20'), audience: 'staff' },
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

  it('stays as it was written: Postgres lets nobody change it', async () => {
    const { school, teacher, cycle, provision } = await aPlanInForce()
    await writeDoNote(teacher.actor, cycle.id, note(provision.id), now)
    await expect(
      asActor(school.senco, (tx) => tx.doNote.updateMany({ data: { observation: 'Other' } })),
    ).rejects.toThrow(/permission denied/)
  })
})
