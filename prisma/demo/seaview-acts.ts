import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { endStatus, startSenSupport } from '@/lib/sen-status/commands'
import { type DemoPupil, must } from './demo-acts'
import { on } from './demo-days'
import { hold } from './demo-meetings'
import { type Setting, teacherOf } from './demo-setting'
import { addParent } from './seaview-parents'

/** The secondary as its stories are told: by its SENCO. */
export type Seaview = Setting & { actor: Actor }

/** A meeting of a pupil with the first parent, written up and handed over. */
export async function meet(
  setting: Seaview,
  pupil: DemoPupil,
  day: IsoDate,
  format: 'in-person' | 'video' | 'phone' = 'in-person',
): Promise<void> {
  const { actor } = setting
  const parents = (await parentsOf(actor, pupil)).slice(0, 1)
  await hold(
    actor,
    pupil.id,
    { on: day, parents, leader: teacherOf(setting, pupil), format },
    { pupil: pupil.givenName, came: parents, copiesOn: day },
  )
}

const parentsOf = async (actor: Actor, pupil: DemoPupil) =>
  (
    await asActor(actor, (tx) =>
      tx.pupilContact.findMany({
        where: { pupilId: pupil.id },
        orderBy: { priority: 'asc' },
        select: { contactId: true },
      }),
    )
  ).map(({ contactId }) => contactId)

const versionOf = (actor: Actor, id: string) =>
  asActor(
    actor,
    async (tx) =>
      (
        await tx.pupil.findUniqueOrThrow({
          where: { schoolId_id: { schoolId: actor.schoolId, id } },
          select: { version: true },
        })
      ).version,
  )

/** A pupil comes onto SEN support from a day of this year. */
export async function startSupport(
  { actor, today }: Seaview,
  pupil: DemoPupil,
  from: IsoDate,
): Promise<void> {
  await addParent(actor, { ...pupil, status: null }, pupil.familyName.length, today)
  await must(
    startSenSupport(
      actor,
      pupil.id,
      await versionOf(actor, pupil.id),
      {
        fromOn: from,
        reasons: ['less-than-expected-progress'],
        note: 'Two terms of teaching aimed at it did not close the gap.',
        mainNeed: 'SPLD',
        broadArea: null,
      },
      on(today),
    ),
  )
}

/** SEN support ends, as what was needed is there. */
export async function endSupport(
  { actor, today }: Seaview,
  pupil: DemoPupil,
  lastDay: IsoDate,
): Promise<void> {
  await must(
    endStatus(
      actor,
      pupil.id,
      await versionOf(actor, pupil.id),
      { lastDay, reason: 'needs-met', note: null },
      on(today),
    ),
  )
}
