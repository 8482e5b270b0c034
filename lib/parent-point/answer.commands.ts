import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/outcome'
import { pointsAtMeeting } from './answer.reads'
import type { PointAnswersGiven } from './answer.schema'

type Place = { pupilId: string; meetingId: string }

/** Why these cannot be answered here: a point that is not on the list of this meeting cannot be named. */
export async function pointsProblem(
  tx: SchoolTx,
  place: Place,
  given: PointAnswersGiven,
  now: Date,
): Promise<Problem | null> {
  if (given.length === 0) return null
  const listed = await pointsAtMeeting(tx, place, schoolDay(now))
  return given.every(({ pointId }) => listed.some(({ id }) => id === pointId))
    ? null
    : { field: 'form', message: 'Open the page again: what the parents brought has changed' }
}

/** Keeps what became of each thing the parents brought, where it is not what was said last; what was said before stays (P86). */
export async function keepPointAnswers(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, meetingId }: Place,
  given: PointAnswersGiven,
  now: Date,
): Promise<boolean> {
  if (given.length === 0) return false
  const listed = await pointsAtMeeting(tx, { pupilId, meetingId }, schoolDay(now))
  const news = given.filter(({ pointId, outcome, words, carriedTo }) => {
    const last = listed.find(({ id }) => id === pointId)?.answer
    return !last || last.outcome !== outcome || last.words !== words || last.carriedTo !== carriedTo
  })
  if (news.length === 0) return false
  await tx.parentPointAnswer.createMany({
    data: news.map((answer) => ({
      ...answer,
      schoolId: actor.schoolId,
      pupilId,
      meetingId,
      recordedById: actor.membershipId,
      recordedAt: now,
    })),
  })
  const details = {
    points: news.length,
    carried: news.filter(({ outcome }) => outcome === 'carried').length,
  }
  await audit(tx, actor, { action: 'parent-point.answered', subjectId: meetingId, pupilId, details }, now)
  return true
}
