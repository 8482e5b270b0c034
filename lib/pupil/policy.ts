import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

const leadsHere = (actor: Actor, { schoolId }: { schoolId: string }) =>
  leadsSchool(actor) && actor.schoolId === schoolId

export const pupilPolicy = {
  /** The pupil's page is for the staff who teach or support them, and those who answer for all (6.49; 1.13). */
  open: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** The roll comes from the MIS; the SENCO and the headteacher put it right by hand (1.13: import, users, settings). */
  add: (actor: Actor, subject: { schoolId: string }): boolean => leadsHere(actor, subject),
  change: (actor: Actor, subject: PupilSubject): boolean => leadsHere(actor, subject),

  /** Who teaches or supports a pupil decides who may read about them, so only those who lead say it (6.49). */
  assignStaff: (actor: Actor, subject: PupilSubject): boolean => leadsHere(actor, subject),

  /** Who has read or changed a record is for those who must answer a parent who asks (section 6: audit of reads). */
  readHistory: (actor: Actor, subject: PupilSubject): boolean => leadsHere(actor, subject),
}
