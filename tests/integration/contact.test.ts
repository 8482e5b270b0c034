import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { addContact, changeContact, linkContact } from '@/lib/contact/commands'
import { findContactsToLink, getContactToChange, getPupilToAddContactTo } from '@/lib/contact/queries'
import { contactsOf } from '@/lib/contact/reads'
import { liftRestriction, restrictContact } from '@/lib/contact/restriction.commands'
import { contactForm, linkContactForm, restrictionForm } from '@/lib/contact/schema'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { hatsOf } from '@/lib/session/queries'
import { aClass, aContact, aMember, aPupil, aSchool, aSession, aTeacherOf, auditOf } from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')

const form = (over: Record<string, unknown> = {}) =>
  contactForm.parse({
    title: 'Mrs',
    fullName: 'Farah Khan',
    relationship: 'Mother',
    hasParentalResponsibility: 'yes',
    caresForPupil: 'yes',
    email: 'farah@family.example',
    phone: '01632 960 001',
    address: '3 Oak Lane',
    language: 'Urdu',
    ...over,
  })
const restriction = (from: string, until: string | null = null) =>
  restrictionForm.parse({
    restrictedFrom: boxes(from),
    ...(until ? { restrictedUntil: boxes(until) } : {}),
    restrictionReason: 'Court order of 2 November.',
  })

const idOf = (outcome: Awaited<ReturnType<typeof addContact>>) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.contactId
}
const contactsFor = (actor: Actor, pupil: { id: string }) =>
  asActor(actor, (tx) => contactsOf(tx, actor, pupil.id, today))

describe('the parents of a pupil', () => {
  it('are added with what they are to the pupil and how to reach them; parents apart are two', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const mother = idOf(await addContact(school.senco, pupil.id, form(), now))
    await addContact(
      school.senco,
      pupil.id,
      form({
        title: 'Mr',
        fullName: 'Imran Khan',
        relationship: 'Father',
        caresForPupil: '',
        email: 'imran@family.example',
        address: '9 Elm Road',
      }),
      now,
    )
    expect(await contactsFor(school.senco, pupil)).toEqual([
      {
        contactId: mother,
        pupilContactId: expect.any(String) as string,
        name: 'Mrs Farah Khan',
        relationship: 'Mother',
        hasParentalResponsibility: true,
        caresForPupil: true,
        isRestricted: false,
        details: {
          email: 'farah@family.example',
          phone: '01632 960 001',
          address: '3 Oak Lane',
          language: 'Urdu',
          hasAccount: false,
        },
        restriction: null,
      },
      expect.objectContaining({ name: 'Mr Imran Khan', caresForPupil: false }) as object,
    ])
    expect(await auditOf(school)).toEqual(['contact.added', 'contact.added'])
  })

  it('have an address each, so that nothing for one reaches the other; and nobody is added twice', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await addContact(school.senco, pupil.id, form(), now)
    expect(
      await addContact(
        school.senco,
        pupil.id,
        form({ fullName: 'Imran Khan', email: 'FARAH@family.example' }),
        now,
      ),
    ).toMatchObject({ ok: false, problems: [{ field: 'email' }] })
    expect(
      await addContact(school.senco, pupil.id, form({ fullName: 'FARAH KHAN', email: '' }), now),
    ).toMatchObject({ ok: false, problems: [{ field: 'fullName' }] })
    const both = await Promise.all(
      [1, 2].map(() => addContact(school.senco, pupil.id, form({ fullName: 'Imran Khan', email: '' }), now)),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await contactsFor(school.senco, pupil)).toHaveLength(2)
    expect(await auditOf(school)).toEqual(['contact.added', 'contact.added'])
  })

  it('are changed for all their children, with the names of the fields and no word in the trail', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const contactId = idOf(await addContact(school.senco, pupil.id, form(), now))
    const of = { pupilId: pupil.id, contactId, version: 1, tieVersion: 1 }
    expect(
      await changeContact(school.senco, of, form({ phone: '', relationship: 'Step-parent' }), now),
    ).toEqual({ ok: true, value: null })
    expect(await getContactToChange(school.senco, pupil.id, contactId, now)).toMatchObject({
      phone: null,
      relationship: 'Step-parent',
      version: 2,
      tieVersion: 2,
      email: 'farah@family.example',
    })
    const [entry] = await look<{ details: unknown }>(
      "SELECT details FROM audit_entries WHERE school_id = $1 AND action = 'contact.changed'",
      [school.id],
    )
    expect(entry?.details).toEqual({ fields: ['phone', 'relationship'] })
    await expect(changeContact(school.senco, of, form(), now)).rejects.toThrow(ChangedElsewhere)
    // the tie to this pupil is stale, so the contact itself is left as it was too
    await expect(
      changeContact(school.senco, { ...of, version: 2 }, form({ fullName: 'Someone Else' }), now),
    ).rejects.toThrow(ChangedElsewhere)
    expect(await getContactToChange(school.senco, pupil.id, contactId, now)).toMatchObject({
      fullName: 'Farah Khan',
    })
  })
})

describe('a parent of brothers and sisters', () => {
  it('is found by name or by the name of a child, and linked once', async () => {
    const school = await aSchool()
    const amira = await aPupil(school)
    const bilal = await aPupil(school, { givenName: 'Bilal' })
    const contactId = idOf(await addContact(school.senco, amira.id, form(), now))
    const names = async (words: string) =>
      (await findContactsToLink(school.senco, bilal.id, words, now)).found?.map(
        ({ name, children }) => `${name}: ${children.join()}`,
      )
    expect(await names('farah')).toEqual(['Mrs Farah Khan: Amira Khan'])
    expect(await names('amira')).toEqual(['Mrs Farah Khan: Amira Khan'])
    expect(await names('khan AMIRA')).toEqual(['Mrs Farah Khan: Amira Khan'])
    expect(await names('farah nobody')).toEqual([])
    expect(await names('  ')).toBeUndefined()
    expect(await names('%')).toEqual([])
    const link = linkContactForm.parse({
      contactId,
      relationship: 'Mother',
      hasParentalResponsibility: 'yes',
    })
    expect(await linkContact(school.senco, bilal.id, link, now)).toEqual({ ok: true, value: null })
    expect(await linkContact(school.senco, bilal.id, link, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'contactId' }],
    })
    expect(await names('farah')).toEqual([])
    expect(await contactsFor(school.senco, bilal)).toMatchObject([
      { contactId, name: 'Mrs Farah Khan', caresForPupil: false },
    ])
    expect((await getContactToChange(school.senco, bilal.id, contactId, now)).alsoOf).toEqual(['Amira Khan'])
    const stranger = await aContact(await aPupil(await aSchool()))
    expect(await linkContact(school.senco, bilal.id, { ...link, contactId: stranger.id }, now)).toMatchObject(
      { ok: false, problems: [{ field: 'contactId' }] },
    )
  })
})

describe('a restriction', () => {
  it('shuts the contact out from its first day, also from signing in, and says why to those who set it', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const mother = await aContact(pupil)
    const father = await aContact(pupil, {
      fullName: 'Imran Khan',
      relationship: 'Father',
      email: 'imran@family.example',
      withAccount: true,
    })
    const of = { pupilId: pupil.id, contactId: father.id, tieVersion: 1 }
    expect(await restrictContact(school.senco, of, restriction('2026-11-02'), now)).toEqual({
      ok: true,
      value: null,
    })

    const seen = async (actor: Actor) =>
      (await contactsFor(actor, pupil)).map(({ name, isRestricted, details, restriction: why }) => [
        name,
        isRestricted,
        details?.email ?? null,
        why,
      ])
    expect(await seen(school.senco)).toEqual([
      ['Farah Khan', false, null, null],
      [
        'Imran Khan',
        true,
        'imran@family.example',
        { from: '2026-11-02', until: null, reason: 'Court order of 2 November.', holds: true },
      ],
    ])
    // a teacher learns that they must ask, and nothing of why or where; an assistant does not see the name
    expect(await seen(teacher.actor)).toEqual([
      ['Farah Khan', false, null, null],
      ['Imran Khan', true, null, null],
    ])
    expect(await seen(assistant.actor)).toEqual([['Farah Khan', false, null, null]])
    expect((await contactsFor(teacher.actor, pupil))[0]?.details).not.toBeNull()
    expect((await contactsFor(assistant.actor, pupil))[0]?.details).toBeNull()
    const hat = (await hatsOf(await aSession(father.member!, now), now))?.hats[0]?.actor
    expect(hat && 'pupilIds' in hat ? hat.pupilIds : null).toEqual([])
    expect(await auditOf(school)).toEqual(['contact.restricted'])
    expect(mother.id).not.toBe(father.id)
  })

  it('is lifted at once: its last day was yesterday, and one that began today never held', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const father = await aContact(pupil, { restrictedFrom: '2026-11-02' })
    const of = { pupilId: pupil.id, contactId: father.id, tieVersion: 1 }
    expect(await liftRestriction(school.senco, of, now)).toEqual({ ok: true, value: null })
    expect(await contactsFor(school.senco, pupil)).toMatchObject([
      { isRestricted: false, restriction: { from: '2026-11-02', until: '2026-11-19', holds: false } },
    ])
    await restrictContact(
      school.senco,
      { ...of, tieVersion: 2 },
      restriction('2026-11-20', '2027-01-31'),
      now,
    )
    expect(await contactsFor(school.senco, pupil)).toMatchObject([{ isRestricted: true }])
    await liftRestriction(school.senco, { ...of, tieVersion: 3 }, now)
    expect(await contactsFor(school.senco, pupil)).toMatchObject([{ isRestricted: false, restriction: null }])
    expect(await liftRestriction(school.senco, { ...of, tieVersion: 4 }, now)).toMatchObject({ ok: false })
    await expect(restrictContact(school.senco, of, restriction('2026-11-20'), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect(await auditOf(school)).toEqual([
      'contact.restriction-lifted',
      'contact.restricted',
      'contact.restriction-lifted',
    ])
  })
})

describe('who may change parents and restrictions', () => {
  it('is the SENCO and the headteacher; to everyone else the page is not there', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const contact = await aContact(pupil, { withAccount: true })
    const elm = await aSchool()
    const others: [Actor, typeof NotFound | typeof NotAllowed][] = [
      [(await aTeacherOf(school, ash, [pupil])).actor, NotAllowed],
      [(await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })).actor, NotAllowed],
      [(await aTeacherOf(school, await aClass(school), [])).actor, NotFound],
      [contact.actor, NotFound],
      [(await aMember(school, 'governor')).actor, NotFound],
      [elm.senco, NotFound],
    ]
    const of = { pupilId: pupil.id, contactId: contact.id, version: 1, tieVersion: 1 }
    const link = linkContactForm.parse({ contactId: contact.id, relationship: 'Mother' })
    for (const [actor, error] of others) {
      const acts = [
        addContact(actor, pupil.id, form({ fullName: 'Other Person' }), now),
        changeContact(actor, of, form(), now),
        linkContact(actor, pupil.id, link, now),
        restrictContact(actor, of, restriction('2026-11-02'), now),
        liftRestriction(actor, of, now),
        getContactToChange(actor, pupil.id, contact.id, now),
        getPupilToAddContactTo(actor, pupil.id, now),
        findContactsToLink(actor, pupil.id, 'khan', now),
      ]
      for (const act of await Promise.allSettled(acts))
        expect(act.status === 'rejected' && act.reason).toBeInstanceOf(error)
    }
    const away = { ...of, contactId: newId() }
    await expect(changeContact(school.senco, away, form(), now)).rejects.toThrow(NotFound)
    await expect(restrictContact(school.senco, away, restriction('2026-11-02'), now)).rejects.toThrow(
      NotFound,
    )
    await expect(getContactToChange(school.senco, pupil.id, away.contactId, now)).rejects.toThrow(NotFound)
    const head = await aMember(school, 'headteacher')
    expect(await restrictContact(head.actor, of, restriction('2026-11-02'), now)).toMatchObject({ ok: true })
    // only reads were traced, and only of those who were let in
    expect(await auditOf(school)).toEqual(['contact.restricted'])
  })
})
