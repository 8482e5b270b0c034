import type { IsoDate } from '@/lib/calendar/iso-date'
import type { BroadArea } from '@/lib/sen-status/needs.rules'

/** The life of a long-term outcome; how far it was reached is another thing, and is said at reviews (guide 1). */
export const LIFE = ['proposed', 'active', 'achieved', 'stopped'] as const

export type Life = (typeof LIFE)[number]

/** Whose wish an outcome is (P24: outcomes are about what matters to this child). */
export const WISHES = ['pupil', 'parent', 'school'] as const

export type Wish = (typeof WISHES)[number]

/** One step in the life of a long-term outcome: from which day, why, and who wrote it down. */
export type LifeStep = {
  readonly id: string
  readonly status: Life
  readonly on: IsoDate
  readonly reason: string | null
  readonly by: string
}

/** What a pupil is on the way to across cycles, as staff read it. */
export type LongTermOutcome = {
  readonly id: string
  readonly version: number
  readonly willDo: string
  readonly why: string | null
  readonly wish: Wish | null
  readonly broadAreas: readonly BroadArea[]
  readonly by: IsoDate | null
  readonly status: Life
  readonly from: IsoDate
  /** Targets of plans that are steps to it, removed ones left out. */
  readonly targets: number
}

const NEXT: Readonly<Record<Life, readonly Life[]>> = {
  proposed: ['active', 'stopped'],
  active: ['achieved', 'stopped'],
  achieved: ['active'],
  stopped: ['active'],
}

/** What can come next in its life: an end is never for ever, so one that ended may be taken up again. */
export const nextSteps = (status: Life): readonly Life[] => NEXT[status]

/** Whether it still counts in a plan: targets are tied to what is proposed or active. */
export const isOpenLife = (status: Life) => status === 'proposed' || status === 'active'

/** Why a step may not be taken: not from here, not before the last one, not tomorrow, and no end without its reason. */
export function stepProblem(
  at: { readonly status: Life; readonly from: IsoDate },
  step: { readonly status: Life; readonly on: IsoDate; readonly reason: string | null },
  today: IsoDate,
): { field: 'status' | 'on' | 'reason'; message: string } | null {
  if (!nextSteps(at.status).includes(step.status))
    return { field: 'status', message: 'Select what comes next for this outcome' }
  if (step.on > today) return { field: 'on', message: 'The day must be today or in the past' }
  if (step.on < at.from) return { field: 'on', message: 'The day must not be before the last step' }
  const mustSayWhy = step.status !== 'active' || at.status !== 'proposed'
  if (mustSayWhy && step.reason === null)
    return { field: 'reason', message: 'Enter why, so that whoever reads it later can follow' }
  return null
}
