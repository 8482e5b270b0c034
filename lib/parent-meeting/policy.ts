import { type Actor, knowsPupil, leadsSchool, type PupilSubject, teachesPupil } from '@/lib/platform/actor'

export const parentMeetingPolicy = {
  /** Those who work with the pupil, and the pupil's parents; of the parents' part Postgres shows what was shared (1.13). */
  read: (actor: Actor, subject: PupilSubject): boolean => knowsPupil(actor, subject),

  /** Arranging, holding, calling off and writing the record are the work of a teacher, the SENCO or the head (6.67; 1.13). */
  record: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** The page of meetings: for those who lead every pupil's, for teachers and assistants those of their own. */
  list: (actor: Actor): boolean =>
    leadsSchool(actor) || actor.role === 'class-teacher' || actor.role === 'teaching-assistant',
}
