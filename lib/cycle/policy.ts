import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const cyclePolicy = {
  /** Staff who work with the pupil open the cycle's pages; parents read the shared plan on their own (1.13). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A teacher of the pupil starts a cycle and writes the plan, as do those who lead the school (6.36; 1.13). */
  start: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** The plan's pages, while it is a draft, and the step from one stage to the next. */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** Bringing the plan into force is the same people's act; a parent agrees or comments, and staff write it down. */
  activate: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}

/** Who may answer for a plan from day to day: a teacher, the SENCO or the head, never an assistant (6.36, P48). */
export const RESPONSIBLE_ROLES = ['class-teacher', 'senco', 'headteacher'] as const
