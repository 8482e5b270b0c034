import { type Actor, leadsSchool } from '@/lib/platform/actor'

export const draftPolicy = {
  /** Staff who write have drafts of their own, in their own school; Postgres shows nobody the draft of another. */
  keep: (actor: Actor, subject: { schoolId: string }): boolean =>
    actor.schoolId === subject.schoolId &&
    (leadsSchool(actor) || actor.role === 'class-teacher' || actor.role === 'teaching-assistant'),
}
