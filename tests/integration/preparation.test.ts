import { describe, expect, it } from 'vitest'
import { getOwnPreparation } from '@/lib/family/prepare.queries'
import { getToday } from '@/lib/flag/queries'
import {
  answerByLink,
  calendarByLink,
  openLink,
  openPreparation,
  prepareByLink,
} from '@/lib/invitation/link.commands'
import { answerForm } from '@/lib/invitation/schema'
import { linkToken, prepareToken } from '@/lib/invitation/token'
import { getMeeting } from '@/lib/parent-meeting/queries'
import { linkPointsForm } from '@/lib/parent-point/schema'
import type { Actor } from '@/lib/platform/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { keepPupilView, markPrepared } from '@/lib/preparation/commands'
import { getFamilySheet, getGathering, getPack, getTold } from '@/lib/preparation/queries'
import { pupilViewForm } from '@/lib/preparation/schema'
import { aContact, aCycle, aDoNote, aMeeting, anOutcome, auditOf } from '@/tests/factories'
import { aFamily, boxes, theRest } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'
import { anInvitation } from '@/tests/factories/invitation'
import { aParentPoint } from '@/tests/factories/parent-point'
import { aPupilView } from '@/tests/factories/pupil-view'

const now = new Date('2026-11-20T09:00:00Z')
const from = (address = newId()) => ({ address, now })
const saying = (over: object = {}) =>
  linkPointsForm.parse({ hope: 'A plan for reading', formKey: newId(), ...over })
const view = (over: object = {}) =>
  pupilViewForm.parse({
    words: 'I want to sit by the window',
    how: 'drawn',
    with: 'Joan',
    on: boxes('2026-11-19'),
    formKey: newId(),
    ...over,
  })

/** A meeting on 1 December to which the mother is invited by email, with both links of her invitation. */
async function aMeetingToPrepare() {
  const family = await aFamily()
  const { pupil, teacher, mother } = family
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [mother.id, 'farah@home.example'])
  const { meeting, idOf } = await anInvitation(pupil, teacher.actor, [mother], { now, ledById: teacher.id })
  return {
    ...family,
    meeting,
    place: { pupilId: pupil.id, meetingId: meeting.id },
    answerLink: linkToken(idOf(mother)),
    link: prepareToken(idOf(mother)),
  }
}
const pointsOf = (pupil: { id: string }) =>
  look<{ words: string; given_by: string }>('SELECT words, given_by FROM parent_points WHERE pupil_id = $1', [
    pupil.id,
  ])

describe('the link with which a parent says beforehand what they bring', () => {
  it('shows a first name and a time, takes words, and never shows them again', async () => {
    const { school, pupil, teacher, link, place } = await aMeetingToPrepare()
    const asking = { token: link, ...from() }
    const shown = { givenNames: ['Amira'], on: '2026-12-01', at: '15:30' }
    expect(await openPreparation(asking)).toEqual(shown)
    const form = saying({ bringing: 'My sister' })
    await prepareByLink(asking, form)
    // Sent again by a second click, or from the history of the browser.
    await prepareByLink(asking, form)
    expect(await openPreparation(asking)).toEqual(shown)
    expect(await pointsOf(pupil)).toEqual([{ words: 'A plan for reading', given_by: 'link' }])
    const { sheet } = await getPack(teacher.actor, place, now)
    expect(sheet.points).toMatchObject([
      { kind: 'hope', how: 'link', parentName: 'Farah Khan', typedBy: null },
    ])
    expect((await getMeeting(teacher.actor, place, now)).invited).toMatchObject([{ bringing: 'My sister' }])
    expect((await auditOf(school)).filter((action) => action === 'parent-point.brought')).toHaveLength(1)
  })

  it('is for that alone: it answers nothing, and the link that answers takes no words', async () => {
    const { pupil, link, answerLink } = await aMeetingToPrepare()
    const yes = answerForm.parse({ answer: 'yes' })
    await expect(openLink({ token: link, ...from() })).rejects.toThrow(NotFound)
    await expect(answerByLink({ token: link, ...from() }, yes)).rejects.toThrow(NotFound)
    await expect(calendarByLink({ token: link, ...from() })).rejects.toThrow(NotFound)
    await expect(openPreparation({ token: answerLink, ...from() })).rejects.toThrow(NotFound)
    await expect(prepareByLink({ token: answerLink, ...from() }, saying())).rejects.toThrow(NotFound)
    expect(await pointsOf(pupil)).toEqual([])
  })

  it('reaches its own school alone', async () => {
    const [here, there] = [await aMeetingToPrepare(), await aMeetingToPrepare()]
    await prepareByLink({ token: there.link, ...from() }, saying({ hope: 'Elsewhere' }))
    await answerByLink({ token: there.answerLink, ...from() }, answerForm.parse({ answer: 'no' }))
    expect(await pointsOf(here.pupil)).toEqual([])
    expect(await look('SELECT answer FROM meeting_invitations WHERE pupil_id = $1', [here.pupil.id])).toEqual(
      [{ answer: null }],
    )
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
    [
      'of a parent shut out by the day of the meeting',
      `UPDATE pupil_contacts SET restricted_from = '2026-12-01' WHERE pupil_id = (SELECT pupil_id FROM parent_meetings WHERE id = $1)`,
      null,
    ],
  ])('that is %s is refused as any other, and written down where it was ours', async (what, sql, spoil) => {
    const { school, pupil, meeting, link } = await aMeetingToPrepare()
    await look(sql, [meeting.id])
    const asking = { token: spoil ? spoil(link) : link, ...from() }
    const said = await Promise.all(
      [openPreparation(asking), prepareByLink(asking, saying())].map((tried) =>
        tried.then(
          () => 'let in',
          (error: unknown) => (error instanceof NotFound ? 'not there' : String(error)),
        ),
      ),
    )
    expect(said).toEqual(['not there', 'not there'])
    expect(await pointsOf(pupil)).toEqual([])
    const refused = (await auditOf(school)).filter((action) => action === 'invitation.link-refused')
    expect(refused).toHaveLength(what === 'wrong' ? 0 : 2)
  })

  it('cannot be guessed: after twenty wrong ones an address waits, with a right one of either kind too', async () => {
    const { link, answerLink } = await aMeetingToPrepare()
    const guesser = from()
    for (let tries = 0; tries < 20; tries++)
      await expect(openPreparation({ token: newId(), ...guesser })).rejects.toThrow(NotFound)
    await expect(openPreparation({ token: link, ...guesser })).rejects.toThrow(NotFound)
    await expect(openLink({ token: answerLink, ...guesser })).rejects.toThrow(NotFound)
    expect(await openPreparation({ token: link, ...from() })).toMatchObject({ givenNames: ['Amira'] })
  })

  it('keeps only its hash, which a parent cannot change', async () => {
    const { pupil, link } = await aMeetingToPrepare()
    const rows = await look('SELECT * FROM meeting_invitations WHERE pupil_id = $1', [pupil.id])
    expect(JSON.stringify(rows)).not.toContain(link)
  })
})

describe('the teacher’s pack and the family’s sheet', () => {
  /** Shared and unshared rows of each kind, words of both parents, and a record the mother was given. */
  async function withEverything() {
    const scene = await aMeetingToPrepare()
    const { pupil, teacher, mother, meeting, assistant } = scene
    const father = await aContact(pupil, { fullName: 'Omar Khan', relationship: 'Father', withAccount: true })
    const cycle = await aCycle(pupil)
    await anOutcome(cycle)
    await anOutcome(cycle, { position: 2, shared: false })
    await aDoNote(cycle, teacher, { observation: 'Chose a book', shared: true })
    await aDoNote(cycle, teacher, { observation: 'For staff alone' })
    await aMeeting(pupil, { heldOn: '2026-10-09', parents: [mother], withRecord: true, ledById: teacher.id })
    await aMeeting(pupil, { heldOn: '2026-10-16', parents: [father], withRecord: true, ledById: teacher.id })
    await aParentPoint(pupil, { contact: mother, by: teacher, meeting, words: 'Hers' })
    await aParentPoint(pupil, {
      contact: mother,
      by: teacher,
      words: 'Hers before',
      addedAt: '2026-10-01T09:00:00Z',
    })
    await aParentPoint(pupil, { contact: father, by: teacher, meeting, words: 'His' })
    await aPupilView(pupil, { meeting, by: assistant, words: 'For all', shared: true })
    await aPupilView(pupil, { meeting, by: assistant, words: 'For school' })
    await insert('open_questions', {
      ...{ school_id: pupil.schoolId, id: newId(), pupil_id: pupil.id, what: 'Was her hearing tested?' },
      ...{ owner_id: teacher.id, asked_by_id: teacher.id, due_on: '2026-12-01' },
      asked_at: '2026-11-13T09:00:00Z',
    })
    return { ...scene, father }
  }

  it('gives school all of it', async () => {
    const { teacher, place } = await withEverything()
    const { sheet, questions, steps, people } = await getPack(teacher.actor, place, now)
    expect(sheet.outcomes).toHaveLength(2)
    expect(sheet.notes.map(({ words }) => words)).toEqual(['Chose a book'])
    expect(sheet.last).toMatchObject({ on: '2026-10-16' })
    expect(sheet.points.map(({ words }) => words)).toEqual(['Hers', 'His'])
    expect(sheet.earlier.map(({ words }) => words)).toEqual(['Hers before'])
    expect(sheet.views.map(({ words }) => words)).toEqual(['For all', 'For school'])
    expect(questions).toMatchObject([{ what: 'Was her hearing tested?' }])
    expect(steps).toEqual(['answers', 'papers'])
    expect(people[0]).toEqual({
      name: 'Tom Whitfield',
      role: 'class teacher, who leads the meeting and answers for the support from day to day',
    })
  })

  it('gives one parent what was shared, and what they said themselves: printed by the school or opened by the parent', async () => {
    const { teacher, mother, father, place } = await withEverything()
    const printed = await getFamilySheet(teacher.actor, { ...place, contactId: mother.id }, now)
    const opened = await getOwnPreparation(mother.actor, place, now)
    for (const sheet of [printed.sheet, opened.sheet]) {
      expect(sheet.outcomes).toHaveLength(1)
      expect(sheet.last).toMatchObject({ on: '2026-10-09' })
      expect(sheet.points.map(({ words }) => words)).toEqual(['Hers'])
      expect(sheet.earlier.map(({ words }) => words)).toEqual(['Hers before'])
      expect(sheet.views.map(({ words }) => words)).toEqual(['For all'])
    }
    expect(JSON.stringify(printed.sheet)).not.toMatch(/His|For school|For staff/)
    expect(printed.people.map(({ name }) => name)).not.toContain('Farah Khan')
    // The father has no invitation to this meeting, and the school prints no sheet of it for him.
    await expect(getOwnPreparation(father.actor, place, now)).rejects.toThrow(NotFound)
    await expect(getFamilySheet(teacher.actor, { ...place, contactId: father.id }, now)).rejects.toThrow(
      NotFound,
    )
  })

  it('is gone for a parent who is shut out, on every page', async () => {
    const { teacher, mother, place } = await withEverything()
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [mother.id])
    const withMother = { ...place, contactId: mother.id }
    await expect(getOwnPreparation(mother.actor, place, now)).rejects.toThrow(NotFound)
    await expect(getFamilySheet(teacher.actor, withMother, now)).rejects.toThrow(NotFound)
    await expect(getTold(teacher.actor, withMother, now)).rejects.toThrow(NotFound)
    expect((await getPack(teacher.actor, place, now)).sheet.points.map(({ words }) => words)).toEqual(['His'])
  })

  it('is for those who work with the pupil, and nobody else', async () => {
    const all = await aMeetingToPrepare()
    const { mother, place } = all
    for (const [who, actor] of await theRest(all)) {
      const withMother = { ...place, contactId: mother.id }
      await expect.soft(getFamilySheet(actor, withMother, now), who).rejects.toThrow()
      await expect.soft(getTold(actor, withMother, now), who).rejects.toThrow()
      if (who === 'the assistant') continue
      await expect.soft(getPack(actor, place, now), who).rejects.toThrow(NotFound)
      await expect.soft(getGathering(actor, place, now), who).rejects.toThrow(NotFound)
    }
  })
})

describe('what the pupil wants said', () => {
  it('is written down by whoever works with them, once of two clicks, with how and with whom', async () => {
    const { school, assistant, place } = await aMeetingToPrepare()
    const form = view()
    await Promise.all([1, 2].map(() => keepPupilView(assistant.actor, place.meetingId, form, now)))
    const { sheet } = await getPack(assistant.actor, place, now)
    expect(sheet.views).toMatchObject([
      { words: 'I want to sit by the window', how: 'drawn', with: 'Joan', on: '2026-11-19', isShared: false },
    ])
    expect((await auditOf(school)).filter((one) => one === 'parent-meeting.pupil-heard')).toHaveLength(1)
  })

  it('is refused for a day to come, a meeting that is over, and anybody else', async () => {
    const all = await aMeetingToPrepare()
    const { teacher, meeting, place } = all
    const keep = (actor: Actor, over = {}) => keepPupilView(actor, meeting.id, view(over), now)
    expect(await keep(teacher.actor, { on: boxes('2026-11-21') })).toMatchObject({
      problems: [{ field: 'on' }],
    })
    for (const [who, actor] of await theRest(all))
      if (who !== 'the assistant') await expect.soft(keep(actor), who).rejects.toThrow(NotFound)
    await look(`UPDATE parent_meetings SET status = 'held' WHERE id = $1`, [meeting.id])
    expect(await keep(teacher.actor)).toMatchObject({ ok: false })
    expect((await getPack(teacher.actor, place, now)).sheet.views).toEqual([])
  })
})

describe('a meeting that is near', () => {
  const linesOf = async (actor: Actor, at: string) =>
    (await getToday(actor, new Date(at))).groups.flatMap(({ lines }) => lines.map(({ act }) => act))
  const PREPARE = 'Prepare Amira Khan’s meeting'

  it('stands on Today in the five school days before, until somebody says that it is prepared', async () => {
    const { school, teacher, meeting } = await aMeetingToPrepare()
    // 1 December 2026 is a Tuesday: five school days before is the Tuesday of the week before.
    expect(await linesOf(teacher.actor, '2026-11-23T09:00:00Z')).not.toContain(PREPARE)
    expect(await linesOf(teacher.actor, '2026-11-24T09:00:00Z')).toContain(PREPARE)
    expect(await linesOf(school.senco, '2026-12-01T09:00:00Z')).toContain(PREPARE)
    await Promise.all([1, 2].map(() => markPrepared(teacher.actor, meeting.id, now)))
    expect(await linesOf(teacher.actor, '2026-11-24T09:00:00Z')).not.toContain(PREPARE)
    expect((await auditOf(school)).filter((one) => one === 'parent-meeting.prepared')).toHaveLength(1)
  })

  it('is prepared by whoever may arrange it, and nobody else', async () => {
    const all = await aMeetingToPrepare()
    for (const [who, actor] of await theRest(all)) {
      const error = who === 'the assistant' ? NotAllowed : NotFound
      await expect.soft(markPrepared(actor, all.meeting.id, now), who).rejects.toThrow(error)
    }
    expect(await look('SELECT 1 FROM meeting_preparations WHERE meeting_id = $1', [all.meeting.id])).toEqual(
      [],
    )
  })
})
