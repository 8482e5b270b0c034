import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { serviceIn } from '@/lib/mail/delivery.commands'
import { keepPoints } from '@/lib/parent-point/keeping.commands'
import type { LinkPointsForm } from '@/lib/parent-point/schema'
import type { Actor } from '@/lib/platform/actor'
import { asActor, beforeAnySchool, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { tokenHash } from '@/lib/session/cookie.rules'
import { type LinkAsking, withLinkTried } from '@/lib/session/link.commands'
import { keepAnswer } from './answer.commands'
import { calendarEntry } from './calendar-entry'
import { findInvitation, type Invitation } from './reads'
import { type Answer, isOpen } from './rules'
import type { AnswerForm } from './schema'
import { calendarHost } from './token'

/** What a link shows to whoever holds it: a first name and a time. */
export type LinkPage = { givenName: string; on: IsoDate; at: string | null; answer: Answer | null }

type Place = { schoolId: string; membershipId: string; invitationId: string }

// Each link is for one purpose: whoever holds one cannot do with it what the other is for.
const PLACES = {
  answer: (hash: string) =>
    beforeAnySchool(
      (db) => db.$queryRaw<Place[]>`
        SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId", invitation_id::text AS "invitationId"
        FROM app.invitation_by_link(${hash})`,
    ),
  prepare: (hash: string) =>
    beforeAnySchool(
      (db) => db.$queryRaw<Place[]>`
        SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId", invitation_id::text AS "invitationId"
        FROM app.preparation_by_link(${hash})`,
    ),
}

/**
 * Does one thing with the invitation a link was made for. A wrong link, an expired one, one of a meeting that moved on, of a
 * parent who has been shut out since, and too many tries are refused alike.
 */
function withLink<T>(
  asking: LinkAsking,
  purpose: keyof typeof PLACES,
  work: (tx: SchoolTx, actor: Actor, invitation: Invitation) => Promise<T>,
): Promise<T> {
  const { token, now } = asking
  const find = async () => (await PLACES[purpose](tokenHash(token)))[0] ?? null
  return withLinkTried(asking, find, (place) => {
    const actor = serviceIn(place)
    return asActor(actor, async (tx) => {
      const invitation = await findInvitation(tx, { id: place.invitationId }, now)
      if (invitation && isOpen({ ...invitation, on: invitation.facts.on }, now, schoolDay(now)))
        return { value: await work(tx, actor, invitation) }
      const { pupilId } = invitation ?? {}
      const subjectId = place.invitationId
      await audit(
        tx,
        actor,
        { action: 'invitation.link-refused', subjectId, ...(pupilId && { pupilId }) },
        now,
      )
      return null
    })
  })
}

/** What stands on the page of a link. Looking at it answers nothing, so that a scanner of mail may. */
export const openLink = (asking: LinkAsking): Promise<LinkPage> =>
  withLink(asking, 'answer', (_tx, _actor, { facts, answer }) =>
    Promise.resolve({
      givenName: facts.givenName,
      on: facts.on,
      at: facts.at,
      answer,
    }),
  )

/** A parent answers without an account. */
export const answerByLink = (asking: LinkAsking, form: AnswerForm): Promise<Outcome<null>> =>
  withLink(asking, 'answer', async (tx, actor, invitation) => {
    await keepAnswer(tx, actor, invitation, { form, how: 'link' }, asking.now)
    return { ok: true, value: null }
  })

/** The time for a calendar, from the link: a first name and a time, and not where. */
export const calendarByLink = (asking: LinkAsking): Promise<string> =>
  withLink(asking, 'answer', (_tx, _actor, { id, sequence, facts }) => {
    const { on, at, minutes, givenName } = facts
    if (at === null) throw new NotFound('invitation without a time')
    const entry = { id, host: calendarHost(), sequence, isCalledOff: false, on, at, minutes, givenName }
    return Promise.resolve(calendarEntry({ ...entry, place: null, joinBy: null, now: asking.now }).content)
  })

/** What the link to prepare shows to whoever holds it: a first name and a time, and nothing of what was said before. */
export type PreparingPage = { givenNames: readonly string[]; on: IsoDate; at: string | null }

/** What stands on the page of the link with which a parent says beforehand what they bring. */
export const openPreparation = (asking: LinkAsking): Promise<PreparingPage> =>
  withLink(asking, 'prepare', (_tx, _actor, { called, siblings, facts }) =>
    Promise.resolve({
      givenNames: [called, ...siblings.map(({ givenName }) => givenName)],
      on: facts.on,
      at: facts.at,
    }),
  )

/** A parent says without an account what they bring; it is kept in their words, and not shown again to whoever holds the link. */
export const prepareByLink = (asking: LinkAsking, form: LinkPointsForm): Promise<Outcome<null>> =>
  withLink(asking, 'prepare', async (tx, actor, invitation) => {
    const about = [invitation, ...invitation.siblings][form.about]
    if (!about) return refuse('about', 'Select who it is about')
    const { contactId } = invitation
    const { pupilId, meetingId } = about
    await keepPoints(tx, actor, { pupilId, meetingId, contactId, how: 'link' }, form, asking.now)
    return { ok: true, value: null }
  })
