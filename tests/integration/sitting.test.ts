import { describe, expect, it } from 'vitest'
import { answerByLink, openLink } from '@/lib/invitation/link.commands'
import { invitationWriters } from '@/lib/invitation/letters.commands'
import { remindInvited } from '@/lib/invitation/reminder.commands'
import { answerForm } from '@/lib/invitation/schema'
import { linkToken } from '@/lib/invitation/token'
import { deliverMail, serviceIn } from '@/lib/mail/delivery.commands'
import { arrangeParentMeeting, moveParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { getArranging, getMeeting } from '@/lib/parent-meeting/queries'
import { arrangeForm, moveForm, notHeldForm } from '@/lib/parent-meeting/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { aClass, aContact, aPupil, aTeacherOf } from '@/tests/factories'
import { aFamily, boxes } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

/** Amira and her brother Zayd, in another class, whose mother has an email address; the father is shut out from Zayd. */
async function siblings() {
  const family = await aFamily()
  const { school, mother, father } = family
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [mother.id, 'farah@home.example'])
  const oak = await aClass(school)
  const zayd = await aPupil(school, { givenName: 'Zayd', classId: oak.id, dateOfBirth: '2016-02-01' })
  await aContact(zayd, { contactId: mother.id })
  await aContact(zayd, { contactId: father.id, relationship: 'Father', restrictedFrom: '2026-01-01' })
  return { ...family, zayd, oak }
}
type Family = Awaited<ReturnType<typeof siblings>>

const typed = ({ mother, zayd }: Family, over: object = {}) =>
  arrangeForm.parse({
    on: boxes('2026-12-01'),
    at: '3:30pm',
    format: 'in-person',
    minutes: '40',
    purpose: 'review',
    invited: [mother.id],
    siblings: [zayd.id],
    inviteNow: 'yes',
    formKey: newId(),
    ...over,
  })
const moving = (over: object = {}) =>
  moveForm.parse({
    on: boxes('2026-12-03'),
    at: '4pm',
    format: 'in-person',
    minutes: '40',
    purpose: 'review',
    ...over,
  })
type Row = {
  id: string
  pupil_id: string
  status: string
  held_on: Date
  sitting_id: string
  version: number
}
const meetingsOf = ({ school }: Family) =>
  look<Row>('SELECT * FROM parent_meetings WHERE school_id = $1 ORDER BY id', [school.id])
const mailsOf = ({ school }: Family) =>
  look<{ id: string; kind: string; status: string; about_id: string }>(
    'SELECT id, kind, status, about_id FROM outbox_mails WHERE school_id = $1 ORDER BY created_at, id',
    [school.id],
  )
const caught = async (family: Family) => {
  for (const { id, status } of await mailsOf(family))
    if (status === 'waiting')
      await deliverMail({ schoolId: family.school.id, membershipId: family.school.systemId }, id, {
        writers: invitationWriters,
        carrier: null,
        clock: () => now,
        isLast: false,
      })
  return look<{ body: string; calendar: string }>(
    'SELECT c.body, c.calendar FROM caught_mails c JOIN outbox_mails o ON o.school_id = c.school_id AND o.id = c.id WHERE c.school_id = $1 ORDER BY o.created_at, o.id',
    [family.school.id],
  )
}
async function arranged(over: object = {}) {
  const family = await siblings()
  const outcome = await arrangeParentMeeting(family.school.senco, family.pupil.id, typed(family, over), now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const meetings = await meetingsOf(family)
  const of = (pupil: { id: string }) => meetings.find((row) => row.pupil_id === pupil.id)!
  return { ...family, amiras: of(family.pupil), zayds: of(family.zayd) }
}

describe('siblings who are met together', () => {
  it('have a meeting each in one appointment, one invitation and one letter that names both', async () => {
    const family = await arranged()
    const { pupil, zayd, amiras, zayds, school } = family
    expect(amiras.sitting_id).not.toBeNull()
    expect(zayds.sitting_id).toBe(amiras.sitting_id)
    const letters = await caught(family)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('a meeting about Amira and Zayd')
    expect(letters[0]?.body).toContain('how Amira and Zayd are getting on')
    expect(letters[0]?.body).not.toMatch(/(Amira|Zayd) Khan/)
    expect(letters[0]?.calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    for (const [one, meeting] of [
      [pupil, amiras],
      [zayd, zayds],
    ] as const) {
      const page = await getMeeting(school.senco, { pupilId: one.id, meetingId: meeting.id }, now)
      expect(page.invited).toMatchObject([{ name: 'Farah Khan', isInvited: true }])
      expect(page.panel.offers).toEqual({ offered: 1, attended: 0 })
      expect(page.together).toHaveLength(1)
    }
  })

  it('are arranged once, though the form is sent twice at once', async () => {
    const family = await siblings()
    const form = typed(family)
    await Promise.all([1, 2].map(() => arrangeParentMeeting(family.school.senco, family.pupil.id, form, now)))
    expect(await meetingsOf(family)).toHaveLength(2)
    expect(await mailsOf(family)).toHaveLength(1)
  })

  it('are answered for in one go, from the link of the one letter', async () => {
    const family = await arranged()
    const [mail] = await mailsOf(family)
    const asking = { token: linkToken(mail?.about_id ?? ''), address: newId(), now }
    expect(await openLink(asking)).toMatchObject({ givenName: 'Amira and Zayd', on: '2026-12-01' })
    await answerByLink(asking, answerForm.parse({ answer: 'yes', interpreter: 'Urdu' }))
    const answers = await look('SELECT answer FROM meeting_invitations WHERE school_id = $1', [
      family.school.id,
    ])
    expect(answers).toEqual([{ answer: 'yes' }, { answer: 'yes' }])
    const next = await getArranging(family.school.senco, family.zayd.id, now)
    expect(next.offers.family).toMatchObject([{ value: family.mother.id, hint: 'Interpreter: Urdu' }])
    // The link shows nothing of it, so that a box left empty takes nothing back.
    await answerByLink(asking, answerForm.parse({ answer: 'yes', accessNeeds: 'Large print' }))
    expect((await getArranging(family.school.senco, family.zayd.id, now)).offers.family).toMatchObject([
      { hint: 'Interpreter: Urdu. Large print' },
    ])
  })

  it('are moved and called off together, from either page, with one letter each time', async () => {
    const family = await arranged()
    const { school, zayds, amiras } = family
    expect(await moveParentMeeting(school.senco, zayds.id, 1, moving(), now)).toMatchObject({ ok: true })
    const moved = await meetingsOf(family)
    expect(moved.map((row) => [row.held_on.toISOString().slice(0, 10), row.version])).toEqual([
      ['2026-12-03', 2],
      ['2026-12-03', 2],
    ])
    const off = notHeldForm.parse({ how: 'school', reason: 'Snow' })
    expect(await recordNotHeld(school.senco, amiras.id, 2, off, now)).toMatchObject({ ok: true })
    expect((await meetingsOf(family)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    const kinds = (await mailsOf(family)).map(({ kind }) => kind)
    expect(kinds).toEqual(['meeting-invitation', 'meeting-moved', 'meeting-called-off'])
  })

  it('are changed by one of two people at once, from whichever page, and the other is told', async () => {
    const family = await arranged()
    const { school, zayds, amiras } = family
    const off = notHeldForm.parse({ how: 'parent', reason: 'Ill' })
    const both = await Promise.allSettled([
      moveParentMeeting(school.senco, amiras.id, 1, moving(), now),
      recordNotHeld(school.senco, zayds.id, 1, off, now),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [told] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(told).toBeInstanceOf(ChangedElsewhere)
    const rows = await meetingsOf(family)
    expect(new Set(rows.map(({ status }) => status)).size).toBe(1)
    expect(new Set(rows.map(({ held_on }) => held_on.toISOString())).size).toBe(1)
  })

  it('are one reminder', async () => {
    const family = await arranged()
    const actor = serviceIn({ schoolId: family.school.id, membershipId: family.school.systemId })
    const later = new Date('2026-11-29T09:00:00Z')
    expect(await asActor(actor, (tx) => remindInvited(tx, actor, later))).toBe(1)
  })

  it('say nothing of a child from whom the parent has been shut out since', async () => {
    const family = await arranged()
    await look(
      `UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE pupil_id = $1 AND contact_id = $2`,
      [family.zayd.id, family.mother.id],
    )
    const [mail] = await mailsOf(family)
    const asking = { token: linkToken(mail?.about_id ?? ''), address: newId(), now }
    expect(await openLink(asking)).toMatchObject({ givenName: 'Amira' })
    expect((await caught(family))[0]?.body).not.toContain('Zayd')
  })

  it('are refused where nobody invited may be met about one, or one is no sibling, and nothing is arranged', async () => {
    const family = await siblings()
    const { school, pupil, father } = family
    const stranger = await aPupil(school, { givenName: 'Ben' })
    const worker = await aContact(pupil, { fullName: 'Pat Lowe', relationship: 'Social worker' })
    await aContact(stranger, { contactId: worker.id, relationship: 'Social worker' })
    const page = await getArranging(school.senco, pupil.id, now)
    expect(page.siblings.map(({ name }) => name)).toEqual(['Zayd Khan'])
    for (const over of [{ invited: [father.id] }, { siblings: [stranger.id] }])
      expect(await arrangeParentMeeting(school.senco, pupil.id, typed(family, over), now)).toMatchObject({
        ok: false,
        problems: [{ field: 'siblings' }],
      })
    expect(await meetingsOf(family)).toEqual([])
  })

  it('are not offered to a teacher of one alone, nor moved or called off by them', async () => {
    const family = await arranged()
    const { pupil, teacher, amiras } = family
    expect((await getArranging(teacher.actor, pupil.id, now)).siblings).toEqual([])
    const off = notHeldForm.parse({ how: 'school', reason: 'Ill' })
    expect(await recordNotHeld(teacher.actor, amiras.id, 1, off, now)).toMatchObject({ ok: false })
    expect(await moveParentMeeting(teacher.actor, amiras.id, 1, moving(), now)).toMatchObject({ ok: false })
    expect((await meetingsOf(family)).map(({ status }) => status)).toEqual(['booked', 'booked'])
    const ofBoth = await aTeacherOf(family.school, family.oak, [pupil, family.zayd])
    await insert('pupil_staff', {
      ...{ school_id: family.school.id, id: newId(), pupil_id: pupil.id, membership_id: ofBoth.id },
      from_on: '2026-09-01',
    })
    expect(await moveParentMeeting(ofBoth.actor, amiras.id, 1, moving(), now)).toMatchObject({ ok: true })
  })
})
