import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { contactPolicy } from './policy'
import type { ContactForm, LinkContactForm } from './schema'

/** The pupil whose contacts are to be changed, for someone who may. */
export async function pupilWithContacts(tx: SchoolTx, actor: Actor, pupilId: string): Promise<void> {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { id: true },
  })
  if (!pupil || !contactPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!contactPolicy.change(actor, subject)) throw new NotAllowed(`change the contacts of pupil ${pupilId}`)
  await onePupilAtATime(tx, pupilId)
}

/** Each parent has an address of their own, so that what is for one is never sent to the other (domain.md 6, Parents). */
async function emailIsTaken(tx: SchoolTx, pupilId: string, email: string | null, besides: string | null) {
  if (email === null) return false
  const holder = await tx.contact.findFirst({
    where: {
      email: { equals: email, mode: 'insensitive' },
      pupils: { some: { pupilId } },
      ...(besides === null ? {} : { id: { not: besides } }),
    },
    select: { id: true },
  })
  return holder !== null
}

const TAKEN =
  'Another parent of this pupil has this email address: each needs their own, so that what is for one never reaches the other'

const detailsOf = ({ title, fullName, email, phone, address, language }: ContactForm) => ({
  title,
  fullName,
  email,
  phone,
  address,
  language,
})

const tieOf = ({
  relationship,
  hasParentalResponsibility,
  caresForPupil,
}: Omit<LinkContactForm, 'contactId'>) => ({
  relationship,
  hasParentalResponsibility,
  caresForPupil,
})

const nextPriority = async (tx: SchoolTx, pupilId: string) =>
  (await tx.pupilContact.count({ where: { pupilId } })) + 1

/** Adds a parent or carer to a pupil; two who live apart are two contacts, each with their own address. */
export function addContact(
  actor: Actor,
  pupilId: string,
  form: ContactForm,
  now: Date,
): Promise<Outcome<{ contactId: string }>> {
  return asActor(actor, async (tx) => {
    await pupilWithContacts(tx, actor, pupilId)
    const namesake = await tx.pupilContact.count({
      where: { pupilId, contact: { fullName: { equals: form.fullName, mode: 'insensitive' } } },
    })
    if (namesake > 0)
      return refuse('fullName', 'A parent or carer with this name is already on the pupil’s page')
    if (await emailIsTaken(tx, pupilId, form.email, null)) return refuse('email', TAKEN)
    const { schoolId } = actor
    const contact = await tx.contact.create({ data: { schoolId, ...detailsOf(form) }, select: { id: true } })
    const priority = await nextPriority(tx, pupilId)
    await tx.pupilContact.create({
      data: { schoolId, pupilId, contactId: contact.id, priority, ...tieOf(form) },
    })
    await audit(tx, actor, { action: 'contact.added', subjectId: contact.id, pupilId }, now)
    return { ok: true, value: { contactId: contact.id } }
  })
}

/** Makes a parent already on record a parent of this pupil too: a brother or sister. */
export function linkContact(
  actor: Actor,
  pupilId: string,
  form: LinkContactForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    await pupilWithContacts(tx, actor, pupilId)
    const { schoolId } = actor
    const contact = await tx.contact.findUnique({
      where: { schoolId_id: { schoolId, id: form.contactId } },
      select: { email: true, pupils: { where: { pupilId }, select: { id: true } } },
    })
    if (!contact) return refuse('contactId', 'Select the parent or carer')
    if (contact.pupils.length > 0)
      return refuse('contactId', 'This parent or carer is already on the pupil’s page')
    if (await emailIsTaken(tx, pupilId, contact.email, form.contactId)) return refuse('contactId', TAKEN)
    const priority = await nextPriority(tx, pupilId)
    await tx.pupilContact.create({
      data: { schoolId, pupilId, contactId: form.contactId, priority, ...tieOf(form) },
    })
    await audit(tx, actor, { action: 'contact.linked', subjectId: form.contactId, pupilId }, now)
    return { ok: true, value: null }
  })
}

/** The versions a form was opened with: of the contact, and of what they are to this pupil. */
export type ContactVersions = { version: number; tieVersion: number }

/** Changes how a contact is reached, for all their children, and what they are to this one. */
export function changeContact(
  actor: Actor,
  of: { pupilId: string; contactId: string } & ContactVersions,
  form: ContactForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, contactId, version, tieVersion } = of
  return asActor(actor, async (tx) => {
    await pupilWithContacts(tx, actor, pupilId)
    const { schoolId } = actor
    const tie = await tx.pupilContact.findUnique({
      where: { schoolId_pupilId_contactId: { schoolId, pupilId, contactId } },
      include: { contact: true },
    })
    if (!tie) throw new NotFound(`contact ${contactId} of pupil ${pupilId}`)
    const isNewEmail = form.email?.toLowerCase() !== tie.contact.email?.toLowerCase()
    if (isNewEmail && (await emailIsTaken(tx, pupilId, form.email, contactId))) return refuse('email', TAKEN)

    const after = { ...detailsOf(form), ...tieOf(form) }
    const before: Record<string, unknown> = { ...tie.contact, ...tieOf(tie) }
    const fields = Object.entries(after).flatMap(([field, value]) => (before[field] === value ? [] : [field]))
    const next = { version: { increment: 1 } }
    const changed = await tx.contact.updateMany({
      where: { schoolId, id: contactId, version },
      data: { ...detailsOf(form), ...next },
    })
    const tied = await tx.pupilContact.updateMany({
      where: { schoolId, id: tie.id, version: tieVersion },
      data: { ...tieOf(form), ...next },
    })
    if (changed.count === 0 || tied.count === 0) throw new ChangedElsewhere(`contact ${contactId}`)
    await audit(
      tx,
      actor,
      { action: 'contact.changed', subjectId: contactId, pupilId, details: { fields } },
      now,
    )
    return { ok: true, value: null }
  })
}
