import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { recordParentTold } from '@/lib/parent-notification/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { startSenSupport } from '@/lib/sen-status/commands'
import { checkWatch, recordEndTold } from '@/lib/step-down/commands'
import { type DemoPupil, must } from '../demo-acts'
import { runCycle } from '../demo-cycles'
import { notAfter, notBefore, on, weeksAgo } from '../demo-days'
import { reviewCycle } from '../demo-review'
import type { ClassSetting } from './setting'

/** Puts a pupil of the roll on SEN support from an earlier day, with the parents told. */
export async function beginSupport(
  actor: Actor,
  pupil: DemoPupil,
  { from, isTold, today }: { from: IsoDate; isTold: boolean; today: IsoDate },
): Promise<void> {
  const { version } = await asActor(actor, (tx) =>
    tx.pupil.findFirstOrThrow({ where: { id: pupil.id }, select: { version: true } }),
  )
  const form = {
    fromOn: from,
    reasons: ['less-than-expected-progress' as const],
    note: 'Two terms of teaching aimed at it did not close the gap.',
    mainNeed: 'SPLD' as const,
    broadArea: null,
  }
  await must(startSenSupport(actor, pupil.id, version, form, on(today)))
  if (!isTold) return
  for (const { id } of pupil.contacts)
    await must(
      recordParentTold(actor, pupil.id, { recipient: id, method: 'in-person', toldOn: from }, on(today)),
    )
}

/** A pupil who needs no SEN support any more: reviewed, taken off the register, one parent told, watched since (6.54). */
export async function tellStepDown(
  { senco, teacher, assistant, year, today, ago }: ClassSetting,
  pupil: DemoPupil,
): Promise<void> {
  const startedOn = weeksAgo(year, today, 40)
  const heldOn = notAfter(year, plusDays(today, -7 * 22))
  await beginSupport(senco, pupil, { from: startedOn, isTold: true, today: ago(0) })
  const withNeed = { ...pupil, need: 'SPLD' }
  const cycleId = await runCycle(senco, withNeed, {
    ...{ year, startedOn, reviewDue: notBefore(year, plusDays(heldOn, 3)), until: 'do', isWeekly: true },
    ...{ responsible: teacher.membershipId, deliverer: assistant.membershipId },
    notedUntil: heldOn,
  })
  const review = { year, heldOn, rating: 1, decision: 'step-down', nextReviewDue: today } as const
  await reviewCycle(senco, cycleId, review)
  const [told] = pupil.contacts
  if (told)
    await must(
      recordEndTold(senco, pupil.id, { recipient: told.id, method: 'in-person', toldOn: heldOn }, on(ago(0))),
    )
  const check = {
    checkedOn: ago(20),
    going: 'well',
    words: 'Reads with the top table now and chose the longest book of the box. Spelling keeps up.',
  } as const
  await must(checkWatch(teacher, pupil.id, check, on(ago(20))))
}
