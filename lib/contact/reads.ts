import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ContactLine } from './line.rules'
import { contactPolicy } from './policy'
import { isRestrictedOn } from './rules'

const COLUMNS = {
  id: true,
  contactId: true,
  relationship: true,
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: true,
  restrictedUntil: true,
  restrictionReason: true,
  contact: {
    select: {
      title: true,
      fullName: true,
      email: true,
      phone: true,
      address: true,
      language: true,
      membershipId: true,
    },
  },
} as const

const rowsOf = (tx: SchoolTx, pupilId: string) =>
  tx.pupilContact.findMany({
    where: { pupilId },
    select: COLUMNS,
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/**
 * A pupil's parents and carers, in the school's order. A restricted one is a name and a banner for a teacher, nothing
 * for an assistant, and all of it for those who set restrictions (domain.md 6, Parents; 1.13).
 */
export async function contactsOf(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  today: IsoDate,
): Promise<ContactLine[]> {
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!contactPolicy.read(actor, subject)) return []
  const may = {
    details: contactPolicy.readDetails(actor, subject),
    restriction: contactPolicy.restrict(actor, subject),
    banner: contactPolicy.seesBanner(actor, subject),
  }
  const lines = (await rowsOf(tx, pupilId)).map((row) => lineOf(row, may, today))
  return may.banner ? lines : lines.filter(({ isRestricted }) => !isRestricted)
}

function lineOf(row: Row, may: { details: boolean; restriction: boolean }, today: IsoDate): ContactLine {
  const { contact } = row
  const from = fromDateColumnOrNull(row.restrictedFrom)
  const until = fromDateColumnOrNull(row.restrictedUntil)
  const isRestricted = isRestrictedOn({ restrictedFrom: from, restrictedUntil: until }, today)
  const { email, phone, address, language } = contact
  return {
    contactId: row.contactId,
    pupilContactId: row.id,
    name: [contact.title, contact.fullName].filter(Boolean).join(' '),
    relationship: row.relationship,
    hasParentalResponsibility: row.hasParentalResponsibility,
    caresForPupil: row.caresForPupil,
    isRestricted,
    details:
      may.details && (!isRestricted || may.restriction)
        ? { email, phone, address, language, hasAccount: contact.membershipId !== null }
        : null,
    restriction:
      may.restriction && from ? { from, until, reason: row.restrictionReason, holds: isRestricted } : null,
  }
}
