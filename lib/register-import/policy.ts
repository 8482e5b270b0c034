import { type Actor, leadsSchool } from '@/lib/platform/actor'

export const registerImportPolicy = {
  /** The register comes in through the SENCO or the headteacher, who answer for every pupil of the school (domain.md 1.13). */
  bring: (actor: Actor, subject: { schoolId: string }): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
