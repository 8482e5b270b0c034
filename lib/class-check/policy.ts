import { classPolicy } from '@/lib/class/policy'
import { type Actor, leadsSchool } from '@/lib/platform/actor'

type ClassSubject = { schoolId: string; isOwn: boolean }

export const classCheckPolicy = {
  read: (actor: Actor, subject: ClassSubject): boolean => classPolicy.read(actor, subject),

  /** Class and subject teachers check the progress of all their pupils, as may those who lead (6.17, P02; 1.13). */
  make: (actor: Actor, subject: ClassSubject): boolean =>
    classPolicy.read(actor, subject) && (leadsSchool(actor) || actor.role === 'class-teacher'),
}
