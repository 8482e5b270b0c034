import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import { draftPolicy } from './policy'
import type { Answers } from './rules'
import { typedWhen } from './words'

export type DraftView = { form: string; began: Answers; typed: Answers; when: string }

/** What the person asking had typed into the forms of one page and not sent, and nobody else's. */
export function listDrafts(actor: Actor, page: string): Promise<DraftView[]> {
  return asActor(actor, async (tx) => {
    if (!draftPolicy.keep(actor, actor)) throw new NotAllowed('have drafts')
    const drafts = await tx.draft.findMany({
      where: { membershipId: actor.membershipId, page },
      select: { form: true, began: true, typed: true, updatedAt: true },
      orderBy: { form: 'asc' },
    })
    return drafts.map(({ form, began, typed, updatedAt }) => ({
      form,
      began: began as Answers,
      typed: typed as Answers,
      when: typedWhen(updatedAt),
    }))
  })
}
