import { linesForStaff, type PlanLine } from '@/lib/plan-line/rules'
import type { PlanProvision } from '@/lib/provision/rules'

type Part = {
  readonly responsible: { readonly membershipId: string } | null
  readonly inEveryLesson: string | null
  readonly provisions: readonly PlanProvision[]
}

/** What one person does in a plan: answers for it, gives a provision, or teaches with what holds in every lesson. */
export type OwnPart = {
  readonly isResponsible: boolean
  readonly gives: readonly PlanProvision[]
  readonly inEveryLesson: string | null
  readonly lines: readonly PlanLine[]
}

/** The part of one adult in a plan, so that each knows their own (6.49, P54). */
export const ownPart = (plan: Part, lines: readonly PlanLine[], membershipId: string): OwnPart => ({
  isResponsible: plan.responsible?.membershipId === membershipId,
  gives: plan.provisions.filter(
    ({ deliveredById, alsoGivenBy }) =>
      deliveredById === membershipId || alsoGivenBy.some(({ id }) => id === membershipId),
  ),
  inEveryLesson: plan.inEveryLesson,
  lines: linesForStaff(lines),
})
