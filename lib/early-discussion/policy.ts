import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const earlyDiscussionPolicy = {
  /** Staff who work with the pupil know what was agreed at the start; parents read the note they were given (6.39, 6.49). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** The talk is led by a teacher of the pupil or the SENCO, who write its note and give it (6.39; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
