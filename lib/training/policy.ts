import { type Actor, leadsSchool } from '@/lib/platform/actor'

export const trainingPolicy = {
  /** What training staff hold is for those who lead the school (1.13). */
  manage: (actor: Actor, subject: { schoolId: string }): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
