import type { IsoDate } from '@/lib/calendar/iso-date'
import type { BroadArea } from '@/lib/sen-status/needs.rules'
import type { StatusKind } from '@/lib/sen-status/rules'

/** The people of a school, as a page names them. */
type StaffRole = 'senco' | 'headteacher' | 'class-teacher' | 'teaching-assistant' | 'governor'

export type PupilNeed = { code: string; name: string; rank: number; broadArea: BroadArea | null }

/** What stands at the head of every page about a pupil. */
export type PupilHeader = {
  id: string
  schoolId: string
  version: number
  /** The name the pupil is called by, and the family name. */
  name: string
  givenName: string
  /** `Year 4`; null where the school has not said. */
  yearGroup: string | null
  className: string | null
  dateOfBirth: IsoDate
  age: number
  /** null: not on the register today. */
  status: StatusKind | null
  statusId: string | null
  statusFrom: IsoDate | null
  needs: PupilNeed[]
  /** The teacher who answers for the plan of the open cycle (6.36). */
  responsible: { id: string; name: string; role: StaffRole; jobTitle: string | null } | null
  onRollUntil: IsoDate | null
}

/** Someone who teaches or supports a pupil, and how: with the class, named for the pupil, or answering for the plan. */
export type StaffOfPupil = {
  membershipId: string
  name: string
  role: StaffRole
  jobTitle: string | null
  through: ('class' | 'pupil' | 'plan')[]
  /** The link that names them for this pupil, where there is one. */
  pupilStaffId: string | null
}

/** A member of staff who may be named for a pupil: a teacher or an assistant; leaders reach every pupil as it is. */
export type StaffChoice = { membershipId: string; name: string; role: StaffRole }

/** What whoever looks may do from the pupil's page, each by the policy of its own noun. */
export type PupilActs = {
  change: boolean
  decideStatus: boolean
  changeContacts: boolean
  nameStaff: boolean
  raiseConcern: boolean
  answerConcern: boolean
  recordTold: boolean
  readHistory: boolean
  startCycle: boolean
  recordReview: boolean
  arrangeMeeting: boolean
  writeDoNote: boolean
}

/** One line of the trail: who, in which role, did or read what, when; never a word of what was written. */
export type HistoryEntry = {
  id: string
  at: Date
  who: string
  role: string
  action: string
  details: Record<string, unknown>
}
