import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn } from '@/lib/contact/rules'
import { copyIsFor } from './family.rules'
import type { Copy } from './line.rules'
import type { FamilyContact } from './people.rules'
import type { CopyMethod } from './record.rules'

type Given = {
  readonly contactId: string
  readonly method: CopyMethod
  readonly givenOn: IsoDate
  readonly mailId: string | null
}

/** Those who should have the newest version, and those who were given it though they are no longer on the list (R19). */
export function copiesOf(
  { deliveries }: { readonly deliveries: readonly Given[] },
  family: readonly FamilyContact[],
  meeting: Parameters<typeof copyIsFor>[1],
  today: IsoDate,
): Copy[] {
  const given = new Map(deliveries.map((delivery) => [delivery.contactId, delivery]))
  return family
    .filter(
      (contact) =>
        copyIsFor(contact, meeting, today) ||
        (given.has(contact.contactId) && !isRestrictedOn(contact, today)),
    )
    .map(({ contactId, name }) => {
      const delivery = given.get(contactId)
      return {
        contactId,
        name,
        mailId: delivery?.mailId ?? null,
        method: delivery?.method ?? null,
        on: delivery?.givenOn ?? null,
      }
    })
}
