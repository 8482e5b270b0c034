import { type Actor, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const participationPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever was there writes it down: a teacher, an assistant or those who lead the school (P57). */
  write: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),
}
