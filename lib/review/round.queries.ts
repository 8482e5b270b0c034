import 'server-only'
import { auditEach } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { ROUND_SIZE } from './draft.rules'
import { reviewPolicy } from './policy'
import { pupilsToReview } from './round.reads'
import type { RoundPupil } from './round.rules'

export type RoundPage = {
  today: IsoDate
  pupils: RoundPupil[]
  /** Which page of the round this is, and how many there are. */
  page: number
  pages: number
  count: number
}

/** The reviews that are due of all the pupils this person may review, ten at a time, each with its own draft (6.53, 6.54). */
export async function getRound(actor: Actor, asked: number, now: Date): Promise<RoundPage> {
  if (!reviewPolicy.round(actor)) throw new NotFound('review round')
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const all = (await pupilsToReview(tx, today)).filter(({ pupilId }) =>
      reviewPolicy.record(actor, { schoolId: actor.schoolId, pupilId }),
    )
    const pages = Math.max(1, Math.ceil(all.length / ROUND_SIZE))
    const page = Math.min(Math.max(1, asked), pages)
    const pupils = all.slice((page - 1) * ROUND_SIZE, page * ROUND_SIZE)
    const opened = pupils.map(({ pupilId }) => ({
      action: 'pupil.opened' as const,
      subjectId: pupilId,
      pupilId,
      details: { page: 'review-round' },
    }))
    await auditEach(tx, actor, opened, now)
    return { today, pupils, page, pages, count: all.length }
  })
}
