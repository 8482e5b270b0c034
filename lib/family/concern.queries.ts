import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { openChild } from './reads'
import type { Child } from './rules'

/** The child a parent is about to write of; one who has left the school is not there for it. */
export function getChildToTell(actor: Actor, pupilId: string, now: Date): Promise<Child> {
  return asActor(actor, async (tx) => {
    const child = await openChild(tx, actor, { pupilId, page: 'family/worry', today: schoolDay(now), now })
    if (child.leftOn) throw new NotFound(`pupil ${pupilId}`)
    return child
  })
}
