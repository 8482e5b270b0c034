import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { discussionsOf } from '@/lib/early-discussion/reads'
import type { DiscussionNote } from '@/lib/early-discussion/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { openChild } from './reads'
import type { Child } from './rules'

export type EarlyNotePage = { child: Child; note: DiscussionNote }

/** The note of an early discussion for a parent who was given it; for any other it is not there (6.39). */
export function getEarlyNote(
  actor: Actor,
  { pupilId, discussionId }: { pupilId: string; discussionId: string },
  now: Date,
): Promise<EarlyNotePage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family/early-discussion', today, now })
    const [note] = isId(discussionId) ? await discussionsOf(tx, pupilId, discussionId) : []
    if (!note) throw new NotFound(`early discussion ${discussionId}`)
    return { child, note }
  })
}
