import 'server-only'
import { audit } from '@/lib/audit/commands'
import { plusDays, schoolDay, type IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { personWithEmail } from '@/lib/session/commands'
import { personPolicy } from './policy'
import type { PersonChangeForm, PersonForm } from './schema'

const mustManage = (actor: Actor, what: string) => {
  if (!personPolicy.manage(actor, actor)) throw new NotAllowed(what)
}

/** Adds a member of staff or a governor; they sign in once they have set a password with a link. */
export async function addPerson(
  actor: Actor,
  form: PersonForm,
  now: Date,
): Promise<Outcome<{ membershipId: string }>> {
  mustManage(actor, 'add a person')
  return asActor(actor, async (tx) => {
    const personId = await personWithEmail(tx, form.email)
    const before = await tx.membership.findFirst({
      where: { personId, role: form.role },
      select: { id: true },
    })
    if (before)
      return refuse(
        'email',
        'Someone with this email address already has this role here. Find them on the page of people',
      )
    const { id } = await tx.membership.create({
      data: {
        schoolId: actor.schoolId,
        personId,
        role: form.role,
        title: form.title,
        givenName: form.givenName,
        familyName: form.familyName,
        email: form.email.toLowerCase(),
        fromOn: toDateColumn(schoolDay(now)),
      },
      select: { id: true },
    })
    await setClasses(tx, actor, id, form.classIds, schoolDay(now))
    await audit(tx, actor, { action: 'person.added', subjectId: id, details: { role: form.role } }, now)
    return { ok: true, value: { membershipId: id } }
  })
}

/** Changes a person's name and the classes they teach or support. */
export async function changePerson(
  actor: Actor,
  membershipId: string,
  version: number,
  form: PersonChangeForm,
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor, `change membership ${membershipId}`)
  return asActor(actor, async (tx) => {
    const row = await tx.membership.findUnique({
      where: { schoolId_id: { schoolId: actor.schoolId, id: membershipId } },
      select: { role: true },
    })
    if (!row || row.role === 'system') throw new NotFound(`membership ${membershipId}`)
    const changed = await tx.membership.updateMany({
      where: { id: membershipId, version },
      data: {
        title: form.title,
        givenName: form.givenName,
        familyName: form.familyName,
        version: { increment: 1 },
      },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`membership ${membershipId}`)
    if (row.role !== 'parent') await setClasses(tx, actor, membershipId, form.classIds, schoolDay(now))
    await audit(tx, actor, { action: 'person.changed', subjectId: membershipId }, now)
    return { ok: true, value: null }
  })
}

/** Ends a person's access from today; what they wrote stays under their name. */
export async function endAccess(
  actor: Actor,
  membershipId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor, `end membership ${membershipId}`)
  if (membershipId === actor.membershipId)
    return Promise.resolve(
      refuse('form', 'You cannot end your own access. Ask the headteacher or another SENCO'),
    )
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const row = await tx.membership.findUnique({
      where: { schoolId_id: { schoolId: actor.schoolId, id: membershipId } },
      select: { role: true },
    })
    if (!row || row.role === 'system') throw new NotFound(`membership ${membershipId}`)
    const ended = await tx.membership.updateMany({
      where: { id: membershipId, version },
      data: { untilOn: toDateColumn(plusDays(today, -1)), version: { increment: 1 } },
    })
    if (ended.count === 0) throw new ChangedElsewhere(`membership ${membershipId}`)
    await audit(tx, actor, { action: 'person.access-ended', subjectId: membershipId }, now)
    return { ok: true, value: null }
  })
}

/** Lets a parent sign in: the contact becomes an account of its own, apart from every other parent's. */
export async function giveParentAccess(
  actor: Actor,
  contactId: string,
  now: Date,
): Promise<Outcome<{ membershipId: string }>> {
  mustManage(actor, `give access to contact ${contactId}`)
  return asActor(actor, async (tx) => {
    const contact = await tx.contact.findUnique({
      where: { schoolId_id: { schoolId: actor.schoolId, id: contactId } },
      select: { title: true, fullName: true, email: true, membershipId: true },
    })
    if (!contact) throw new NotFound(`contact ${contactId}`)
    if (contact.membershipId) return { ok: true, value: { membershipId: contact.membershipId } }
    if (!contact.email) return refuse('form', 'Add an email address for this parent first')
    const personId = await personWithEmail(tx, contact.email)
    const taken = await tx.membership.findFirst({ where: { personId, role: 'parent' }, select: { id: true } })
    if (taken)
      return refuse(
        'form',
        'Another parent already signs in with this email address. Each parent needs an address of their own, so that neither reads what is meant for the other',
      )
    const [givenName = contact.fullName, ...rest] = contact.fullName.split(' ')
    const { id } = await tx.membership.create({
      data: {
        schoolId: actor.schoolId,
        personId,
        role: 'parent',
        title: contact.title,
        givenName,
        familyName: rest.join(' '),
        email: contact.email.toLowerCase(),
        fromOn: toDateColumn(schoolDay(now)),
      },
      select: { id: true },
    })
    await tx.contact.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: contactId } },
      data: { membershipId: id, version: { increment: 1 } },
    })
    await audit(
      tx,
      actor,
      { action: 'parent.given-access', subjectId: contactId, details: { membershipId: id } },
      now,
    )
    return { ok: true, value: { membershipId: id } }
  })
}

/** Begins and ends links to classes so that from today they are exactly these. */
async function setClasses(
  tx: SchoolTx,
  actor: Actor,
  membershipId: string,
  classIds: readonly string[],
  today: IsoDate,
): Promise<void> {
  const day = toDateColumn(today)
  const links = await tx.classStaff.findMany({
    where: { membershipId, OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
    select: { id: true, classId: true },
  })
  const gone = links.filter(({ classId }) => !classIds.includes(classId))
  if (gone.length > 0)
    await tx.classStaff.updateMany({
      where: { id: { in: gone.map(({ id }) => id) } },
      data: { untilOn: toDateColumn(plusDays(today, -1)) },
    })
  const added = classIds.filter((classId) => !links.some((link) => link.classId === classId))
  // taken off and put back on one day: the old link goes on
  await tx.classStaff.updateMany({
    where: { membershipId, classId: { in: added }, fromOn: day },
    data: { untilOn: null },
  })
  await tx.classStaff.createMany({
    data: added.map((classId) => ({ schoolId: actor.schoolId, membershipId, classId, fromOn: day })),
    skipDuplicates: true,
  })
}
