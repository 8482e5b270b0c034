import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'

/** The value of an act that must not be refused while the demo is told. */
export async function must<T>(work: Promise<Outcome<T>>): Promise<T> {
  const outcome = await work
  if (outcome.ok) return outcome.value
  throw new Error(outcome.problems.map(({ field, message }) => `${field}: ${message}`).join('; '))
}

/** Runs the work for each, a few at a time. */
export async function forEach<T>(
  things: readonly T[],
  work: (thing: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...things.entries()]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
    }),
  )
}

export type DemoPupil = {
  id: string
  givenName: string
  familyName: string
  className: string | null
  yearGroup: number | null
  dateOfBirth: IsoDate
  status: 'sen-support' | 'ehc-plan' | null
  statusFrom: IsoDate | null
  need: string | null
  version: number
  contacts: { id: string; fullName: string; email: string | null; hasAccount: boolean }[]
}

/** The pupils of the school as they stand, by class and name. */
export function pupilsOf(actor: Actor): Promise<DemoPupil[]> {
  return asActor(actor, async (tx) => {
    const rows = await tx.pupil.findMany({
      select: {
        id: true,
        givenName: true,
        familyName: true,
        dateOfBirth: true,
        yearGroup: true,
        version: true,
        schoolClass: { select: { name: true } },
        statuses: { where: { untilOn: null }, select: { status: true, fromOn: true } },
        needs: { where: { untilOn: null }, orderBy: { rank: 'asc' }, select: { code: true } },
        contacts: {
          orderBy: { priority: 'asc' },
          select: { contact: { select: { id: true, fullName: true, email: true, membershipId: true } } },
        },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    })
    return rows.map(
      ({ statuses: [status], needs: [need], schoolClass, contacts, dateOfBirth, ...pupil }) => ({
        ...pupil,
        dateOfBirth: fromDateColumn(dateOfBirth),
        className: schoolClass?.name ?? null,
        status: (status?.status ?? null) as DemoPupil['status'],
        statusFrom: fromDateColumnOrNull(status?.fromOn ?? null),
        need: need?.code ?? null,
        contacts: contacts.map(({ contact: { membershipId, ...contact } }) => ({
          ...contact,
          hasAccount: membershipId !== null,
        })),
      }),
    )
  })
}

/** Somebody of the school as they sign in themselves: what they tell is told in their name. */
export async function asMember(
  actor: Actor,
  membershipId: string,
  pupils: readonly { id: string }[],
): Promise<Actor> {
  const { role } = await asActor(actor, (tx) =>
    tx.membership.findUniqueOrThrow({
      where: { schoolId_id: { schoolId: actor.schoolId, id: membershipId } },
      select: { role: true },
    }),
  )
  const base = { schoolId: actor.schoolId, membershipId }
  return role === 'class-teacher' || role === 'teaching-assistant'
    ? { ...base, role, pupilIds: pupils.map(({ id }) => id) }
    : { ...base, role: 'senco' }
}
