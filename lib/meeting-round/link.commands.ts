import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { keepAnswer } from '@/lib/invitation/answer.commands'
import { findInvitation } from '@/lib/invitation/reads'
import { answerForm } from '@/lib/invitation/schema'
import { serviceIn } from '@/lib/mail/delivery.commands'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, beforeAnySchool, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { tokenHash } from '@/lib/session/cookie.rules'
import { type LinkAsking, withLinkTried } from '@/lib/session/link.commands'
import type { AskedParent } from './candidates.reads'
import { type Choice, findChoice, isAsking } from './choice.reads'
import { freePlaces } from './fits.rules'
import { planningRound } from './plan.reads'
import { arrangeOne } from './publish.commands'
import { lockRound } from './reads'
import { minutesOf, timeAt } from './rules'
import type { ChooseForm } from './schema'
import type { Placed } from './timetable.rules'

/** What a link to choose shows to whoever holds it: a first name, and times. */
export type ChoicePage = {
  givenName: string
  minutes: number
  until: IsoDate
  chosen: { day: IsoDate; at: string } | null
  times: { day: IsoDate; at: string }[]
}

/** Does one thing with the asking a link was made for; a wrong one, an expired one and one of a parent shut out are refused alike. */
function withChoice<T>(
  asking: LinkAsking,
  work: (tx: SchoolTx, actor: Actor, choice: Choice) => Promise<T>,
): Promise<{ actor: Actor; done: T }> {
  const { token, now } = asking
  const find = async () => {
    const [place] = await beforeAnySchool(
      (db) => db.$queryRaw<{ schoolId: string; membershipId: string; choiceId: string }[]>`
        SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId", choice_id::text AS "choiceId"
        FROM app.round_choice_by_link(${tokenHash(token)})`,
    )
    return place ?? null
  }
  return withLinkTried(asking, find, (place) => {
    const actor = serviceIn(place)
    return asActor(actor, async (tx) => {
      const choice = await findChoice(tx, actor, place.choiceId)
      if (choice && isAsking(choice, now, schoolDay(now)))
        return { value: { actor, done: await work(tx, actor, choice) } }
      const subjectId = place.choiceId
      const about = choice ? { pupilId: choice.pupil.pupilId } : {}
      await audit(tx, actor, { action: 'meeting-round.link-refused', subjectId, ...about }, now)
      return null
    })
  })
}

/** The times this family may have now: from tomorrow on, while every other family keeps the one it has. */
async function timesFor(tx: SchoolTx, { round, pupil }: Choice, now: Date) {
  const today = schoolDay(now)
  const { plan, parents } = await planningRound(tx, round, { today, keep: 'all' })
  return {
    free: freePlaces(plan, pupil.id).filter(({ day }) => day > today),
    parents: parents.get(pupil.pupilId) ?? [],
  }
}

/** What stands on the page of a link to choose. Looking at it chooses nothing. */
export async function openChoice(asking: LinkAsking): Promise<ChoicePage> {
  const { done } = await withChoice(asking, async (tx, _actor, choice) => {
    const { pupil, round, facts } = choice
    const { meetingId, isLocked, day, start } = pupil
    const isChosen = (meetingId !== null || isLocked) && day !== null && start !== null
    return {
      givenName: pupil.givenName,
      minutes: round.minutes,
      until: facts.until,
      chosen: isChosen ? { day, at: timeAt(start) } : null,
      times: isChosen
        ? []
        : (await timesFor(tx, choice, asking.now)).free.map((one) => ({
            day: one.day,
            at: timeAt(one.start),
          })),
    }
  })
  return done
}

type Chosen = { choice: Choice; place: Placed; parents: readonly AskedParent[] }

/**
 * A parent chooses a time. Families of one round choose one after the other, however many at once: the time goes to whoever
 * came first, and the next is told at once and chooses again. The meeting is then arranged and its parents invited.
 */
export async function chooseByLink(asking: LinkAsking, form: ChooseForm): Promise<Outcome<null>> {
  const { now } = asking
  const { actor, done } = await withChoice(asking, async (tx, own, first) => {
    await lockRound(tx, first.round.id)
    const choice = (await findChoice(tx, own, first.id)) ?? first
    return keepChoice(tx, own, choice, form, now)
  })
  if (!done.ok) return done
  const { choice, place, parents } = done.value
  const { day, start, leadId, roomId } = place
  const pupil = { ...choice.pupil, day, start, placedLeadId: leadId, roomId }
  if (await arrangeOne(actor, choice.round, { pupil, parents, now })) await sayYes(actor, choice, now)
  return { ok: true, value: null }
}

async function keepChoice(
  tx: SchoolTx,
  actor: Actor,
  choice: Choice,
  form: ChooseForm,
  now: Date,
): Promise<Outcome<Chosen>> {
  const { pupil } = choice
  if (pupil.meetingId !== null || pupil.isLocked)
    return refuse('time', 'A time has been chosen for this meeting already. Open the page again to see it')
  const [day = '', at = ''] = form.time.split(' ')
  const { free, parents } = await timesFor(tx, choice, now)
  const place = free.find((one) => one.day === day && one.start === minutesOf(at))
  if (!place) return refuse('time', 'Another family has just taken that time. Choose one that is still free')
  await tx.meetingRoundPupil.updateMany({
    where: { id: pupil.id },
    data: {
      onDay: toDateColumn(place.day),
      startsAt: timeAt(place.start),
      placedLeadId: place.leadId,
      roomId: place.roomId,
      isLocked: true,
      version: { increment: 1 },
    },
  })
  await tx.meetingRoundChoice.updateMany({ where: { id: choice.id }, data: { chosenAt: now } })
  const { pupilId } = pupil
  await audit(tx, actor, { action: 'meeting-round.time-chosen', subjectId: choice.id, pupilId }, now)
  return { ok: true, value: { choice, place, parents } }
}

/** Whoever chose the time comes to it: nobody asks them again. */
async function sayYes(actor: Actor, { pupil, contactId }: Choice, now: Date): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await tx.meetingRoundPupil.findFirst({ where: { id: pupil.id }, select: { meetingId: true } })
    const meetingId = row?.meetingId ?? null
    const invitation = meetingId ? await findInvitation(tx, { meetingId, contactId }, now) : null
    if (invitation)
      await keepAnswer(tx, actor, invitation, { form: answerForm.parse({ answer: 'yes' }), how: 'link' }, now)
  })
}
