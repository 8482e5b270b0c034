import { describe, expect, it } from 'vitest'
import { getClassSheet, getSessions, listClasses } from '@/lib/class/queries'
import { isNoted, isOvertaken } from '@/lib/class/rules'
import { noteOfTap } from '@/lib/class/schema'
import { isoDate } from '@/lib/calendar/iso-date'
import { writeDoNote } from '@/lib/do-note/commands'
import { addLineToDoNote, retapDoNote } from '@/lib/do-note/sheet.commands'
import { recordScore } from '@/lib/measurement/score.commands'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMember,
  anOutcome,
  aPupil,
  aProvision,
  aSchool,
  aTeacherOf,
  auditOf,
  type TestSchool,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

// A Friday in the autumn term, within the weeks of the provision.
const now = new Date('2026-11-20T09:30:00Z')
const today = isoDate('2026-11-20')

async function aPupilWithTalkTime(
  school: TestSchool,
  classId: string,
  givenName: string,
  what = 'Talk Time',
) {
  const pupil = await aPupil(school, { classId, givenName, familyName: 'Aziz' })
  const cycle = await aCycle(pupil)
  await look(`UPDATE cycles SET in_every_lesson = $2 WHERE id = $1 RETURNING id`, [
    cycle.id,
    `${givenName} sits at the front`,
  ])
  const outcome = await anOutcome(cycle, { willDo: 'Retell a story in order' })
  const provision = await aProvision(cycle, [outcome], { what, perWeek: 3, minutes: 20, groupSize: 6 })
  return { pupil, cycle, outcome, provision }
}

async function aClassOfTwo() {
  const school = await aSchool()
  const ash = await aClass(school)
  const nadia = await aPupilWithTalkTime(school, ash.id, 'Nadia')
  const temi = await aPupilWithTalkTime(school, ash.id, 'Temi', 'talk time')
  const tom = await aTeacherOf(school, ash, [nadia.pupil, temi.pupil])
  const joan = await aTeacherOf(school, ash, [nadia.pupil, temi.pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  return { school, ash, nadia, temi, tom, joan }
}

const tap = (
  actor: Actor,
  cycleId: string,
  provisionId: string,
  said: Parameters<typeof noteOfTap>[0]['said'],
  formKey = newId(),
) => writeDoNote(actor, cycleId, noteOfTap({ formKey, said }, provisionId, today), now)

describe('the sheet of a class', () => {
  it('says what each pupil needs in every lesson, the outcomes, and everything in force by the name of the provision', async () => {
    const { school, ash, nadia, temi, tom, joan } = await aClassOfTwo()
    await aPupil(school, { classId: ash.id, status: 'none' })
    await aPupil(school, { classId: ash.id, familyName: 'Zed', givenName: 'Gone', statusUntil: '2026-11-19' })
    await aDoNote(nadia.cycle, joan, { happenedOn: '2026-11-17', provisionId: nadia.provision.id })
    await aDoNote(nadia.cycle, joan, { happenedOn: '2026-11-13', provisionId: nadia.provision.id })
    for (const actor of [tom.actor, joan.actor, school.senco]) {
      const sheet = await getClassSheet(actor, ash.id, now)
      expect(sheet).toMatchObject({ name: ash.name, today, noted: { noted: 0, all: 1 }, rest: [] })
      expect(
        sheet.pupils.map(({ name, inEveryLesson, outcomes }) => [
          name,
          inEveryLesson,
          outcomes.map(({ willDo }) => willDo),
        ]),
      ).toEqual([
        ['Nadia Aziz', 'Nadia sits at the front', ['Retell a story in order']],
        ['Temi Aziz', 'Temi sits at the front', ['Retell a story in order']],
      ])
      expect(
        sheet.groups.map(({ what, lines }) => [
          what,
          lines.map(({ id, cycleId, perWeek, givenThisWeek }) => [id, cycleId, perWeek, givenThisWeek]),
        ]),
      ).toEqual([
        [
          'Talk Time',
          [
            [nadia.provision.id, nadia.cycle.id, 3, 1],
            [temi.provision.id, temi.cycle.id, 3, 0],
          ],
        ],
      ])
    }
  })

  it('shows after one tap what was noted, when and by whom, and offers the rest of the group', async () => {
    const { ash, nadia, temi, tom, joan } = await aClassOfTwo()
    expect((await tap(joan.actor, nadia.cycle.id, nadia.provision.id, 'partly-late')).ok).toBe(true)
    const sheet = await getClassSheet(tom.actor, ash.id, now)
    expect(sheet.groups[0]?.lines[0]?.notedToday).toMatchObject([
      { delivered: 'partly', reason: 'Began late', at: '09:30', by: 'Joan Pickering' },
    ])
    expect(sheet.rest.map(({ id, formKey }) => [id, formKey.length])).toEqual([[temi.provision.id, 36]])
    expect((await tap(tom.actor, temi.cycle.id, temi.provision.id, 'not-given-away')).ok).toBe(true)
    expect(await getClassSheet(tom.actor, ash.id, now)).toMatchObject({
      noted: { noted: 1, all: 1 },
      rest: [],
    })
    // In the next week it is all to be done again.
    expect(await getClassSheet(tom.actor, ash.id, new Date('2026-11-23T09:30:00Z'))).toMatchObject({
      noted: { noted: 0, all: 1 },
      rest: [],
    })
  })

  it('finds out a tap that was overtaken, but not the second tap on the same form', async () => {
    const { ash, nadia, tom, joan } = await aClassOfTwo()
    const [before] = await getSessions(
      tom.actor,
      { classId: ash.id, provisionIds: [nadia.provision.id] },
      now,
    )
    const form = { formKey: newId(), seen: before?.notedToday.length ?? -1 }
    await tap(joan.actor, nadia.cycle.id, nadia.provision.id, 'given')
    const [since] = await getSessions(tom.actor, { classId: ash.id, provisionIds: [nadia.provision.id] }, now)
    expect([isNoted(since!), isOvertaken(since!, form)]).toEqual([true, true])

    const second = { formKey: newId(), seen: 1 }
    await tap(tom.actor, nadia.cycle.id, nadia.provision.id, 'given', second.formKey)
    const [own] = await getSessions(tom.actor, { classId: ash.id, provisionIds: [nadia.provision.id] }, now)
    expect(isOvertaken(own!, second)).toBe(false)
    await tap(tom.actor, nadia.cycle.id, nadia.provision.id, 'given', second.formKey)
    expect(
      await getSessions(tom.actor, { classId: ash.id, provisionIds: [nadia.provision.id] }, now),
    ).toMatchObject([{ notedToday: [{}, {}] }])
  })

  it('keeps what is needed in every lesson between two plans, and nothing to note', async () => {
    const { ash, nadia, tom } = await aClassOfTwo()
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-18' WHERE id = $1 RETURNING id`, [
      nadia.cycle.id,
    ])
    await aCycle(nadia.pupil, {
      number: 2,
      stage: 'assess',
      activatedOn: null,
      reviewDue: null,
      previousId: nadia.cycle.id,
    })
    const { pupils } = await getClassSheet(tom.actor, ash.id, now)
    expect(pupils[0]).toMatchObject({
      cycleId: null,
      inEveryLesson: 'Nadia sits at the front',
      outcomes: [],
      provisions: [],
    })
  })

  it('writes once a day for each person that each pupil’s support was looked at', async () => {
    const { school, ash, tom, joan } = await aClassOfTwo()
    await getClassSheet(tom.actor, ash.id, now)
    await getClassSheet(tom.actor, ash.id, new Date('2026-11-20T14:00:00Z'))
    expect(await auditOf(school)).toEqual(['pupil.opened', 'pupil.opened'])
    await getClassSheet(joan.actor, ash.id, now)
    expect(await auditOf(school)).toHaveLength(4)
    await getClassSheet(tom.actor, ash.id, new Date('2026-11-21T09:00:00Z'))
    expect(await auditOf(school)).toHaveLength(6)
  })

  it('shows a teacher of one pupil in the class that pupil alone', async () => {
    const { school, ash, nadia } = await aClassOfTwo()
    const music = await aMember(school, 'class-teacher', { pupils: [nadia.pupil] })
    await insert('pupil_staff', {
      school_id: school.id,
      id: newId(),
      pupil_id: nadia.pupil.id,
      membership_id: music.id,
      from_on: '2026-09-02',
    })
    expect((await listClasses(music.actor, now)).map(({ id, pupils }) => [id, pupils])).toEqual([[ash.id, 1]])
    const { pupils } = await getClassSheet(music.actor, ash.id, now)
    expect(pupils.map(({ name }) => name)).toEqual(['Nadia Aziz'])
  })

  it('lists own classes for teachers and assistants, every class for those who lead the school', async () => {
    const { school, ash, tom, joan } = await aClassOfTwo()
    const birch = await aClass(school, { name: '10 Birch' })
    const names = async (actor: Actor) =>
      (await listClasses(actor, now)).map(({ name, pupils }) => [name, pupils])
    for (const member of [tom, joan]) expect(await names(member.actor)).toEqual([[ash.name, 2]])
    expect(await names(school.senco)).toEqual([
      [ash.name, 2],
      [birch.name, 0],
    ])
    expect(await names((await aMember(school, 'headteacher')).actor)).toHaveLength(2)
  })

  it('is not there for anyone else: another class’s teacher, a parent, a governor, another school', async () => {
    const { school, ash, nadia } = await aClassOfTwo()
    const elm = await aSchool()
    const birch = await aClass(school)
    const other = await aTeacherOf(school, birch, [])
    const mother = await aContact(nadia.pupil, { withAccount: true })
    const governor = await aMember(school, 'governor')
    const outsiders = [
      other.actor,
      mother.actor,
      governor.actor,
      elm.senco,
      // An actor that claims the pupils of others: Postgres knows better.
      { ...other.actor, pupilIds: [nadia.pupil.id] },
      { ...elm.senco, schoolId: school.id },
    ]
    for (const actor of outsiders) {
      await expect(
        getClassSheet(actor, ash.id, now).then(({ pupils }) => {
          if (pupils.length === 0) throw new NotFound('nobody')
        }),
      ).rejects.toThrow(NotFound)
      await expect(
        getSessions(actor, { classId: ash.id, provisionIds: [nadia.provision.id] }, now).then((lines) => {
          if (lines.length === 0) throw new NotFound('nothing')
        }),
      ).rejects.toThrow(NotFound)
    }
    for (const actor of [mother.actor, governor.actor])
      await expect(listClasses(actor, now)).rejects.toThrow(NotFound)
    expect((await listClasses(elm.senco, now)).map(({ id }) => id)).not.toContain(ash.id)
    await expect(tap(other.actor, nadia.cycle.id, nadia.provision.id, 'given')).rejects.toThrow(NotFound)
    await expect(getClassSheet(school.senco, newId(), now)).rejects.toThrow(NotFound)
  })

  it('asks as often for 50 pupils as for 5', async () => {
    const counted = [0]
    onStatement(() => (counted[counted.length - 1] = (counted.at(-1) ?? 0) + 1))
    const asked: number[] = []
    for (const size of [5, 50]) {
      const school = await aSchool()
      const ash = await aClass(school)
      for (let n = 0; n < size; n++) await aPupilWithTalkTime(school, ash.id, `Pupil ${n}`)
      counted.push(0)
      expect((await getClassSheet(school.senco, ash.id, now)).pupils).toHaveLength(size)
      asked.push(counted.at(-1) ?? 0)
    }
    expect(asked[0]).toBeGreaterThan(2)
    expect(asked[1]).toBe(asked[0])
  })
})

describe('changing and adding to what was tapped', () => {
  const later = new Date('2026-11-20T09:40:00Z')

  async function aTap() {
    const scene = await aClassOfTwo()
    const { joan, nadia, ash } = scene
    const written = await tap(joan.actor, nadia.cycle.id, nadia.provision.id, 'given')
    if (!written.ok) throw new Error('refused')
    const place = { cycleId: nadia.cycle.id, doNoteId: written.value.doNoteId, version: 1 }
    const session = async () =>
      (await getClassSheet(joan.actor, ash.id, later)).groups[0]?.lines[0]?.notedToday[0]
    return { ...scene, place, session }
  }

  it('takes another key from whoever tapped, or the SENCO, and keeps what stood there', async () => {
    const { school, joan, tom, place, session } = await aTap()
    expect((await retapDoNote(joan.actor, place, { delivered: 'not-given', reason: 'Away' }, later)).ok).toBe(
      true,
    )
    expect(await session()).toMatchObject({
      delivered: 'not-given',
      reason: 'Away',
      version: 2,
      byId: joan.id,
    })
    await expect(retapDoNote(joan.actor, place, { delivered: 'given', reason: null }, later)).rejects.toThrow(
      ChangedElsewhere,
    )
    await expect(
      retapDoNote(tom.actor, { ...place, version: 2 }, { delivered: 'given', reason: null }, later),
    ).rejects.toThrow(NotAllowed)
    await retapDoNote(school.senco, { ...place, version: 2 }, { delivered: 'given', reason: null }, later)
    expect(
      await look(
        'SELECT version, delivered, minutes, why FROM do_note_revisions WHERE do_note_id = $1 ORDER BY version',
        [place.doNoteId],
      ),
    ).toEqual([
      { version: 1, delivered: 'given', minutes: 20, why: 'Tapped again on the class sheet' },
      { version: 2, delivered: 'not-given', minutes: null, why: 'Tapped again on the class sheet' },
    ])
    expect(await look('SELECT minutes FROM do_notes WHERE id = $1', [place.doNoteId])).toEqual([
      { minutes: 20 },
    ])
  })

  it('takes a line, and a second one after it', async () => {
    const { joan, tom, place, session } = await aTap()
    await addLineToDoNote(joan.actor, place, 'Told the whole story.', later)
    await addLineToDoNote(joan.actor, { ...place, version: 2 }, 'Twice.', later)
    expect(await session()).toMatchObject({ line: 'Told the whole story.\nTwice.', version: 3 })
    await expect(addLineToDoNote(tom.actor, { ...place, version: 3 }, 'Mine', later)).rejects.toThrow(
      NotAllowed,
    )
    await expect(addLineToDoNote((await aSchool()).senco, place, 'Mine', later)).rejects.toThrow(NotFound)
  })

  it('takes a score as a measurement of the outcome; another tap puts it right', async () => {
    const { joan, nadia, place, session } = await aTap()
    const scored = { ...place, outcomeId: nadia.outcome.id, value: '4 of 5' }
    await recordScore(joan.actor, { ...scored, formKey: newId() }, later)
    await recordScore(joan.actor, { ...scored, formKey: newId() }, later)
    await recordScore(joan.actor, { ...scored, value: '3 of 5', formKey: newId() }, later)
    expect(await session()).toMatchObject({ score: { value: '3 of 5', byId: joan.id, byItself: true } })
    expect(
      await look('SELECT value, why FROM measurements WHERE do_note_id = $1 ORDER BY id', [place.doNoteId]),
    ).toEqual([
      { value: '4 of 5', why: null },
      { value: '3 of 5', why: 'Tapped again on the class sheet' },
    ])
  })
})
