import type { IsoDate } from '@/lib/calendar/iso-date'
import { restrictContact } from '@/lib/contact/restriction.commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { type DemoPupil, must } from '../demo-acts'
import { on, weeksBefore } from '../demo-days'

/** A parent whom a court order shuts out. */
export async function shutOut(actor: Actor, pupil: DemoPupil, today: IsoDate): Promise<void> {
  const contact = pupil.contacts.at(-1)
  if (!contact) return
  const tie = await asActor(actor, (tx) =>
    tx.pupilContact.findFirstOrThrow({
      where: { pupilId: pupil.id, contactId: contact.id },
      select: { version: true },
    }),
  )
  const restriction = {
    restrictedFrom: weeksBefore(today, 30),
    restrictedUntil: null,
    restrictionReason: 'Order seen at the office',
  }
  const at = { pupilId: pupil.id, contactId: contact.id, tieVersion: tie.version }
  await must(restrictContact(actor, at, restriction, on(today)))
}
