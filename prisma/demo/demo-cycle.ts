import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { notBefore } from './demo-days'
import type { DemoYear } from './demo-year'

/** How far a cycle gets in the demo, and when. */
export type DemoCycle = {
  year: DemoYear
  /** The long-term outcome its targets are steps to. */
  aim?: string | undefined
  startedOn: IsoDate
  until: 'assess' | 'plan' | 'do' | 'review'
  reviewDue: IsoDate
  /** The day its review was begun, where that was not the day it is due. */
  reviewBegins?: IsoDate
  responsible: string
  /** The member of staff who gives the support, until which day it was noted, and how well it was kept. */
  deliverer: string
  notedUntil?: IsoDate
  kept?: 'well' | 'poorly'
  /** Every line is given once a week: most plans are told so. */
  isWeekly?: boolean
  /** One outcome and the least that puts a plan into force: most of a large school is told so. */
  isBrief?: boolean
  /** Help with personal care, which few may see, is part of the plan. */
  withCare?: boolean
}

/** The day a plan comes into force: a few days after its cycle began. */
export const inForceOn = ({ year, startedOn }: DemoCycle): IsoDate => notBefore(year, plusDays(startedOn, 3))

/** The version of a cycle, which every act on it has to know. */
export const cycleVersion = (actor: Actor, id: string) =>
  asActor(
    actor,
    async (tx) =>
      (
        await tx.cycle.findUniqueOrThrow({
          where: { schoolId_id: { schoolId: actor.schoolId, id } },
          select: { version: true },
        })
      ).version,
  )
