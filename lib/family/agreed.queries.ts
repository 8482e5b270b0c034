import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { recordVersions } from '@/lib/parent-meeting/signing.reads'
import { pointsAtMeeting } from '@/lib/parent-point/answer.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { questionsAbout } from '@/lib/record-question/reads'
import type { AgreedPage } from './agreed.rules'
import { helpOf, openChild } from './reads'

/** What was agreed at a meeting, for a parent who was there or was given the record; for any other it is not there (6.71). */
export function getAgreed(
  actor: Actor,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  now: Date,
): Promise<AgreedPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family/meeting', today, now })
    const meeting = isId(meetingId)
      ? await tx.parentMeeting.findFirst({
          where: { id: meetingId, pupilId, status: 'held' },
          select: { heldOn: true },
        })
      : null
    const [newest, ...older] = meeting ? await recordVersions(tx, meetingId) : []
    if (!meeting || !newest) throw new NotFound(`record of meeting ${meetingId}`)
    return {
      today,
      child,
      on: fromDateColumn(meeting.heldOn),
      versions: [newest, ...older],
      points: await pointsAtMeeting(tx, { pupilId, meetingId }, today),
      questions: await questionsAbout(tx, meetingId),
      help: await helpOf(tx, actor.schoolId),
    }
  })
}
