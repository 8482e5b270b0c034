import { beforeAll, describe, expect, it } from 'vitest'
import { answerInvitation, noteAnswer } from '@/lib/invitation/answer.commands'
import { inviteToMeeting } from '@/lib/invitation/commands'
import { invitationWriters } from '@/lib/invitation/letters.commands'
import { calendarByLink, openLink, answerByLink } from '@/lib/invitation/link.commands'
import { getInvitation, getInviting, getLetter, getOwnCalendar } from '@/lib/invitation/queries'
import { remindInvited } from '@/lib/invitation/reminder.commands'
import { answerForm, heardForm } from '@/lib/invitation/schema'
import { deliverMail, serviceIn } from '@/lib/mail/delivery.commands'
import { getCaughtMail, listMail } from '@/lib/mail/queries'
import { moveParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { getMeeting } from '@/lib/parent-meeting/queries'
import { moveForm, notHeldForm } from '@/lib/parent-meeting/schema'
import { getToday, listFlags } from '@/lib/flag/queries'
import { getChild } from '@/lib/family/queries'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { aContact, aMeeting, aMember, aTeacherOf, aClass, auditOf } from '@/tests/factories'
import { aFamily, boxes, theRest } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'
import { anInvitation, inviting } from '@/tests/factories/invitation'

const now = new Date('2026-11-20T09:00:00Z')
const MOTHERS = 'farah@home.example'

type Family = Awaited<ReturnType<typeof aFamily>>

/** The mother can be written to by email; the father has no address. */
async function aMailFamily(): Promise<Family> {
  const family = await aFamily()
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [family.mother.id, MOTHERS])
  return family
}
const withEmail = (contact: { id: string }, email = 'imran@home.example') =>
  look('UPDATE contacts SET email = $2 WHERE id = $1', [contact.id, email])

const entriesOf = (meetingId: string) =>
  look<{ kind: string; method: string; outcome: string | null; contact_id: string }>(
    'SELECT kind, method, outcome, contact_id FROM invitation_entries WHERE meeting_id = $1 ORDER BY recorded_at, id',
    [meetingId],
  )
const kinds = async (meetingId: string) =>
  (await entriesOf(meetingId)).map(({ kind, method }) => `${kind} by ${method}`)
const mailsOf = (pupil: { id: string }) =>
  look<{ id: string; kind: string; status: string; problem: string | null }>(
    'SELECT id, kind, status, problem FROM outbox_mails WHERE pupil_id = $1 ORDER BY created_at, id',
    [pupil.id],
  )
const deliverAll = async ({ school, pupil }: Family, at = now) => {
  for (const { id, status } of await mailsOf(pupil))
    if (status === 'waiting')
      await deliverMail({ schoolId: school.id, membershipId: school.systemId }, id, {
        writers: invitationWriters,
        carrier: null,
        clock: () => at,
        isLast: false,
      })
}
const caughtOf = (pupil: { id: string }) =>
  look<{ sent_to: string; subject: string; body: string; calendar: string }>(
    'SELECT c.sent_to, c.subject, c.body, c.calendar FROM caught_mails c JOIN outbox_mails o ON o.school_id = c.school_id AND o.id = c.id WHERE o.pupil_id = $1 ORDER BY o.created_at, o.id',
    [pupil.id],
  )
const answering = (answer: string, over: object = {}) =>
  answerForm.parse({ answer, ...(answer === 'another-time' && { betterTimes: 'After 4pm' }), ...over })
const moving = (over: object = {}) =>
  moveForm.parse({
    on: boxes('2026-12-03'),
    at: '4pm',
    format: 'in-person',
    minutes: '30',
    purpose: 'review',
    invited: [],
    ...over,
  })
const from = (address = newId()) => ({ address, now })

describe('inviting to a meeting', () => {
  it('keeps what the invitation says, notes each offer, puts the email in the outbox, and says so in the trail', async () => {
    const family = await aMailFamily()
    const { school, pupil, teacher, mother, father } = family
    const meeting = await aMeeting(pupil, {
      status: 'booked',
      heldOn: '2026-12-01',
      parents: [mother, father],
      ledById: teacher.id,
    })
    const form = inviting(
      { [mother.id]: 'email', [father.id]: 'letter' },
      {
        staff: [school.sencoMember.id],
        pupilInvited: 'yes',
        others: 'Dr Priya Rao, educational psychologist\nSam Lee, advice service',
        noteTaker: 'Ruth Adeyemi',
        papers: 'The plan as it stands',
        interpreter: 'Urdu',
      },
    )
    expect(await inviteToMeeting(teacher.actor, meeting.id, 0, form, now)).toEqual({
      ok: true,
      value: { pupilId: pupil.id },
    })
    expect(await kinds(meeting.id)).toEqual(expect.arrayContaining(['offered by email', 'offered by letter']))
    await deliverAll(family)
    const [letter, ...others] = await caughtOf(pupil)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ sent_to: MOTHERS, subject: 'Invitation to a meeting at school' })
    for (const part of [
      'Dear Farah Khan',
      'Tuesday 1 December 2026, 3:30pm',
      'We have planned 30 minutes',
      'Tom Whitfield, class teacher, who leads the meeting',
      'Ruth Adeyemi, SENCO',
      'Imran Khan, father',
      'Dr Priya Rao, educational psychologist',
      'Amira, for all of it or a part',
      'Ruth Adeyemi takes notes',
      'Please read first: The plan as it stands',
      'You may bring someone with you',
      'An interpreter: Urdu',
      'http://localhost:3000/answer/',
    ])
      expect(letter?.body).toContain(part)
    expect(letter?.body).not.toContain('Amira Khan')
    expect(letter?.subject).not.toMatch(/Amira|Khan/)
    expect(letter?.calendar).toContain('METHOD:REQUEST')
    expect(letter?.calendar).toContain('DTSTART:20261201T153000Z')
    expect(letter?.calendar).not.toContain('Khan')
    expect(await auditOf(school)).toEqual(['invitation.sent'])
  })

  it('asks once of two clicks, though they come at once', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const meeting = await aMeeting(pupil, { status: 'booked', heldOn: '2026-12-01', parents: [mother] })
    const form = inviting({ [mother.id]: 'email' })
    const both = await Promise.allSettled(
      [1, 2].map(() => inviteToMeeting(teacher.actor, meeting.id, 0, form, now)),
    )
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await kinds(meeting.id)).toEqual(['offered by email'])
    expect(await mailsOf(pupil)).toHaveLength(1)
  })

  it('tells whoever had an old form, and keeps nothing of it', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await expect(
      inviteToMeeting(teacher.actor, meeting.id, 0, inviting({ [mother.id]: 'phone' }), now),
    ).rejects.toThrow(ChangedElsewhere)
    expect(await kinds(meeting.id)).toEqual(['offered by email'])
  })

  it('refuses a parent who is shut out now or on the day, who was not asked to the meeting, or has no address for an email', async () => {
    const { pupil, teacher, mother, father } = await aMailFamily()
    const shutOut = await aContact(pupil, {
      fullName: 'Sam Khan',
      restrictedFrom: '2026-11-20',
      email: 's@x.example',
    })
    const soon = await aContact(pupil, {
      fullName: 'Lee Khan',
      restrictedFrom: '2026-12-01',
      email: 'l@x.example',
    })
    const aunt = await aContact(pupil, { fullName: 'Zoe Khan', email: 'z@x.example' })
    const meeting = await aMeeting(pupil, {
      status: 'booked',
      heldOn: '2026-12-01',
      parents: [mother, father, shutOut, soon],
    })
    for (const parent of [shutOut, soon, aunt])
      expect(
        await inviteToMeeting(teacher.actor, meeting.id, 0, inviting({ [parent.id]: 'email' }), now),
      ).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    expect(
      await inviteToMeeting(teacher.actor, meeting.id, 0, inviting({ [father.id]: 'email' }), now),
    ).toMatchObject({ ok: false, problems: [{ field: `by.${father.id}` }] })
    expect(await mailsOf(pupil)).toEqual([])
    const page = await getInviting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.parents.map(({ name }) => name)).toEqual(expect.not.arrayContaining(['Sam Khan']))
  })

  it('refuses staff of elsewhere, and a meeting that is over', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const elsewhere = await aMember({ id: (await aFamily()).school.id }, 'class-teacher')
    const meeting = await aMeeting(pupil, { status: 'booked', heldOn: '2026-12-01', parents: [mother] })
    expect(
      await inviteToMeeting(teacher.actor, meeting.id, 0, inviting({}, { staff: [elsewhere.id] }), now),
    ).toMatchObject({ ok: false, problems: [{ field: 'staff' }] })
    const past = await aMeeting(pupil, { status: 'booked', heldOn: '2026-11-19', parents: [mother] })
    expect(await inviteToMeeting(teacher.actor, past.id, 0, inviting({}), now)).toMatchObject({
      ok: false,
      problems: [{ field: 'form' }],
    })
  })

  it('is for whoever may arrange the meeting, and nobody else', async () => {
    const family = await aMailFamily()
    const { pupil, teacher, mother } = family
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const place = { pupilId: pupil.id, meetingId: meeting.id, contactId: mother.id }
    for (const [who, actor, error] of await theRest(family)) {
      const refused = expect.soft
      await refused(inviteToMeeting(actor, meeting.id, 1, inviting({}), now), who).rejects.toThrow(error)
      await refused(
        noteAnswer(actor, place, heardForm.parse({ answer: 'yes', how: 'phone' }), now),
        who,
      ).rejects.toThrow(error)
      await refused(getInviting(actor, place, now), who).rejects.toThrow()
      await refused(getLetter(actor, place, now), who).rejects.toThrow()
      await refused(getInvitation(actor, place, now), who).rejects.toThrow()
    }
    expect(await kinds(meeting.id)).toEqual(['offered by email'])
  })
})

describe('a letter at the moment it is sent', () => {
  it.each([
    [
      'shut out since',
      'UPDATE pupil_contacts SET restricted_from = $2::date WHERE contact_id = $1',
      '2026-11-20',
      'shut-out',
    ],
    [
      'shut out by the day of the meeting',
      'UPDATE pupil_contacts SET restricted_from = $2::date WHERE contact_id = $1',
      '2026-12-01',
      'shut-out',
    ],
    [
      'without an address since',
      'UPDATE contacts SET email = NULLIF($2, $2) WHERE id = $1',
      'x',
      'no-address',
    ],
  ])('does not go to a parent who is %s', async (_what, sql, value, problem) => {
    const family = await aMailFamily()
    await anInvitation(family.pupil, family.teacher.actor, [family.mother], { now })
    await look(sql, [family.mother.id, value])
    await deliverAll(family)
    expect(await caughtOf(family.pupil)).toEqual([])
    expect(await mailsOf(family.pupil)).toMatchObject([{ status: 'withheld', problem }])
  })

  it('does not go about a meeting that was called off meanwhile', async () => {
    const family = await aMailFamily()
    const { meeting } = await anInvitation(family.pupil, family.teacher.actor, [family.mother], { now })
    await look(`UPDATE parent_meetings SET status = 'cancelled' WHERE id = $1`, [meeting.id])
    await deliverAll(family)
    expect(await mailsOf(family.pupil)).toMatchObject([{ status: 'withheld', problem: 'no-longer' }])
  })
})

describe('the link', () => {
  it('shows a first name and a time, answers nothing by being looked at, and takes an answer', async () => {
    const { school, pupil, teacher, mother } = await aMailFamily()
    const { meeting, tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const asking = { token: tokenOf(mother), ...from() }
    const shown = { givenName: 'Amira', on: '2026-12-01', at: '15:30', answer: null }
    expect(await openLink(asking)).toEqual(shown)
    expect(await openLink(asking)).toEqual(shown)
    const form = answering('yes', { bringing: 'My sister', interpreter: 'Urdu', accessNeeds: 'Large print' })
    await answerByLink(asking, form)
    await answerByLink(asking, form)
    expect(await openLink(asking)).toEqual({ ...shown, answer: 'yes' })
    expect(await entriesOf(meeting.id)).toMatchObject([
      { kind: 'offered' },
      { kind: 'answered', method: 'link', outcome: 'yes' },
    ])
    const page = await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.invited).toMatchObject([
      {
        name: 'Farah Khan',
        answer: 'yes',
        bringing: 'My sister',
        interpreter: 'Urdu',
        accessNeeds: 'Large print',
      },
    ])
    const ics = await calendarByLink(asking)
    expect(ics).toContain('SUMMARY:Meeting at school about Amira')
    expect(ics).not.toMatch(/Khan|LOCATION/)
    expect((await auditOf(school)).filter((action) => action.startsWith('invitation.'))).toEqual([
      'invitation.sent',
      'invitation.answered',
      'invitation.answered',
    ])
  })

  it('keeps only its hash', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const { tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const rows = await look('SELECT * FROM meeting_invitations WHERE pupil_id = $1', [pupil.id])
    expect(JSON.stringify(rows)).not.toContain(tokenOf(mother))
  })

  it.each([
    ['wrong', 'SELECT 1 WHERE $1::text IS NULL', (token: string) => `${token.slice(0, -2)}xx`],
    [
      'expired',
      `UPDATE meeting_invitations SET expires_at = '2026-11-20T08:59:00Z' WHERE meeting_id = $1`,
      null,
    ],
    ['of a meeting called off', `UPDATE parent_meetings SET status = 'cancelled' WHERE id = $1`, null],
    ['of a meeting held', `UPDATE parent_meetings SET status = 'held' WHERE id = $1`, null],
    [
      'of a meeting that was yesterday',
      `UPDATE parent_meetings SET held_on = '2026-11-19' WHERE id = $1`,
      null,
    ],
    [
      'of a parent shut out since',
      `UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE pupil_id = (SELECT pupil_id FROM parent_meetings WHERE id = $1)`,
      null,
    ],
  ])(
    'that is %s is refused as any other, for looking, answering and the calendar',
    async (_what, sql, spoil) => {
      const { pupil, teacher, mother } = await aMailFamily()
      const { meeting, tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
      await look(sql, [meeting.id])
      const asking = { token: spoil ? spoil(tokenOf(mother)) : tokenOf(mother), ...from() }
      await expect(openLink(asking)).rejects.toThrow(NotFound)
      await expect(answerByLink(asking, answering('yes'))).rejects.toThrow(NotFound)
      await expect(calendarByLink(asking)).rejects.toThrow(NotFound)
      expect((await entriesOf(meeting.id)).map(({ kind }) => kind)).toEqual(['offered'])
    },
  )

  it('is written down when it is refused though it was ours', async () => {
    const { school, pupil, teacher, mother } = await aMailFamily()
    const { meeting, tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await look(`UPDATE parent_meetings SET status = 'cancelled' WHERE id = $1`, [meeting.id])
    await expect(openLink({ token: tokenOf(mother), ...from() })).rejects.toThrow(NotFound)
    expect(await auditOf(school)).toContain('invitation.link-refused')
  })

  it('cannot be guessed: after twenty wrong ones an address waits, with a right one too', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const { tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const guesser = from()
    for (let tries = 0; tries < 20; tries++)
      await expect(openLink({ token: newId(), ...guesser })).rejects.toThrow(NotFound)
    await expect(openLink({ token: tokenOf(mother), ...guesser })).rejects.toThrow(NotFound)
    expect(await openLink({ token: tokenOf(mother), ...from() })).toMatchObject({ givenName: 'Amira' })
  })

  it('may be opened by a street at one address as often as it likes', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const { tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const home = from()
    for (let times = 0; times < 25; times++) await openLink({ token: tokenOf(mother), ...home })
  })
})

describe('two parents of one meeting', () => {
  let family: Family
  let father: Awaited<ReturnType<typeof aContact>>
  let invitation: Awaited<ReturnType<typeof anInvitation>>
  beforeAll(async () => {
    family = await aMailFamily()
    father = await aContact(family.pupil, {
      fullName: 'Omar Khan',
      relationship: 'Father',
      withAccount: true,
    })
    await withEmail(father)
    invitation = await anInvitation(family.pupil, family.teacher.actor, [family.mother, father], { now })
    await answerByLink({ token: invitation.tokenOf(father), ...from() }, answering('no'))
  })
  const place = () => ({ pupilId: family.pupil.id, meetingId: invitation.meeting.id })

  it('each see their own invitation, and neither what the other was asked or said', async () => {
    const mother = await getChild(family.mother.actor, family.pupil.id, now)
    expect(mother.invitation).toMatchObject({ answer: null })
    expect((await getChild(father.actor, family.pupil.id, now)).invitation).toMatchObject({ answer: 'no' })
    const seen = await asActor(family.mother.actor, async (tx) => ({
      invitations: await tx.meetingInvitation.findMany({ select: { contactId: true } }),
      entries: await tx.invitationEntry.findMany({ select: { contactId: true } }),
    }))
    expect(seen.invitations).toEqual([{ contactId: family.mother.id }])
    expect(seen.entries).toEqual([{ contactId: family.mother.id }])
    expect(JSON.stringify(mother.invitation)).not.toContain('Omar')
  })

  it('answer for themselves in the service, and only their own', async () => {
    expect(await answerInvitation(family.mother.actor, place(), answering('yes'), now)).toEqual({
      ok: true,
      value: null,
    })
    expect((await getChild(father.actor, family.pupil.id, now)).invitation).toMatchObject({ answer: 'no' })
    expect(await getOwnCalendar(family.mother.actor, place(), now)).toContain(invitation.idOf(family.mother))
    const stranger = await aContact(family.pupil, { fullName: 'Zoe Barlow', withAccount: true })
    for (const actor of [stranger.actor, family.teacher.actor, family.school.senco]) {
      await expect(answerInvitation(actor, place(), answering('yes'), now)).rejects.toThrow(NotFound)
      await expect(getOwnCalendar(actor, place(), now)).rejects.toThrow(NotFound)
    }
  })

  it('lets Postgres take nothing of an invitation from a parent but the answer', async () => {
    const { mother } = family
    const change = (data: object, id: string) =>
      asActor(mother.actor, (tx) => tx.meetingInvitation.updateMany({ where: { id }, data }))
    expect(await change({ answer: 'yes', answeredAt: now }, invitation.idOf(father))).toEqual({ count: 0 })
    await expect(change({ sequence: 9 }, invitation.idOf(mother))).rejects.toThrow()
    await expect(
      asActor(mother.actor, (tx) =>
        tx.invitationEntry.create({
          data: {
            schoolId: family.school.id,
            pupilId: family.pupil.id,
            meetingId: invitation.meeting.id,
            contactId: mother.id,
            kind: 'offered',
            method: 'phone',
            happenedOn: now,
            recordedAt: now,
            recordedById: mother.member!.id,
          },
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('a meeting that changes', () => {
  it('asks again at another time, replaces the entry in the calendar, and forgets a yes to the old time', async () => {
    const family = await aMailFamily()
    const { pupil, teacher, mother } = family
    const { meeting, tokenOf, idOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await answerByLink({ token: tokenOf(mother), ...from() }, answering('yes'))
    await deliverAll(family)
    await moveParentMeeting(teacher.actor, meeting.id, 1, moving(), now)
    await deliverAll(family)
    expect(await openLink({ token: tokenOf(mother), ...from() })).toEqual({
      givenName: 'Amira',
      on: '2026-12-03',
      at: '16:00',
      answer: null,
    })
    const [first, second] = await caughtOf(pupil)
    expect(second?.subject).toBe('Your meeting at school has changed')
    expect(second?.body).toContain('Thursday 3 December 2026, 4pm')
    for (const [letter, sequence] of [
      [first, 0],
      [second, 1],
    ] as const) {
      expect(letter?.calendar).toContain(`UID:${idOf(mother)}@localhost`)
      expect(letter?.calendar).toContain(`SEQUENCE:${sequence}`)
    }
    expect(await kinds(meeting.id)).toEqual(['offered by email', 'answered by link', 'moved by email'])
    const page = await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.panel.offers).toEqual({ offered: 1, attended: 0 })
  })

  it('tells of another room and keeps the answer; says nothing where nothing of it changed', async () => {
    const family = await aMailFamily()
    const { pupil, teacher, mother } = family
    const { meeting, tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await answerByLink({ token: tokenOf(mother), ...from() }, answering('yes'))
    const same = { on: boxes('2026-12-01'), at: '3:30pm' }
    await moveParentMeeting(teacher.actor, meeting.id, 1, moving({ ...same, purpose: 'plan' }), now)
    expect(await mailsOf(pupil)).toHaveLength(1)
    await moveParentMeeting(teacher.actor, meeting.id, 2, moving({ ...same, place: 'Library' }), now)
    expect((await mailsOf(pupil)).map(({ kind }) => kind)).toEqual(['meeting-invitation', 'meeting-moved'])
    expect(await openLink({ token: tokenOf(mother), ...from() })).toMatchObject({ answer: 'yes' })
  })

  it('is taken out of the calendar when it is called off', async () => {
    const family = await aMailFamily()
    const { pupil, teacher, mother } = family
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await deliverAll(family)
    await recordNotHeld(
      teacher.actor,
      meeting.id,
      1,
      notHeldForm.parse({ how: 'school', reason: 'Flu' }),
      now,
    )
    await deliverAll(family)
    const [, letter] = await caughtOf(pupil)
    expect(letter?.subject).toBe('Your meeting at school is called off')
    expect(letter?.body).not.toContain('Flu')
    expect(letter?.body).not.toContain('/answer/')
    expect(letter?.calendar).toContain('METHOD:CANCEL')
    expect(letter?.calendar).toContain('STATUS:CANCELLED')
    expect(await kinds(meeting.id)).toEqual(['offered by email', 'called-off by email'])
  })

  it('is told to nobody who was shut out meanwhile', async () => {
    const family = await aMailFamily()
    const { pupil, teacher, mother } = family
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await deliverAll(family)
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [mother.id])
    await moveParentMeeting(teacher.actor, meeting.id, 1, moving(), now)
    await recordNotHeld(
      teacher.actor,
      meeting.id,
      2,
      notHeldForm.parse({ how: 'school', reason: 'Flu' }),
      now,
    )
    await deliverAll(family)
    expect(await caughtOf(pupil)).toHaveLength(1)
    const page = await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.invited).toEqual([])
  })
})

describe('reminders', () => {
  const remind = ({ school }: Family, at: string) => {
    const actor = serviceIn({ schoolId: school.id, membershipId: school.systemId })
    return asActor(actor, (tx) => remindInvited(tx, actor, new Date(at)))
  }

  it('go once, as many days before as the school has set, and none twice', async () => {
    const family = await aMailFamily()
    const { school, pupil, teacher, mother } = family
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    expect(await remind(family, '2026-11-28T09:00:00Z')).toBe(0)
    expect(await remind(family, '2026-11-29T09:00:00Z')).toBe(1)
    expect(await remind(family, '2026-11-29T10:00:00Z')).toBe(0)
    expect(await remind(family, '2026-11-30T09:00:00Z')).toBe(0)
    expect(await kinds(meeting.id)).toEqual(['offered by email', 'reminded by email'])
    await deliverAll(family, new Date('2026-11-29T09:00:00Z'))
    expect((await caughtOf(pupil)).map(({ subject }) => subject)).toContain(
      'Reminder of your meeting at school',
    )
    await look('UPDATE schools SET reminder_days = 0 WHERE id = $1', [school.id])
    await look('DELETE FROM invitation_entries WHERE meeting_id = $1 AND kind = $2', [meeting.id, 'reminded'])
    await look('DELETE FROM caught_mails WHERE school_id = $1', [school.id])
    await look(`DELETE FROM outbox_mails WHERE school_id = $1 AND kind = 'meeting-reminder'`, [school.id])
    expect(await remind(family, '2026-11-30T09:00:00Z')).toBe(0)
  })

  it.each([
    [
      'cannot come',
      async ({ pupil }: Family) =>
        look(`UPDATE meeting_invitations SET answer = 'no', answered_at = now() WHERE pupil_id = $1`, [
          pupil.id,
        ]),
    ],
    [
      'was asked only today',
      async ({ pupil }: Family) =>
        look(`UPDATE invitation_entries SET happened_on = '2026-11-30' WHERE pupil_id = $1`, [pupil.id]),
    ],
    [
      'has been shut out',
      async ({ pupil }: Family) =>
        look(`UPDATE pupil_contacts SET restricted_from = '2026-11-25' WHERE pupil_id = $1`, [pupil.id]),
    ],
    [
      'was asked to a meeting since called off',
      async ({ pupil }: Family) =>
        look(`UPDATE parent_meetings SET status = 'cancelled' WHERE pupil_id = $1`, [pupil.id]),
    ],
  ])('do not go to a parent who %s', async (_what, spoil) => {
    const family = await aMailFamily()
    await anInvitation(family.pupil, family.teacher.actor, [family.mother], { now })
    await spoil(family)
    expect(await remind(family, '2026-11-30T09:00:00Z')).toBe(0)
  })
})

describe('what staff see', () => {
  it('shows on Today and on the meeting that an email was not delivered, until something else is tried', async () => {
    const { pupil, teacher, mother, school } = await aMailFamily()
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    await look(
      `UPDATE outbox_mails SET status = 'failed', problem = 'refused-address', finished_at = now() WHERE pupil_id = $1`,
      [pupil.id],
    )
    const acts = async () => (await listFlags(teacher.actor, 'invitation', now)).map(({ act }) => act)
    expect(await acts()).toEqual(['Reach a parent about Amira Khan’s meeting: an email was not delivered'])
    expect(
      (await getToday(school.senco, now)).groups.flatMap(({ lines }) => lines.map(({ act }) => act)),
    ).toEqual(expect.arrayContaining(await acts()))
    const page = await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.invited[0]?.tried[0]?.mail).toEqual({ status: 'failed', problem: 'refused-address' })
    const later = new Date('2026-11-20T10:00:00Z')
    await inviteToMeeting(teacher.actor, meeting.id, 1, inviting({ [mother.id]: 'phone' }), later)
    expect(await acts()).toEqual([])
    expect(
      (await getMeeting(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, later)).panel.offers,
    ).toEqual({
      offered: 1,
      attended: 0,
    })
  })

  it('shows an answer that is not yes, noted from the phone too', async () => {
    const { pupil, teacher, mother } = await aMailFamily()
    const { meeting } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const heard = heardForm.parse({ answer: 'another-time', how: 'phone', betterTimes: 'Fridays' })
    await noteAnswer(teacher.actor, { meetingId: meeting.id, contactId: mother.id }, heard, now)
    expect((await listFlags(teacher.actor, 'invitation', now)).map(({ act }) => act)).toEqual([
      'Find another time for Amira Khan’s meeting',
    ])
  })

  it('gives the letter to print with its link to whoever may invite, and writes it down', async () => {
    const { school, pupil, teacher, mother } = await aMailFamily()
    const { meeting, tokenOf } = await anInvitation(pupil, teacher.actor, [mother], { now })
    const page = await getLetter(
      teacher.actor,
      { pupilId: pupil.id, meetingId: meeting.id, contactId: mother.id },
      now,
    )
    expect(JSON.stringify(page.letter)).toContain(tokenOf(mother))
    expect(await auditOf(school)).toContain('invitation.printed')
  })

  it('lists the school’s mail for those who lead it, letters only where they were caught, each reading written down', async () => {
    const family = await aMailFamily()
    const { school, pupil, teacher, mother } = family
    await anInvitation(pupil, teacher.actor, [mother], { now })
    await deliverAll(family)
    const [line] = await listMail(school.senco)
    expect(line).toMatchObject({
      kind: 'meeting-invitation',
      status: 'caught',
      pupilName: 'Amira Khan',
      canBeRead: true,
    })
    expect(await getCaughtMail(school.senco, line!.id, now)).toMatchObject({ to: MOTHERS })
    expect(await auditOf(school)).toContain('mail.read')
    const elsewhere = await aTeacherOf(school, await aClass(school), [])
    for (const actor of [teacher.actor, elsewhere.actor, family.assistant.actor, mother.actor])
      await expect(listMail(actor)).rejects.toThrow(NotFound)
    const elm = await aFamily()
    expect(await listMail(elm.school.senco)).toEqual([])
    await expect(getCaughtMail(elm.school.senco, line!.id, now)).rejects.toThrow(NotFound)
  })
})

describe('Postgres', () => {
  it('shows the outbox to teachers of the pupil and caught letters only to those who lead, and lets nobody mark a mail', async () => {
    const family = await aMailFamily()
    const { school, pupil, teacher, assistant, mother } = family
    await anInvitation(pupil, teacher.actor, [mother], { now })
    await deliverAll(family)
    const elsewhere = await aTeacherOf(school, await aClass(school), [])
    const seen = async (actor: Parameters<typeof asActor>[0]) =>
      asActor(actor, async (tx) => [await tx.outboxMail.count(), await tx.caughtMail.count()])
    expect(await seen(school.senco)).toEqual([1, 1])
    expect(await seen(teacher.actor)).toEqual([1, 0])
    for (const actor of [assistant.actor, elsewhere.actor, mother.actor, (await aFamily()).school.senco])
      expect(await seen(actor)).toEqual([0, 0])
    for (const actor of [school.senco, teacher.actor])
      expect(await asActor(actor, (tx) => tx.outboxMail.updateMany({ data: { attempts: 99 } }))).toEqual({
        count: 0,
      })
    const service = serviceIn({ schoolId: school.id, membershipId: school.systemId })
    await expect(
      asActor(service, (tx) => tx.caughtMail.updateMany({ data: { body: 'Another letter' } })),
    ).rejects.toThrow()
    await expect(
      asActor(school.senco, (tx) => tx.invitationEntry.updateMany({ data: { outcome: 'yes' } })),
    ).rejects.toThrow()
  })
})
