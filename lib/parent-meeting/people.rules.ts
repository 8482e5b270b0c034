import type { IsoDate } from '@/lib/calendar/iso-date'
import { type FamilyTie, isEntitled } from './family.rules'

/** A member of staff as a meeting's forms offer them. */
export type MeetingStaff = { id: string; name: string; role: string; knowsPupil: boolean }

/** A contact of a pupil as meetings see them. */
export type FamilyContact = FamilyTie & { contactId: string; name: string; relationship: string }

const TEACHING = ['senco', 'headteacher', 'class-teacher']

/** Those of the staff who may lead a meeting that counts: a teacher, the SENCO or the headteacher (6.67; 8.3, C4). */
export const mayLead = ({ role }: Pick<MeetingStaff, 'role'>) => TEACHING.includes(role)

type PeopleProblem = { field: string; message: string }

/** Why this person cannot be named as leading; nobody may be named, and then the meeting does not count (6.67). */
export function leaderProblem(ledById: string | null, staff: readonly MeetingStaff[]): PeopleProblem | null {
  const isOffered = ledById === null || staff.some((person) => person.id === ledById && mayLead(person))
  return isOffered ? null : { field: 'ledById', message: 'Select who leads from the list' }
}

/**
 * Why these contacts cannot be invited. Whom the form did not offer it cannot name: a forged id and a parent who
 * has been shut out are refused alike.
 */
export function invitedProblem(
  { invited, on }: { invited: readonly string[]; on: IsoDate },
  family: readonly FamilyContact[],
  today: IsoDate,
): PeopleProblem | null {
  for (const id of invited) {
    const contact = family.find(({ contactId }) => contactId === id)
    if (!contact || !isEntitled(contact, today))
      return { field: 'invited', message: 'Select who is invited from the list' }
    if (!isEntitled(contact, on))
      return {
        field: 'invited',
        message: `Check with the SENCO before you invite ${contact.name} on that day`,
      }
  }
  return null
}
