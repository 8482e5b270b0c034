import 'server-only'
import { v7 } from 'uuid'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { draftPolicy } from './policy'
import { isPageOf, KEPT_DAYS, oneMoreSave, pupilOfPage } from './rules'
import type { DraftPlace, DraftToKeep } from './schema'

const DAY = 24 * 60 * 60 * 1000
const MOST_PEOPLE = 2000

// In this process and no further: it keeps a page gone wild from filling the database, and forgets at a restart.
const lately = new Map<string, number[]>()

function mayKeepNow({ membershipId }: Actor, now: Date): boolean {
  const saves = oneMoreSave(lately.get(membershipId) ?? [], now.getTime())
  if (!saves) return false
  if (lately.size >= MOST_PEOPLE) lately.clear()
  lately.set(membershipId, saves)
  return true
}

/**
 * Keeps what a person has typed so far, over what was kept before for the same form (issue 3, "How well"). No record and
 * not audited: nobody else sees it, and it is gone when the form is sent.
 */
export function keepDraft(
  actor: Actor,
  school: { slug: string },
  { page, form, began, typed }: DraftToKeep,
  now: Date,
): Promise<Outcome<{ at: Date }>> {
  return asActor(actor, async (tx) => {
    const { schoolId, membershipId } = actor
    if (!draftPolicy.keep(actor, actor)) throw new NotAllowed('keep a draft')
    if (!isPageOf(page, school.slug)) throw new NotFound('a page to keep a draft of')
    if (!mayKeepNow(actor, now)) return refuse('form', 'Wait a minute')
    const pupilId = pupilOfPage(page)
    const pupil = pupilId && (await tx.pupil.findFirst({ where: { id: pupilId }, select: { id: true } }))
    if (pupilId && !pupil) throw new NotFound(`pupil ${pupilId}`)
    const [kept] = await tx.$queryRaw<{ is_new: boolean }[]>`
      INSERT INTO drafts (school_id, id, membership_id, pupil_id, page, form, began, typed, updated_at)
      VALUES (${schoolId}::uuid, ${v7()}::uuid, ${membershipId}::uuid, ${pupilId}::uuid, ${page}, ${form},
        ${JSON.stringify(began ?? {})}::jsonb, ${JSON.stringify(typed)}::jsonb, ${now}::timestamptz)
      ON CONFLICT (school_id, membership_id, page, form)
        DO UPDATE SET typed = EXCLUDED.typed, updated_at = EXCLUDED.updated_at
      RETURNING xmax = 0 AS is_new`
    if (kept?.is_new)
      await tx.$executeRaw`SELECT app.forget_drafts(${new Date(now.getTime() - KEPT_DAYS * DAY)}::timestamptz)`
    return { ok: true, value: { at: now } }
  })
}

/** Drops one's own draft: the form was sent, or its writer begins again from what is saved. */
export function dropDraft(actor: Actor, { page, form }: DraftPlace): Promise<void> {
  return asActor(actor, async (tx) => {
    if (!draftPolicy.keep(actor, actor)) throw new NotAllowed('drop a draft')
    await tx.draft.deleteMany({ where: { membershipId: actor.membershipId, page, form } })
  })
}
