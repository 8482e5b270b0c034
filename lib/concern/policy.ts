import {
  type Actor,
  knowsPupil,
  leadsSchool,
  type PupilSubject,
  supportsPupil,
  teachesPupil,
} from '@/lib/platform/actor'

export const concernPolicy = {
  /** Staff who work with the pupil know what was said about them; a parent reads their own on the family pages. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Anyone who works with the pupil may raise a concern, or write down a parent's or the pupil's (6.17, 6.20; 1.13). */
  raise: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A parent tells the school of a worry on the family's own page (6.20, P88). */
  tell: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' && knowsPupil(actor, subject),

  /** SEN or not is decided by the SENCO or the headteacher; a teacher proposes by raising it (1.13). */
  answer: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,

  /** What is tried, and what came of it, is written by whoever works with the pupil (6.19; 1.13). */
  tryOut: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A decision is talked over with the family by a teacher of the pupil or those who lead (P04, 6.67). */
  talkOver: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
