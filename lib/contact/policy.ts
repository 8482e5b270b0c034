import { type Actor, leadsSchool, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

const leadsHere = (actor: Actor, { schoolId }: { schoolId: string }) =>
  leadsSchool(actor) && actor.schoolId === schoolId

export const contactPolicy = {
  /** Who the parents are is known to all who work with the pupil; addresses and numbers are for those who call home. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),
  readDetails: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** Contacts are kept by those who answer for the school's records (1.13). */
  change: (actor: Actor, subject: PupilSubject): boolean => leadsHere(actor, subject),

  /** A restriction is set and read by the SENCO and the headteacher; a teacher sees only that they must ask (section 6). */
  restrict: (actor: Actor, subject: PupilSubject): boolean => leadsHere(actor, subject),
  seesBanner: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
