import { describe, expect, it } from 'vitest'
import { listMeetings } from '@/lib/parent-meeting/list.queries'
import { getArranging, getMeeting, getMeetingToChange } from '@/lib/parent-meeting/queries'
import { onStatement } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMeeting, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { aFamily } from '@/tests/factories/family'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const everything = { search: '', className: '', ledByMe: false, allYear: false }

describe('the page of one meeting', () => {
  it('says what holding it would make of the year, and leaves a trace', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    await aMeeting(pupil, { parents: [mother], ledById: teacher.id })
    const meeting = await aMeeting(pupil, {
      heldOn: '2026-11-21',
      status: 'booked',
      parents: [mother],
      ledById: teacher.id,
    })
    const page = await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page).toMatchObject({
      pupil: { name: 'Amira Khan' },
      meeting: { id: meeting.id, status: 'booked', reason: 'booked' },
      record: null,
      panel: { standing: { held: 1, state: 'on-track' } },
      ifHeld: { held: 2, state: 'on-track' },
      isOnClosedDay: true, // a Saturday
      mayRecord: true,
    })
    expect(await auditOf(school)).toEqual(['pupil.opened'])
  })

  it('judges a meeting of last year by last year, and one booked for the next by this', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const last = await aMeeting(pupil, { heldOn: '2026-03-03', parents: [mother], ledById: teacher.id })
    await aMeeting(pupil, { parents: [mother], ledById: teacher.id })
    const next = await aMeeting(pupil, {
      heldOn: '2027-09-14',
      status: 'booked',
      parents: [mother],
      ledById: teacher.id,
    })
    const open = (meeting: { id: string }) =>
      getMeeting(school.senco, { pupilId: pupil.id, meetingId: meeting.id }, now)
    const then = await open(last)
    expect(then).toMatchObject({
      meeting: { counts: true },
      panel: { standing: { held: 1 }, year: { firstDay: '2025-09-01' } },
    })
    expect(then.panel.meetings).toHaveLength(1)
    expect(await open(next)).toMatchObject({
      meeting: { reason: 'another-year' },
      ifHeld: null,
      panel: { standing: { held: 1 }, year: { firstDay: '2026-09-01' } },
    })
  })

  it('is for those who work with the pupil; assistants read, and change nothing', async () => {
    const { school, pupil, assistant, mother } = await aFamily()
    const meeting = await aMeeting(pupil, { parents: [mother] })
    const place = { pupilId: pupil.id, meetingId: meeting.id }
    expect(await getMeeting(assistant.actor, place, now)).toMatchObject({ mayRecord: false })
    await expect(getMeetingToChange(assistant.actor, place, 'record', now)).rejects.toThrow(NotAllowed)
    await expect(getArranging(assistant.actor, pupil.id, now)).rejects.toThrow(NotAllowed)
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    for (const actor of [elm.senco, other.actor, governor.actor, mother.actor]) {
      await expect(getMeeting(actor, place, now)).rejects.toThrow(NotFound)
      await expect(getMeetingToChange(actor, place, 'record', now)).rejects.toThrow(NotFound)
      await expect(getArranging(actor, pupil.id, now)).rejects.toThrow(NotFound)
    }
  })

  it('is not there under another pupil, nor with what is no id', async () => {
    const { school, pupil } = await aFamily()
    const meeting = await aMeeting(await aPupil(school))
    for (const meetingId of [meeting.id, newId(), 'no-id'])
      await expect(getMeeting(school.senco, { pupilId: pupil.id, meetingId }, now)).rejects.toThrow(NotFound)
    await expect(getMeeting(school.senco, { pupilId: 'no-id', meetingId: meeting.id }, now)).rejects.toThrow(
      NotFound,
    )
  })

  it('offers no parent who is shut out, the teachers to lead, and those who work with the pupil as staff', async () => {
    const { school, pupil, teacher, assistant, mother, father } = await aFamily()
    await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-01' })
    const grace = await aTeacherOf(school, await aClass(school), [], {
      givenName: 'Grace',
      familyName: 'Adjei',
    })
    const { offers, likelyLeader } = await getArranging(teacher.actor, pupil.id, now)
    expect(offers.family.map(({ value }) => value)).toEqual([mother.id, father.id])
    expect(offers.leaders.map(({ label }) => label)).toEqual([
      'Tom Whitfield, class teacher',
      'Ruth Adeyemi, SENCO',
      'Grace Adjei, class teacher',
    ])
    expect(offers.staff.map(({ value }) => value).sort()).toEqual(
      [teacher.id, assistant.id, school.sencoMember.id].sort(),
    )
    expect(offers.leaders.map(({ value }) => value)).toContain(grace.id)
    expect(likelyLeader).toBe(teacher.id)
  })
})

describe('the page of meetings', () => {
  it('shows what waits, what is to come and what was: leaders the whole school, teachers their own', async () => {
    const { school, pupil, teacher, assistant, mother } = await aFamily()
    const other = await aPupil(school, { givenName: 'Ben', familyName: 'Barlow' })
    const overlooked = await aMeeting(pupil, {
      heldOn: '2026-11-19',
      status: 'booked',
      parents: [mother],
      ledById: teacher.id,
    })
    const unwritten = await aMeeting(pupil, { heldOn: '2026-11-10', parents: [mother], ledById: teacher.id })
    const ungiven = await aMeeting(pupil, {
      heldOn: '2026-11-02',
      parents: [mother],
      ledById: teacher.id,
      withRecord: true,
    })
    const soon = await aMeeting(other, { heldOn: '2026-12-01', status: 'booked' })
    await aMeeting(pupil, { heldOn: '2026-06-01', parents: [mother] })
    const found = await listMeetings(school.senco, everything, now)
    expect(found.waiting.map(({ id, waitsFor }) => [id, waitsFor])).toEqual([
      [ungiven.id, 'copy'],
      [unwritten.id, 'record'],
      [overlooked.id, 'held-or-not'],
    ])
    expect(found.waiting[0]).toMatchObject({
      pupilName: 'Amira Khan',
      parents: ['Farah Khan'],
      withoutCopy: ['Farah Khan', 'Imran Khan'],
      copyDue: '2026-11-16',
    })
    expect(found.waiting[1]).toMatchObject({ recordDue: '2026-11-17', leader: 'Tom Whitfield' })
    expect(found.comingUp.map(({ id }) => id)).toEqual([soon.id])
    expect(found.recent.map(({ id }) => id)).toEqual([unwritten.id, ungiven.id])
    for (const actor of [teacher.actor, assistant.actor]) {
      const own = await listMeetings(actor, everything, now)
      expect(own.waiting).toHaveLength(3)
      expect(own.comingUp).toEqual([])
    }
  })

  it('asks no copy for a parent who is shut out, and does not name them', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const shutOut = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-20' })
    await aMeeting(pupil, {
      heldOn: '2026-11-02',
      parents: [mother, shutOut],
      ledById: teacher.id,
      withRecord: true,
    })
    await aMeeting(pupil, { heldOn: '2026-12-02', parents: [mother, shutOut], status: 'booked' })
    expect(JSON.stringify(await listMeetings(school.senco, everything, now))).not.toContain('Sam')
  })

  it('is empty for another school, and not there for governors and families', async () => {
    const { school, pupil, mother } = await aFamily()
    await aMeeting(pupil, { heldOn: '2026-12-01', status: 'booked', parents: [mother] })
    const elm = await aSchool()
    expect(await listMeetings(elm.senco, everything, now)).toMatchObject({
      waiting: [],
      comingUp: [],
      recent: [],
    })
    const governor = await aMember(school, 'governor')
    for (const actor of [governor.actor, mother.actor])
      await expect(listMeetings(actor, everything, now)).rejects.toThrow(NotFound)
  })

  it('asks the database as often for many meetings as for one', async () => {
    let statements = 0
    onStatement(() => (statements += 1))
    const counted = async (meetings: number) => {
      const { school, pupil, teacher, mother, father } = await aFamily()
      let last = ''
      for (let n = 0; n < meetings; n++) {
        const made = await aMeeting(pupil, {
          heldOn: `2026-10-${String(n + 10)}`,
          parents: [mother, father],
          ledById: teacher.id,
          withRecord: true,
        })
        last = made.id
      }
      const before = statements
      await listMeetings(school.senco, everything, now)
      const list = statements - before
      await getMeetingToChange(school.senco, { pupilId: pupil.id, meetingId: last }, 'record', now)
      return { list, page: statements - before - list }
    }
    const one = await counted(1)
    expect(await counted(9)).toEqual(one)
    expect(one.list).toBeLessThan(8)
  })
})
