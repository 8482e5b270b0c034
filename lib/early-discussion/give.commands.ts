import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { CopiesForm } from '@/lib/parent-meeting/schema'
import { notifiableContacts } from '@/lib/parent-notification/reads'
import { entitledRecipients } from '@/lib/parent-notification/rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { type DiscussionAt, discussionAt, pupilToDiscuss } from './hold.reads'
import { noteGivenProblem } from './rules'

/** Records how and when each parent had the note; from then on they read it on their own pages (6.39, R03). */
export function giveDiscussion(
  actor: Actor,
  at: DiscussionAt,
  { given }: CopiesForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, discussionId } = at
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDiscuss(tx, actor, pupilId)
    const heldOn = fromDateColumn((await discussionAt(tx, at)).heldOn)
    if (given.length === 0) return refuse('form', 'Select how at least one parent had the note')
    const today = schoolDay(now)
    const named = { name: `${pupil.givenName} ${pupil.familyName}`, dateOfBirth: pupil.dateOfBirth }
    const parents = entitledRecipients(named, await notifiableContacts(tx, pupilId), today)
    const problems = given.flatMap(({ contactId, on }): Problem[] => {
      if (!parents.some((parent) => parent.contactId === contactId))
        return [{ field: 'form', message: 'Open the page again: the list of parents has changed' }]
      const message = noteGivenProblem(on, heldOn, today)
      return message ? [{ field: `given.${contactId}.on`, message }] : []
    })
    if (problems.length > 0) return { ok: false, problems }
    const { count } = await tx.earlyDiscussionDelivery.createMany({
      data: given.map(({ contactId, method, on }) => ({
        schoolId: actor.schoolId,
        pupilId,
        discussionId,
        contactId,
        method,
        givenOn: toDateColumn(on),
        recordedById: actor.membershipId,
        recordedAt: now,
      })),
      skipDuplicates: true,
    })
    if (given.some(({ method }) => method !== 'declined'))
      await tx.earlyDiscussion.updateMany({
        where: { id: discussionId, sharedAt: null },
        data: { sharedAt: now, version: { increment: 1 } },
      })
    const details = { parents: count }
    if (count > 0)
      await audit(
        tx,
        actor,
        { action: 'early-discussion.given', subjectId: discussionId, pupilId, details },
        now,
      )
    return { ok: true, value: null }
  })
}
