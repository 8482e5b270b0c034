import type { IsoDate } from '@/lib/calendar/iso-date'
import type { KeptNeed } from '@/lib/sen-status/needs.rules'
import type { KnownPupil } from './changes.rules'
import type { KnownParent } from './parent-steps.rules'

/** What a contact is to a pupil here, with the ids and versions that a change is written against. */
export type KnownTie = KnownParent & { contactId: string; tieVersion: number }

/** A pupil as the school holds them, with everything an import compares and writes. */
export type KnownInFull = Omit<KnownPupil, 'parents'> & {
  version: number
  parents: KnownTie[]
  /** The needs that go on, with their ids. */
  openNeeds: KeptNeed[]
  openCycle: { id: string; number: number; startedOn: IsoDate } | null
}

/** A contact of the school, for finding the parent of a brother or sister. */
export type KnownContact = {
  id: string
  name: string
  email: string | null
  version: number
  /** A court order keeps this contact from a pupil: never made a parent of another pupil without a person's word. */
  isRestricted: boolean
}

/** Everything of a school that an import is compared with. */
export type KnownSchool = { pupils: KnownInFull[]; contacts: KnownContact[] }
