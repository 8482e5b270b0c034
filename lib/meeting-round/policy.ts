import { type Actor, leadsSchool } from '@/lib/platform/actor'

type OfSchool = { readonly schoolId: string }

export const meetingRoundPolicy = {
  /** Teachers see the meetings of a round that are about their own pupils; Postgres sees to it (1.13). */
  read: (actor: Actor, subject: OfSchool): boolean =>
    actor.schoolId === subject.schoolId && (leadsSchool(actor) || actor.role === 'class-teacher'),

  /** A round asks for everybody's time, so those who lead the school arrange it (6.67; 1.13). */
  arrange: (actor: Actor, subject: OfSchool): boolean =>
    actor.schoolId === subject.schoolId && leadsSchool(actor),
}
