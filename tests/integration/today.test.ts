import { describe, expect, it } from 'vitest'
import { getToday, listFlags } from '@/lib/flag/queries'
import type { FlagKind } from '@/lib/flag/rules'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMeeting,
  aMember,
  anEarlyDiscussion,
  anOutcome,
  aPupil,
  aProvision,
  aSchool,
  aTeacherOf,
  type TestPupil,
  type TestSchool,
} from '@/tests/factories'
import { insert, newId } from '@/tests/factories/insert'
import { startIsDone } from '@/tests/factories/start'

const now = new Date('2027-03-16T08:10:00Z')

/** Everyone who may be told has been told of the pupil's SEN support. */
async function tellAll(pupil: TestPupil, by: string, contactIds: readonly string[]) {
  for (const contactId of contactIds)
    await insert('parent_notifications', {
      school_id: pupil.schoolId,
      id: newId(),
      pupil_id: pupil.id,
      sen_status_id: pupil.statusId,
      contact_id: contactId,
      method: 'letter',
      told_on: '2026-09-05',
      recorded_by_id: by,
    })
}

const DONE = { reviewDue: '2027-06-25' }

/** A pupil for whom nothing waits: told, a plan in force, meetings on pace. */
async function aQuietPupil(
  school: TestSchool,
  over: Parameters<typeof aPupil>[1] = {},
  cycle: Parameters<typeof aCycle>[1] = DONE,
) {
  const pupil = await aPupil(school, over)
  const mother = await aContact(pupil)
  await tellAll(pupil, school.sencoMember.id, [mother.id])
  for (const heldOn of ['2026-10-14', '2027-02-03']) await aHeldMeeting(school, pupil, mother, heldOn)
  const begun = await aCycle(pupil, cycle)
  await startIsDone(pupil, school.sencoMember, { parents: [mother], cycle: begun })
  return { pupil, mother, cycle: begun }
}

async function aHeldMeeting(school: TestSchool, pupil: TestPupil, mother: { id: string }, heldOn: string) {
  const meeting = await aMeeting(pupil, {
    heldOn,
    parents: [mother],
    ledById: school.sencoMember.id,
    withRecord: true,
  })
  await insert('meeting_record_deliveries', {
    school_id: school.id,
    id: newId(),
    pupil_id: pupil.id,
    meeting_id: meeting.id,
    contact_id: mother.id,
    method: 'letter',
    given_on: heldOn,
    recorded_by_id: school.sencoMember.id,
  })
  return meeting
}

const aConcern = (pupil: TestPupil, by: string, over: Record<string, unknown> = {}) => {
  const id = newId()
  return insert('concerns', {
    school_id: pupil.schoolId,
    id,
    pupil_id: pupil.id,
    raised_by: 'staff',
    raised_on: '2027-02-24',
    words: 'She is falling behind.',
    written_by_id: by,
    ...over,
  }).then(() => id)
}

const linesOf = async (actor: Actor, at = now) => {
  const { groups } = await getToday(actor, at)
  return groups.map(({ group, lines }) => [group, lines.map(({ act }) => act)])
}

describe('Today', () => {
  it('has nothing to say where nothing waits', async () => {
    const school = await aSchool()
    await aQuietPupil(school)
    const page = await getToday(school.senco, now)
    expect(page).toMatchObject({
      greeting: 'Good morning, Ruth',
      dayLine: 'Tuesday 16 March 2027, school day 117 of 190. Term ends on 25 March.',
      groups: [],
      meetings: [],
      support: null,
    })
  })

  it('tells SENCO and head what waits, the worst first, each with the one place to do it', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const ash = await aClass(school, { name: `4 Ash of ${school.id}` })
    const tom = await aTeacherOf(school, ash, [])
    const late = await aQuietPupil(
      school,
      { givenName: 'Mason', familyName: 'Clarke', classId: ash.id },
      { reviewDue: '2027-03-05', responsibleId: tom.id },
    )
    await aQuietPupil(school, { givenName: 'Jack', familyName: 'Barlow' }, { reviewDue: '2027-03-16' })
    await aQuietPupil(school, { givenName: 'Ada', familyName: 'Moss' }, { reviewDue: '2027-03-25' })
    // Nobody told, and no plan since January.
    const elsie = await aPupil(school, {
      givenName: 'Elsie',
      familyName: 'Warner',
      statusFrom: '2027-01-06',
      recordedOn: '2026-09-01',
    })
    await aContact(elsie)
    const dev = await aQuietPupil(school, { givenName: 'Dev', familyName: 'Patel' })
    const held = await aMeeting(dev.pupil, { heldOn: '2027-03-01', parents: [dev.mother], ledById: tom.id })
    const booked = await aMeeting(dev.pupil, {
      heldOn: '2027-03-12',
      parents: [dev.mother],
      ledById: tom.id,
      status: 'booked',
    })
    const given = await aMeeting(dev.pupil, {
      heldOn: '2027-02-24',
      parents: [dev.mother],
      ledById: tom.id,
      withRecord: true,
    })
    const concern = await aConcern(dev.pupil, tom.id)
    const evening = await aMeeting(dev.pupil, {
      heldOn: '2027-03-16',
      parents: [dev.mother],
      ledById: tom.id,
      status: 'booked',
    })

    for (const actor of [school.senco, head.actor]) {
      const page = await getToday(actor, now)
      expect(
        page.groups.map(({ group, lines }) => [group, lines.map(({ act, path }) => [act, path])]),
      ).toEqual([
        [
          'missed',
          [
            ['Tell Elsie Warner’s parents about SEN support', `pupils/${elsie.id}/parents-told`],
            ['Record Mason Clarke’s review', `pupils/${late.pupil.id}/cycles/${late.cycle.id}/review`],
            ['Start a cycle for Elsie Warner', `pupils/${elsie.id}/cycles/start`],
          ],
        ],
        [
          'at-risk',
          [
            ['Record Jack Barlow’s review', expect.stringMatching(/cycles\/.*\/review$/) as unknown],
            ['Book a meeting for Elsie Warner', `pupils/${elsie.id}/parent-meetings/arrange`],
            ['Answer Tom Whitfield’s concern about Dev', `pupils/${dev.pupil.id}/concerns/${concern}`],
            [
              'Write down the early discussion about Elsie Warner',
              `pupils/${elsie.id}/early-discussions/add`,
            ],
            [
              'Say whether Dev Patel’s meeting was held',
              `pupils/${dev.pupil.id}/parent-meetings/${booked.id}`,
            ],
            [
              'Write the record of Dev Patel’s meeting',
              `pupils/${dev.pupil.id}/parent-meetings/${held.id}/record`,
            ],
            [
              'Give Farah Khan a copy of the record',
              `pupils/${dev.pupil.id}/parent-meetings/${given.id}/copies`,
            ],
            [`Check the progress of ${ash.name}`, `classes/${ash.id}/check`],
          ],
        ],
        [
          'coming-up',
          [
            ['Prepare Dev Patel’s meeting', expect.stringMatching(/\/prepare$/) as unknown],
            ['Prepare Ada Moss’s review', expect.stringMatching(/^pupils\/[^/]+$/) as unknown],
          ],
        ],
      ])
      expect(page.groups[0]?.lines[1]).toMatchObject({
        who: `${ash.name}, Tom Whitfield. Agreed date 5 March`,
        since: '11 days overdue',
        source: 'Code 6.53',
      })
      expect(page.meetings.map(({ id }) => id)).toEqual([evening.id])
      expect(page.year?.figures).toMatchObject({ pupils: 5, fewerThanThree: 4 })
    }
  })

  it('cuts a long list short, and lists it whole where it says', async () => {
    const school = await aSchool()
    for (let n = 1; n <= 6; n++)
      await aQuietPupil(
        school,
        { givenName: 'Pupil', familyName: `Number ${n}` },
        { reviewDue: `2027-03-0${n}` },
      )
    const [missed] = (await getToday(school.senco, now)).groups
    expect(missed?.lines.map(({ act }) => act)).toEqual(
      [1, 2].map((n) => `Record Pupil Number ${n}’s review`),
    )
    expect(missed).toMatchObject({ count: 6, more: [{ kind: 'review-overdue', count: 4 }] })
    const all = await listFlags(school.senco, 'review-overdue', now)
    expect(all.map(({ weight }) => weight)).toEqual([15, 14, 13, 12, 11, 10])
  })

  it('says one act for many pupils who are behind, and leaves out those whose support has ended', async () => {
    const school = await aSchool()
    for (let n = 0; n < 5; n++) {
      const pupil = await aPupil(school, { familyName: `Number ${n}` })
      const cycle = await aCycle(pupil, DONE)
      const mother = await aContact(pupil)
      await tellAll(pupil, school.sencoMember.id, [mother.id])
      await startIsDone(pupil, school.sencoMember, { parents: [mother], cycle })
    }
    await aPupil(school, { familyName: 'Gone', statusUntil: '2027-02-12' })
    const { groups, year } = await getToday(school.senco, now)
    expect(groups).toMatchObject([
      {
        group: 'at-risk',
        lines: [
          {
            act: 'Book a meeting for 5 pupils who are behind',
            who: '5 have had none; two were due by 11 March',
          },
        ],
      },
    ])
    expect(year?.figures.states).toMatchObject({ 'at-risk': 5, 'not-met': 1 })
  })

  it('shows a class teacher the acts that are theirs, of their own pupils', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const own = await aPupil(school, {
      givenName: 'Own',
      familyName: 'Pupil',
      classId: ash.id,
      statusFrom: '2027-03-01',
      recordedOn: '2026-09-01',
    })
    const other = await aPupil(school, { givenName: 'Other', familyName: 'Pupil' })
    for (const pupil of [own, other]) {
      await aCycle(pupil, { reviewDue: '2027-03-05' })
      await aConcern(pupil, school.sencoMember.id)
    }
    const tom = await aTeacherOf(school, ash, [own])
    expect(await linesOf(tom.actor)).toEqual([
      ['missed', ['Record Own Pupil’s review']],
      [
        'at-risk',
        [
          'Write down the early discussion about Own Pupil',
          'Write down what the family says about Own Pupil',
          `Check the progress of ${ash.name}`,
        ],
      ],
    ])
    const page = await getToday(tom.actor, now)
    expect(page.year).toBeNull()
    expect(page.support?.classes.map(({ id }) => id)).toEqual([ash.id])
    for (const kind of ['parents-not-told', 'concern'] satisfies FlagKind[])
      expect(await listFlags(tom.actor, kind, now)).toEqual([])
  })

  it('shows a teaching assistant what is given to their pupils today, and no act that is not theirs', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const cycle = await aCycle(pupil, { reviewDue: '2027-03-05' })
    const outcome = await anOutcome(cycle, { willDo: 'Retell a story in order' })
    const talk = await aProvision(cycle, [outcome], { what: 'Talk Time' })
    await insert('provisions', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      cycle_id: cycle.id,
      what: 'Not yet begun',
      from_on: '2027-04-12',
    })
    const joan = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Joan' })
    await aDoNote(cycle, joan, { happenedOn: '2027-03-15', provisionId: talk.id })
    const page = await getToday(joan.actor, now)
    expect(page).toMatchObject({ greeting: 'Good morning, Joan', groups: [], year: null })
    // Until 4 December only: the plan is long past, and nothing of it is given in March.
    expect(page.support).toMatchObject({ sessions: 0, toNote: [] })
    const autumn = (await getToday(joan.actor, new Date('2026-11-20T09:00:00Z'))).support
    expect(autumn).toMatchObject({
      sessions: 1,
      noted: 0,
      toNote: [
        {
          act: 'Note Talk Time for Amira Khan',
          path: `pupils/${pupil.id}/cycles/${cycle.id}/do`,
          since: '0 of 4 this week',
        },
      ],
      classes: [{ id: ash.id, sessions: 1, noted: 0 }],
    })
    await aDoNote(cycle, joan, { happenedOn: '2026-11-20', provisionId: talk.id })
    expect((await getToday(joan.actor, new Date('2026-11-20T11:00:00Z'))).support).toMatchObject({
      noted: 1,
      toNote: [],
    })
  })

  it('tells what waits at the start: the note to give, the advice service, a family’s views, a concern to come back to', async () => {
    const school = await aSchool()
    const mine = await aPupil(school, { givenName: 'Ada', familyName: 'Moss', recordedOn: '2025-09-01' })
    const mother = await aContact(mine)
    await tellAll(mine, school.sencoMember.id, [mother.id])
    for (const heldOn of ['2026-10-14', '2027-02-03']) await aHeldMeeting(school, mine, mother, heldOn)
    await aCycle(mine, { ...DONE, stage: 'assess', activatedOn: null, shared: false })
    const note = await anEarlyDiscussion(mine, school.sencoMember)
    const concern = await aConcern(mine, school.sencoMember.id, {
      raised_by: 'parent',
      contact_id: mother.id,
      decision: 'not-sen',
      answer: 'No',
      answered_on: '2027-02-25',
      decided_by_id: school.sencoMember.id,
    })
    await insert('concern_decisions', {
      school_id: school.id,
      id: newId(),
      pupil_id: mine.id,
      concern_id: concern,
      decision: 'not-sen',
      reasons: ['life-event'],
      words: 'No',
      decided_on: '2027-02-25',
      decided_by_id: school.sencoMember.id,
    })
    const { groups } = await getToday(school.senco, now)
    const lines = groups.flatMap(({ group, lines: of }) => of.map(({ act, path }) => [group, act, path]))
    expect(lines.filter(([group]) => group === 'at-risk')).toEqual(
      expect.arrayContaining([
        [
          'at-risk',
          'Set the concern about Ada beside what the school sees',
          `pupils/${mine.id}/concerns/${concern}`,
        ],
        [
          'at-risk',
          'Talk over the decision about Ada with the parents',
          `pupils/${mine.id}/concerns/${concern}`,
        ],
        ['at-risk', 'Give the note about Ada Moss', `pupils/${mine.id}/early-discussions/${note}/given`],
        ['at-risk', 'Tell Ada Moss’s family about the advice service', `pupils/${mine.id}/advice-mentioned`],
      ]),
    )
    expect(lines.filter(([group]) => group === 'coming-up')).toEqual([
      [
        'coming-up',
        'Write down what the family says about Ada Moss',
        expect.stringMatching(/assess$/) as unknown,
      ],
    ])
  })

  it('is for those who work with pupils: not there for a governor or a parent', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await aCycle(pupil, { reviewDue: '2027-03-05' })
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    for (const actor of [governor.actor, mother.actor]) {
      await expect(getToday(actor, now)).rejects.toThrow(NotFound)
      await expect(listFlags(actor, 'review-overdue', now)).rejects.toThrow(NotFound)
    }
  })

  it('shows nothing of another school, nor of pupils a forged actor claims', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await aCycle(pupil, { reviewDue: '2027-03-05' })
    await aConcern(pupil, school.sencoMember.id)
    const elm = await aSchool()
    expect(await linesOf(elm.senco)).toEqual([])
    const tom = await aTeacherOf(elm, await aClass(elm), [pupil])
    expect(await linesOf(tom.actor)).toEqual([])
    await expect(getToday({ ...elm.senco, schoolId: school.id }, now)).rejects.toThrow()
  })

  it('asks as often for 50 pupils as for 5', async () => {
    const counted = [0]
    onStatement(() => (counted[counted.length - 1] = (counted.at(-1) ?? 0) + 1))
    const asked: Record<string, number[]> = { senco: [], teacher: [] }
    for (const size of [5, 50]) {
      const school = await aSchool()
      const ash = await aClass(school)
      const pupils: TestPupil[] = []
      for (let n = 0; n < size; n++) {
        const pupil = await aPupil(school, { classId: ash.id })
        await aCycle(pupil, { reviewDue: '2027-03-05' })
        await aMeeting(pupil, { parents: [await aContact(pupil)], ledById: school.sencoMember.id })
        await aConcern(pupil, school.sencoMember.id)
        pupils.push(pupil)
      }
      const tom = await aTeacherOf(school, ash, pupils)
      for (const [who, actor] of [
        ['senco', school.senco],
        ['teacher', tom.actor],
      ] as const) {
        counted.push(0)
        expect((await getToday(actor, now)).groups.length).toBeGreaterThan(0)
        asked[who]?.push(counted.at(-1) ?? 0)
      }
    }
    for (const [few, many] of Object.values(asked)) {
      expect(few).toBeGreaterThan(3)
      expect(many).toBe(few)
    }
  })
})
