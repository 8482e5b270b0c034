import { describe, expect, it } from 'vitest'
import {
  PUBLISHED,
  setAllHours,
  setConstraints,
  setHours,
  setRooms,
} from '@/lib/meeting-round/change.commands'
import { startRound } from '@/lib/meeting-round/commands'
import { DEFAULT_LEVELS } from '@/lib/meeting-round/constraints.rules'
import { getChoiceLetters } from '@/lib/meeting-round/choice.queries'
import { writeChoiceLetter } from '@/lib/meeting-round/letters.commands'
import { chooseByLink, openChoice } from '@/lib/meeting-round/link.commands'
import { choiceToken } from '@/lib/meeting-round/token'
import { getChild } from '@/lib/family/queries'
import { asActor } from '@/lib/platform/db'
import { getPlacing, getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { lockPlace, placeByHand, setNeeds, takeOut } from '@/lib/meeting-round/place.commands'
import { proposeTimetable } from '@/lib/meeting-round/propose.commands'
import { arrangeRound, closeRound, publishRound } from '@/lib/meeting-round/publish.commands'
import { getRound, listRounds } from '@/lib/meeting-round/queries'
import {
  allHoursForm,
  constraintsForm,
  hoursForm,
  needsForm,
  chooseForm,
  placeForm,
  publishForm,
  roomsForm,
} from '@/lib/meeting-round/schema'
import { getStarting } from '@/lib/meeting-round/start.queries'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/actor'
import { aMeeting, aMember, aSchool, auditOf } from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'
import { aRoundSchool, NOW, starting } from '@/tests/factories/round'
import { aStartedRound } from '@/tests/factories/started-round'

const FIXED = publishForm.parse({ way: 'fixed' })

type Started = Awaited<ReturnType<typeof aStartedRound>>

const at = ({ roundId }: Started, version: number) => ({ roundId, version })
const page = ({ actor, roundId }: Started, as: Actor = actor) => getRound(as, roundId, NOW)
const propose = async (round: Started, version = 1) => {
  expect(await proposeTimetable(round.actor, at(round, version), NOW)).toEqual({ ok: true, value: null })
  return page(round)
}
const meetingsOf = (schoolId: string) =>
  look<{ id: string; pupil_id: string; held_on: string; at: string; place: string; status: string }>(
    `SELECT id, pupil_id, held_on::text, at, place, status FROM parent_meetings WHERE school_id = $1 AND held_on >= '2027-03-01' ORDER BY held_on, at`,
    [schoolId],
  )

describe('starting a round', () => {
  it('says how many pupils are in each group, and offers ten school days from next week on', async () => {
    const { school } = await aRoundSchool()
    const start = await getStarting(school.senco, NOW)
    expect(start).toMatchObject({
      behind: 6,
      all: 6,
      firstOn: '2027-03-03',
      lastOn: '2027-03-16',
      termName: 'Spring',
    })
    expect(start.classes.map(({ count }) => count).sort()).toEqual([2, 4])
  })

  it('chooses pupils, who leads, hours and rooms, once though it is sent twice, and keeps the trace', async () => {
    const { school, teachers } = await aRoundSchool()
    const form = starting()
    const first = await startRound(school.senco, form, NOW)
    const again = await startRound(school.senco, form, NOW)
    expect(again).toEqual(first)
    const { round } = await getRoundToArrange(school.senco, first.ok ? first.value.roundId : '')
    expect(round.pupils).toHaveLength(6)
    expect(round.rooms.map(({ name, seats }) => `${name} ${seats}`)).toEqual(['Library 6', 'Hut 4'])
    expect(round.staff.map(({ id }) => id).sort()).toEqual(
      [school.senco.membershipId, ...teachers.map(({ id }) => id)].sort(),
    )
    expect(round.staff[0]?.hours).toHaveLength(5)
    expect(await auditOf(school)).toEqual(['meeting-round.started'])
  })

  it.each([
    [{ firstOn: '2027-02-23' }, 'firstOn', 'The first day must be today or later'],
    [{ firstOn: '2027-03-06', lastOn: '2027-03-07' }, 'firstOn', 'School is closed on all of these days'],
    [{ who: 'year', yearGroup: '11' }, 'who', 'Nobody is in this group'],
  ])('refuses %j', async (over, field, message) => {
    const { school } = await aRoundSchool()
    const refused = await startRound(school.senco, starting(over), NOW)
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ field, message: expect.stringContaining(message) as string }],
    })
    expect((await listRounds(school.senco)).rounds).toEqual([])
  })

  it('leaves out whoever has a meeting booked in these days', async () => {
    const set = await aRoundSchool()
    const [first] = set.pupils
    if (first) await aMeeting(first, { status: 'booked', heldOn: '2027-03-03' })
    const round = await aStartedRound(set)
    expect((await page(round)).pupils).toBe(5)
  })
})

describe('proposing a timetable', () => {
  it('gives every meeting a place: siblings back to back, nobody twice at once, and reasons where there is none', async () => {
    const round = await aStartedRound()
    const proposed = await propose(round)
    expect(proposed).toMatchObject({ placed: 5, round: { isProposed: true, version: 2 } })
    expect(proposed.unplaced).toEqual([expect.objectContaining({ name: 'Finn Nobody', why: 'no-parent' })])
    const lines = proposed.byDay.flatMap(({ lines: own }) => own)
    const siblings = lines.filter(({ siblings: kin }) => kin.length > 0)
    expect(siblings).toHaveLength(2)
    expect(siblings[0]?.day).toBe(siblings[1]?.day)
    expect(siblings[0]?.until).toBe(siblings[1]?.from)
    expect(new Set(lines.map(({ day, from, lead }) => `${day} ${from} ${lead}`)).size).toBe(5)
    expect(await auditOf(round.school)).toEqual(['meeting-round.started', 'meeting-round.proposed'])
  })

  it('keeps clear of meetings that are booked already', async () => {
    const set = await aRoundSchool()
    const [one] = set.pupils
    const [teacher] = set.teachers
    if (!one || !teacher) throw new Error('too small')
    const round = await aStartedRound(set)
    await aMeeting(one, { status: 'booked', heldOn: '2027-03-01', ledById: teacher.id })
    const narrow = allHoursForm.parse({ from: '15:30', until: '16:00' })
    expect(await setAllHours(round.actor, at(round, 1), narrow, NOW)).toEqual({ ok: true, value: null })
    const { byTeacher } = await propose(round, 2)
    const own = byTeacher.find(({ key }) => key === teacher.id)?.lines ?? []
    expect(own.length).toBeGreaterThan(0)
    expect(own.map(({ day }) => day)).not.toContain('2027-03-01')
  })

  it('leaves what is locked where it is', async () => {
    const round = await aStartedRound()
    const [line] = (await propose(round)).byDay.flatMap(({ lines }) => lines)
    if (!line) throw new Error('nothing placed')
    const where = { ...at(round, 2), roundPupilId: line.id }
    expect(await lockPlace(round.actor, where, true, NOW)).toEqual({ ok: true, value: null })
    for (const version of [3, 4, 5]) {
      const again = (await propose(round, version)).byDay
        .flatMap(({ lines }) => lines)
        .find(({ id }) => id === line.id)
      expect(again).toMatchObject({ day: line.day, from: line.from, room: line.room, isLocked: true })
    }
  })
})

describe('placing by hand', () => {
  it('says every hard constraint that would be broken, plainly, and keeps nothing', async () => {
    const round = await aStartedRound()
    const before = await propose(round)
    const [first, second] = before.byTeacher.find(({ lines }) => lines.length > 1)?.lines ?? []
    if (!first || !second) throw new Error('too few placed')
    const { round: row } = await getRoundToArrange(round.actor, round.roundId)
    const form = placeForm.parse({
      ...{ day: first.day, at: first.from, placedLeadId: first.leadId },
      roomId: row.rooms.find(({ name }) => name === first.room)?.id,
    })
    const refused = await placeByHand(round.actor, { ...at(round, 2), roundPupilId: second.id }, form, NOW)
    const said = refused.ok ? [] : refused.problems.map(({ message }) => message)
    expect(said).toContain(`${first.lead} is in the meeting about ${first.name} then`)
    expect(said).toContain(`${first.room} is taken by the meeting about ${first.name} then`)
    expect((await page(round)).byDay).toEqual(before.byDay)
  })

  it('moves a meeting to a time that is free, and it stays there', async () => {
    const round = await aStartedRound()
    const [line] = (await propose(round)).byDay.flatMap(({ lines }) => lines)
    if (!line) throw new Error('nothing placed')
    const { free } = await getPlacing(round.actor, { roundId: round.roundId, roundPupilId: line.id }, NOW)
    const to = free.findLast(({ day }) => day !== line.day)
    if (!to) throw new Error('nothing free')
    const at4 = `${Math.floor(to.start / 60)}:${String(to.start % 60).padStart(2, '0')}`
    const form = placeForm.parse({
      day: to.day,
      at: at4,
      placedLeadId: to.leadId,
      roomId: to.roomId,
      stays: 'yes',
    })
    const where = { ...at(round, 2), roundPupilId: line.id }
    expect(await placeByHand(round.actor, where, form, NOW)).toEqual({ ok: true, value: null })
    const again = (await propose(round, 3)).byDay
      .flatMap(({ lines }) => lines)
      .find(({ id }) => id === line.id)
    expect(again).toMatchObject({ day: to.day, isLocked: true })
  })
})

describe('what a round keeps to', () => {
  it('is changed by those who lead, each under the version they saw', async () => {
    const round = await aStartedRound()
    const [teacher] = round.teachers
    if (!teacher) throw new Error('no teacher')
    const hours = hoursForm.parse({ days: { '2027-03-01': { from: '9am', until: '10am' } } })
    const whose = { ...at(round, 1), membershipId: teacher.id }
    expect(await setHours(round.actor, whose, hours, NOW)).toEqual({ ok: true, value: null })
    await expect(setHours(round.actor, whose, hours, NOW)).rejects.toThrow(ChangedElsewhere)
    const rooms = roomsForm.parse({ rooms: 'Hut, Annexe, 9\nHall' })
    expect(await setRooms(round.actor, at(round, 2), rooms, NOW)).toEqual({ ok: true, value: null })
    const levels = constraintsForm.parse({
      ...{
        levels: { ...DEFAULT_LEVELS, siblings: 'must' },
        travelMinutes: '10',
        runMinutes: '90',
        mostADay: '4',
      },
    })
    expect(await setConstraints(round.actor, at(round, 3), levels, NOW)).toEqual({ ok: true, value: null })
    const { round: row } = await getRoundToArrange(round.actor, round.roundId)
    expect(row.levels.siblings).toBe('must')
    expect(row.limits).toEqual({ travelMinutes: 10, runMinutes: 90, mostADay: 4 })
    expect(row.staff.find(({ id }) => id === teacher.id)?.hours).toEqual([
      { day: '2027-03-01', from: 540, until: 600 },
    ])
    expect(row.rooms.filter(({ isUsed }) => isUsed).map(({ name, seats }) => `${name} ${seats}`)).toEqual([
      'Hut 9',
      'Hall 6',
    ])
  })

  it('takes another leader with the hours that most have, and lets a pupil out', async () => {
    const round = await aStartedRound()
    const proposed = await propose(round)
    const [line] = proposed.byDay.flatMap(({ lines }) => lines)
    const newcomer = await aMember(round.school, 'class-teacher', { givenName: 'Ola' })
    const where = { roundId: round.roundId, roundPupilId: line?.id ?? '' }
    const form = needsForm.parse({ leadId: newcomer.id, prefers: ['evening'] })
    expect(await setNeeds(round.actor, { ...where, version: 2 }, form, NOW)).toEqual({
      ok: true,
      value: null,
    })
    const again = await propose(round, 3)
    expect(again.byTeacher.map(({ heading }) => heading)).toContain('Ola Whitfield')
    expect(await takeOut(round.actor, { ...where, version: 4 }, NOW)).toEqual({ ok: true, value: null })
    expect((await page(round)).pupils).toBe(5)
    const assistant = await aMember(round.school, 'teaching-assistant')
    const notATeacher = needsForm.parse({ leadId: assistant.id })
    const other = {
      ...where,
      roundPupilId: again.byDay[0]?.lines.find(({ id }) => id !== line?.id)?.id ?? '',
    }
    expect(await setNeeds(round.actor, { ...other, version: 5 }, notATeacher, NOW)).toMatchObject({
      ok: false,
    })
  })
})

describe('publishing with fixed times', () => {
  it('arranges each meeting once and invites its parents, and the plan no longer changes', async () => {
    const round = await aStartedRound()
    const proposed = await propose(round)
    expect(await publishRound(round.actor, at(round, 2), FIXED, NOW)).toEqual({ ok: true, value: null })
    const made = await meetingsOf(round.school.id)
    expect(made).toHaveLength(5)
    const lines = proposed.byDay.flatMap(({ lines: own }) => own)
    expect(made.map(({ pupil_id, held_on, at: time }) => `${pupil_id} ${held_on} ${time}`).sort()).toEqual(
      lines.map(({ pupilId, day, from }) => `${pupilId} ${day} ${from}`).sort(),
    )
    const asked = await look<{ kind: string; method: string }>(
      'SELECT kind, method FROM invitation_entries WHERE school_id = $1',
      [round.school.id],
    )
    expect(asked.filter(({ method }) => method === 'email')).toHaveLength(5)
    expect(asked.filter(({ method }) => method === 'letter')).toHaveLength(1)
    expect(await arrangeRound(round.actor, round.roundId, NOW)).toEqual({ ok: true, value: null })
    expect(await meetingsOf(round.school.id)).toHaveLength(5)
    expect(await proposeTimetable(round.actor, at(round, 3), NOW)).toEqual(PUBLISHED)
    const { progress } = await page(round)
    expect(progress?.figures).toEqual({
      invited: 5,
      answered: 0,
      held: 0,
      notHeld: 0,
      notAnswered: 5,
      given: 0,
    })
  })

  it('is refused where nothing has a place, and arranges the rest where it was broken off', async () => {
    const round = await aStartedRound()
    expect(await publishRound(round.actor, at(round, 1), FIXED, NOW)).toMatchObject({ ok: false })
    await propose(round)
    await look(
      `UPDATE meeting_rounds SET state = 'published', way = 'fixed', published_at = now() WHERE id = $1`,
      [round.roundId],
    )
    expect((await page(round)).progress?.figures.invited).toBe(0)
    expect(await arrangeRound(round.actor, round.roundId, NOW)).toEqual({ ok: true, value: null })
    expect((await page(round)).progress?.figures.invited).toBe(5)
    expect(await closeRound(round.actor, round.roundId, NOW)).toEqual({ ok: true, value: null })
    expect((await page(round)).round.state).toBe('closed')
  })
})

const CHOOSE = publishForm.parse({ way: 'choose', chooseUntil: '2027-02-26' })

/** A round whose families are asked to choose, with the link of each parent. */
async function aRoundToChooseFrom(over: Record<string, string> = {}) {
  const round = await aStartedRound(undefined, over)
  const [line] = (await propose(round)).byDay.flatMap(({ lines }) => lines)
  // Kept for the timetable, it can be chosen like the others.
  const kept = { ...at(round, 2), roundPupilId: line?.id ?? '' }
  expect(await lockPlace(round.actor, kept, true, NOW)).toEqual({ ok: true, value: null })
  expect(await publishRound(round.actor, at(round, 3), CHOOSE, NOW)).toEqual({ ok: true, value: null })
  const choices = await look<{ id: string; pupil_id: string; contact_id: string }>(
    'SELECT id, pupil_id, contact_id FROM meeting_round_choices WHERE round_id = $1 ORDER BY id',
    [round.roundId],
  )
  const [amira, , ben, cara] = round.pupils
  const linkOf = (pupil: { id: string } | undefined, contact?: { id: string }) => {
    const one = choices.find(
      ({ pupil_id, contact_id }) => pupil_id === pupil?.id && (!contact || contact_id === contact.id),
    )
    return { token: choiceToken(one?.id ?? ''), address: newId(), now: NOW }
  }
  return { ...round, choices, linkOf, amira, ben, cara }
}
const choosing = ({ day, at: time }: { day: string; at: string }) =>
  chooseForm.parse({ time: `${day} ${time}` })

describe('letting families choose', () => {
  it('asks each parent by email or letter, and shows a link no more than a first name and times', async () => {
    const round = await aRoundToChooseFrom()
    expect(round.choices).toHaveLength(6)
    const mails = await look<{ about_id: string }>(
      `SELECT about_id FROM outbox_mails WHERE school_id = $1 AND kind = 'meeting-choice'`,
      [round.school.id],
    )
    expect(mails).toHaveLength(5)
    const { letters } = await getChoiceLetters(round.actor, round.roundId, NOW)
    expect(letters).toHaveLength(1)
    expect(JSON.stringify(letters)).toContain('Dear Sol Okoro')
    const page = await openChoice(round.linkOf(round.amira))
    expect(page).toMatchObject({ givenName: 'Amira', chosen: null, until: '2027-02-26', minutes: 30 })
    expect(page.times.length).toBeGreaterThan(3)
    expect(JSON.stringify(page)).not.toMatch(/Khan|Mensah|Library/)
    expect(await meetingsOf(round.school.id)).toEqual([])
  })

  it('makes the letter when it is sent: with the link, no child in its subject, and none to a parent shut out since', async () => {
    const round = await aRoundToChooseFrom()
    const [choice] = round.choices.filter(({ contact_id }) => contact_id === round.mother.id)
    const write = () =>
      asActor(round.actor, (tx) =>
        writeChoiceLetter(
          tx,
          round.actor,
          { id: newId(), kind: 'meeting-choice', pupilId: choice?.pupil_id ?? '', aboutId: choice?.id ?? '' },
          NOW,
        ),
      )
    expect(await write()).toMatchObject({
      to: 'farah@home.example',
      subject: 'Choose a time for a meeting at school',
      text: expect.stringContaining('/choose-time/') as string,
    })
    await look(`UPDATE pupil_contacts SET restricted_from = '2027-01-01' WHERE contact_id = $1`, [
      round.mother.id,
    ])
    expect(await write()).toEqual({ withheld: 'shut-out' })
    await expect(openChoice(round.linkOf(round.amira, round.mother))).rejects.toThrow(NotFound)
  })

  it('arranges the meeting a parent chose, with their yes, once', async () => {
    const round = await aRoundToChooseFrom()
    const link = round.linkOf(round.amira)
    const to = (await openChoice(link)).times.at(-1) ?? { day: '', at: '' }
    expect(await chooseByLink(link, choosing(to))).toEqual({ ok: true, value: null })
    expect(await meetingsOf(round.school.id)).toEqual([
      expect.objectContaining({ pupil_id: round.amira?.id, held_on: to.day, at: to.at, status: 'booked' }),
    ])
    expect(await openChoice(link)).toMatchObject({ chosen: to, times: [] })
    expect(await chooseByLink(link, choosing(to))).toMatchObject({ ok: false })
    const { progress } = await page(round)
    expect(progress?.figures).toMatchObject({ invited: 1, answered: 1, notAnswered: 4 })
    expect(await auditOf(round.school)).toContain('meeting-round.time-chosen')
  })

  it('gives the same time, chosen by two parents at once, to one, and tells the other at once', async () => {
    // One room: two families want the same half hour.
    const round = await aRoundToChooseFrom({ rooms: 'Library, Main building, 8' })
    const [one, two] = [round.linkOf(round.ben), round.linkOf(round.cara)]
    const theirs = (await openChoice(two)).times.map(({ day, at: time }) => `${day} ${time}`)
    const shared = (await openChoice(one)).times.find(({ day, at: time }) =>
      theirs.includes(`${day} ${time}`),
    )
    if (!shared) throw new Error('no time that both could have')
    const both = await Promise.all([one, two].map((link) => chooseByLink(link, choosing(shared))))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((outcome) => (outcome.ok ? [] : outcome.problems))).toEqual([
      { field: 'time', message: 'Another family has just taken that time. Choose one that is still free' },
    ])
    expect(await meetingsOf(round.school.id)).toHaveLength(1)
  })

  it('lets one of two parents choose where both try at once', async () => {
    const round = await aRoundToChooseFrom()
    const links = [round.linkOf(round.ben, round.father), round.linkOf(round.ben)]
    const times = (await openChoice(links[0] as never)).times
    const both = await Promise.all(
      links.map((link, place) => chooseByLink(link, choosing(times[place] ?? { day: '', at: '' }))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await meetingsOf(round.school.id)).toHaveLength(1)
  })

  it('fixes the times of those who have not chosen, and refuses every link after its last day alike', async () => {
    const round = await aRoundToChooseFrom()
    const late = { ...round.linkOf(round.amira), now: new Date('2027-02-27T00:00:01Z') }
    await expect(openChoice(late)).rejects.toThrow(NotFound)
    await expect(openChoice({ ...late, token: 'nobody' })).rejects.toThrow(NotFound)
    expect(await arrangeRound(round.actor, round.roundId, NOW)).toEqual({ ok: true, value: null })
    expect(await meetingsOf(round.school.id)).toHaveLength(5)
  })

  it('shows a parent with an account the way to choose on the family’s page, and not the other parent’s', async () => {
    const round = await aRoundToChooseFrom()
    const { toChoose } = await getChild(round.mother.actor, round.amira?.id ?? '', NOW)
    expect(toChoose).toBe(`/choose-time/${round.linkOf(round.amira).token}`)
  })
})

describe('who may', () => {
  it('a teacher sees the round and only the meetings of their own pupils, and arranges nothing', async () => {
    const round = await aStartedRound()
    await propose(round)
    const [teacher] = round.teachers
    if (!teacher) throw new Error('no teacher')
    const seen = await page(round, teacher.actor)
    expect(seen).toMatchObject({ mayArrange: false, pupils: 4 })
    expect(seen.round.staff.map(({ id }) => id)).toEqual([teacher.id])
    expect((await listRounds(teacher.actor)).rounds).toEqual([expect.objectContaining({ pupils: 4 })])
    await expect(proposeTimetable(teacher.actor, at(round, 2), NOW)).rejects.toThrow(NotAllowed)
    await expect(publishRound(teacher.actor, at(round, 2), FIXED, NOW)).rejects.toThrow(NotAllowed)
    await expect(getStarting(teacher.actor, NOW)).rejects.toThrow(NotAllowed)
  })

  it('nobody of another school, no assistant, governor or parent finds it', async () => {
    const round = await aStartedRound()
    const elm = await aSchool()
    const others = [
      elm.senco,
      (await aMember(round.school, 'teaching-assistant')).actor,
      (await aMember(round.school, 'governor')).actor,
      round.mother.actor,
      { ...round.actor, membershipId: newId() },
    ]
    for (const actor of others) {
      await expect(page(round, actor)).rejects.toThrow(NotFound)
      await expect(proposeTimetable(actor, at(round, 1), NOW)).rejects.toThrow(NotFound)
    }
  })
})
