import 'server-only'
import { v7 } from 'uuid'
import { type StaffAbsence, staffAbsencesOf } from '@/lib/absence/reads'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor, Role, StaffRole } from '@/lib/platform/actor'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { personPolicy } from './policy'

export type PersonLine = {
  id: string
  name: string
  role: Role
  email: string | null
  classes: string[]
  children: string[]
  /** The day this person's access ends or ended. */
  untilOn: IsoDate | null
  hasEnded: boolean
  hasPassword: boolean
}

const withPassword = async (tx: SchoolTx) =>
  new Set(
    (await tx.$queryRaw<{ id: string }[]>`SELECT app.memberships_with_password() AS id`).map(({ id }) => id),
  )

const ongoing = (today: Date) => ({
  fromOn: { lte: today },
  OR: [{ untilOn: null }, { untilOn: { gte: today } }],
})

/** Everyone with an account at the school: staff and governors first, then families. */
export async function listPeople(actor: Actor, now: Date): Promise<PersonLine[]> {
  if (!personPolicy.manage(actor, actor)) throw new NotFound('people')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const rows = await tx.membership.findMany({
      where: { role: { not: 'system' } },
      select: {
        id: true,
        title: true,
        givenName: true,
        familyName: true,
        role: true,
        email: true,
        untilOn: true,
        classStaff: { where: ongoing(new Date(today)), select: { schoolClass: { select: { name: true } } } },
        contact: {
          select: { pupils: { select: { pupil: { select: { givenName: true, familyName: true } } } } },
        },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
    })
    const set = await withPassword(tx)
    return rows.map((row) => {
      const untilOn = fromDateColumnOrNull(row.untilOn)
      return {
        id: row.id,
        name: [row.title, row.givenName, row.familyName].filter(Boolean).join(' '),
        role: row.role as Role,
        email: row.email,
        classes: row.classStaff.map(({ schoolClass }) => schoolClass.name).sort(),
        children: row.contact?.pupils.map(({ pupil }) => `${pupil.givenName} ${pupil.familyName}`) ?? [],
        untilOn,
        hasEnded: untilOn !== null && untilOn < today,
        hasPassword: set.has(row.id),
      }
    })
  })
}

export type ClassChoice = { id: string; name: string }

/** The classes of the school, by name. */
export async function listClasses(actor: Actor): Promise<ClassChoice[]> {
  if (!personPolicy.manage(actor, actor)) throw new NotFound('classes')
  return asActor(actor, (tx) =>
    tx.schoolClass.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  )
}

export type PersonPage = {
  id: string
  version: number
  title: string | null
  givenName: string
  familyName: string
  name: string
  email: string | null
  role: Role
  staffRole: StaffRole | null
  classIds: string[]
  untilOn: IsoDate | null
  hasEnded: boolean
  hasPassword: boolean
  isSelf: boolean
  classes: ClassChoice[]
  /** When they are away, so that reading a plan waits for them (R10); null for those who read none. */
  away: { absences: StaffAbsence[]; formKey: string } | null
}

/** One person as the SENCO changes them. */
export async function getPerson(actor: Actor, membershipId: string, now: Date): Promise<PersonPage> {
  if (!personPolicy.manage(actor, actor)) throw new NotFound(`membership ${membershipId}`)
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const row = await tx.membership.findUnique({
      where: { schoolId_id: { schoolId: actor.schoolId, id: membershipId } },
      select: {
        id: true,
        version: true,
        title: true,
        givenName: true,
        familyName: true,
        email: true,
        role: true,
        untilOn: true,
        classStaff: { where: ongoing(new Date(today)), select: { classId: true } },
      },
    })
    if (!row || row.role === 'system') throw new NotFound(`membership ${membershipId}`)
    const role = row.role as Role
    const untilOn = fromDateColumnOrNull(row.untilOn)
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      givenName: row.givenName,
      familyName: row.familyName,
      email: row.email,
      role,
      name: [row.title, row.givenName, row.familyName].filter(Boolean).join(' '),
      staffRole: role === 'parent' ? null : role,
      classIds: row.classStaff.map(({ classId }) => classId),
      untilOn,
      hasEnded: untilOn !== null && untilOn < today,
      hasPassword: (await withPassword(tx)).has(row.id),
      isSelf: row.id === actor.membershipId,
      classes: await tx.schoolClass.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
      away:
        role === 'parent' || role === 'governor'
          ? null
          : { absences: await staffAbsencesOf(tx, row.id), formKey: v7() },
    }
  })
}
