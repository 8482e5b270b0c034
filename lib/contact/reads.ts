import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { readPart } from '@/lib/platform/gather'
import type { ContactLine } from './line.rules'
import { contactPolicy } from './policy'
import { isRestrictedOn } from './rules'
import { type ContactTie, tiesPart } from './ties.reads'

/**
 * A pupil's parents and carers, in the school's order. A restricted one is a name and a banner for a teacher, nothing
 * for an assistant, and all of it for those who set restrictions (domain.md 6, Parents; 1.13).
 */
export const contactsOf = async (
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  today: IsoDate,
): Promise<ContactLine[]> => contactLines(await readPart(tx, tiesPart(pupilId)), actor, pupilId, today)

/** The same from what a page has read already. */
export function contactLines(
  ties: readonly ContactTie[],
  actor: Actor,
  pupilId: string,
  today: IsoDate,
): ContactLine[] {
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!contactPolicy.read(actor, subject)) return []
  const may = {
    details: contactPolicy.readDetails(actor, subject),
    restriction: contactPolicy.restrict(actor, subject),
    banner: contactPolicy.seesBanner(actor, subject),
  }
  const lines = ties.map((tie) => lineOf(tie, may, today))
  return may.banner ? lines : lines.filter(({ isRestricted }) => !isRestricted)
}

function lineOf(
  tie: ContactTie,
  may: { details: boolean; restriction: boolean },
  today: IsoDate,
): ContactLine {
  const { email, phone, address, language, hasAccount } = tie
  const { restrictedFrom: from, restrictedUntil: until } = tie
  const isRestricted = isRestrictedOn(tie, today)
  return {
    contactId: tie.contactId,
    pupilContactId: tie.pupilContactId,
    name: [tie.title, tie.fullName].filter(Boolean).join(' '),
    relationship: tie.relationship,
    hasParentalResponsibility: tie.hasParentalResponsibility,
    caresForPupil: tie.caresForPupil,
    isRestricted,
    details:
      may.details && (!isRestricted || may.restriction)
        ? { email, phone, address, language, hasAccount }
        : null,
    restriction:
      may.restriction && from ? { from, until, reason: tie.restrictionReason, holds: isRestricted } : null,
  }
}
