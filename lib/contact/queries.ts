import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import type { ContactFound } from './line.rules'
import { contactPolicy } from './policy'
import { isRestrictedOn } from './rules'

type ToAdd = { pupil: PupilHeader }

/** The page on which a parent or carer is added to a pupil. */
export function getPupilToAddContactTo(actor: Actor, pupilId: string, now: Date): Promise<ToAdd> {
  return asActor(actor, async (tx) => {
    const pupil = await openPupil(tx, actor, { pupilId, page: 'add-contact', today: schoolDay(now), now })
    if (!contactPolicy.change(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`add a contact to pupil ${pupilId}`)
    return { pupil }
  })
}

export type ContactToChange = {
  pupil: PupilHeader
  contactId: string
  version: number
  tieVersion: number
  title: string | null
  fullName: string
  relationship: string
  hasParentalResponsibility: boolean
  caresForPupil: boolean
  email: string | null
  phone: string | null
  address: string | null
  language: string | null
  restrictedFrom: IsoDate | null
  restrictedUntil: IsoDate | null
  restrictionReason: string | null
  isRestricted: boolean
  /** Their account, where they can sign in. */
  membershipId: string | null
  /** The other pupils this contact is a parent of here, so that a change for one is known to be a change for all. */
  alsoOf: string[]
}

/** A parent or carer of a pupil, as the SENCO changes them. */
export function getContactToChange(
  actor: Actor,
  pupilId: string,
  contactId: string,
  now: Date,
): Promise<ContactToChange> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'contact', today, now })
    if (!contactPolicy.change(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`change contact ${contactId}`)
    const row = await tx.pupilContact.findUnique({
      where: { schoolId_pupilId_contactId: { schoolId: actor.schoolId, pupilId, contactId } },
      include: {
        contact: {
          include: {
            pupils: { select: { pupilId: true, pupil: { select: { givenName: true, familyName: true } } } },
          },
        },
      },
    })
    if (!row) throw new NotFound(`contact ${contactId} of pupil ${pupilId}`)
    const { contact } = row
    const restrictedFrom = fromDateColumnOrNull(row.restrictedFrom)
    const restrictedUntil = fromDateColumnOrNull(row.restrictedUntil)
    return {
      pupil,
      contactId,
      version: contact.version,
      tieVersion: row.version,
      title: contact.title,
      fullName: contact.fullName,
      relationship: row.relationship,
      hasParentalResponsibility: row.hasParentalResponsibility,
      caresForPupil: row.caresForPupil,
      email: contact.email,
      phone: contact.phone,
      address: contact.address,
      language: contact.language,
      restrictedFrom,
      restrictedUntil,
      restrictionReason: row.restrictionReason,
      isRestricted: isRestrictedOn({ restrictedFrom, restrictedUntil }, today),
      membershipId: contact.membershipId,
      alsoOf: contact.pupils
        .filter((tie) => tie.pupilId !== pupilId)
        .map((tie) => `${tie.pupil.givenName} ${tie.pupil.familyName}`)
        .sort(),
    }
  })
}

/** Matches shown at most, so that a search for "a" is a list someone can read. */
export const FOUND_AT_MOST = 20

const SEARCH_MAX = 100

// Postgres reads % and _ as wildcards, and a null byte not at all.
const wordsOf = (text: string) =>
  text
    .replaceAll('\0', '')
    .slice(0, SEARCH_MAX)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))

/** A word of the search is in the contact's name or in a child's. */
function namedBy(word: string) {
  const holds = { contains: word, mode: 'insensitive' as const }
  const child = { OR: [{ givenName: holds }, { familyName: holds }] }
  return { OR: [{ fullName: holds }, { pupils: { some: { pupil: child } } }] }
}

/** Parents and carers already on record whose name, or whose child's, holds these words; for a brother or sister (C8). */
export function findContactsToLink(
  actor: Actor,
  pupilId: string,
  words: string,
  now: Date,
): Promise<{ pupil: PupilHeader; found: ContactFound[] | null }> {
  return asActor(actor, async (tx) => {
    const pupil = await openPupil(tx, actor, { pupilId, page: 'link-contact', today: schoolDay(now), now })
    if (!contactPolicy.change(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`link a contact to pupil ${pupilId}`)
    const asked = wordsOf(words)
    if (asked.length === 0) return { pupil, found: null }
    const rows = await tx.contact.findMany({
      where: { pupils: { none: { pupilId } }, AND: asked.map(namedBy) },
      select: {
        id: true,
        title: true,
        fullName: true,
        email: true,
        pupils: { select: { pupil: { select: { givenName: true, familyName: true } } } },
      },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
      take: FOUND_AT_MOST,
    })
    const found = rows.map(({ id, title, fullName, email, pupils }) => ({
      contactId: id,
      name: [title, fullName].filter(Boolean).join(' '),
      email,
      children: pupils.map((tie) => `${tie.pupil.givenName} ${tie.pupil.familyName}`).sort(),
    }))
    return { pupil, found }
  })
}
