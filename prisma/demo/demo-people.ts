import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { addPerson, giveParentAccess } from '@/lib/person/commands'
import type { PersonForm } from '@/lib/person/schema'
import { makePasswordLink, setPasswordByLink } from '@/lib/session/commands'
import { forEach, must } from './demo-acts'

/** Everybody in the demo signs in with this; instrumentation refuses the demo anywhere but on this machine. */
export const DEMO_PASSWORD = 'three marks on a line'

export type DemoAccount = { role: string; email: string; password: string; school: string }

export type DemoStaff = { id: string; role: PersonForm['role']; name: string; classes: readonly string[] }

type Person = {
  role: PersonForm['role']
  givenName: string
  familyName: string
  title?: string
  classes?: readonly string[]
  withAccount?: boolean
  email?: string
}

/** Adds people and, for those with an account, sets the demo's password as they would themselves. */
export async function addStaff(
  actor: Actor,
  people: readonly Person[],
  domain: string,
  now: Date,
): Promise<{ staff: DemoStaff[]; emails: Map<string, string> }> {
  const classes = new Map(
    (await asActor(actor, (tx) => tx.schoolClass.findMany({ select: { id: true, name: true } }))).map(
      ({ id, name }) => [name, id],
    ),
  )
  const staff: DemoStaff[] = []
  const emails = new Map<string, string>()
  await forEach(people, async (person, index) => {
    const email =
      person.email ??
      `${person.givenName}.${person.familyName}@${domain}`.toLowerCase().replace(/[^a-z.@-]/g, '')
    const { membershipId } = await must(
      addPerson(
        actor,
        {
          title: person.title ?? null,
          givenName: person.givenName,
          familyName: person.familyName,
          email,
          role: person.role,
          classIds: (person.classes ?? []).flatMap((name) => classes.get(name) ?? []),
        },
        now,
      ),
    )
    if (person.withAccount) await setPassword(actor, membershipId)
    staff[index] = {
      id: membershipId,
      role: person.role,
      name: `${person.givenName} ${person.familyName}`,
      classes: person.classes ?? [],
    }
    emails.set(membershipId, email)
  })
  return { staff, emails }
}

/** The demo's password for a member, through a link as in real use. The link lasts from today. */
export async function setPassword(actor: Actor, membershipId: string): Promise<void> {
  const now = new Date()
  const { token } = await must(makePasswordLink(actor, membershipId, now))
  await must(setPasswordByLink(token, DEMO_PASSWORD, now))
}

/** Lets a parent sign in. */
export async function letParentIn(actor: Actor, contactId: string, on: Date): Promise<void> {
  const { membershipId } = await must(giveParentAccess(actor, contactId, on))
  await setPassword(actor, membershipId)
}

/** The day before which nothing in the demo happens: people and their classes are there from then on. */
export const beginning = (today: IsoDate): Date =>
  new Date(Date.parse(`${today}T09:00:00Z`) - 1000 * 24 * 60 * 60 * 1000)
