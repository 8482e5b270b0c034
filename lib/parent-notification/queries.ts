import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar } from '@/lib/school/reads'
import { parentNotificationPolicy } from './policy'
import { notifiableContacts, notificationFacts, notificationsOf } from './reads'
import { type Recipient, toldLines } from './rules'

export type ParentToTell = { pupil: PupilHeader; toTell: Recipient[] }

/** The page on which it is recorded that somebody was told of SEN support: who is still to be told (6.43). */
export function getParentToTell(actor: Actor, pupilId: string, now: Date): Promise<ParentToTell> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parents-told', today, now })
    if (!parentNotificationPolicy.record(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`record who was told about pupil ${pupilId}`)
    if (pupil.status !== 'sen-support') throw new NotFound(`SEN support of pupil ${pupilId}`)
    const calendar = await schoolYearCalendar(tx, pupil.schoolId, today)
    const { lines } = toldLines(
      notificationFacts(pupil, {
        contacts: await notifiableContacts(tx, pupilId),
        notifications: await notificationsOf(tx, pupilId),
        today,
        calendar,
      }),
    )
    return { pupil, toTell: lines.filter(({ told }) => told === null).map(({ recipient }) => recipient) }
  })
}
