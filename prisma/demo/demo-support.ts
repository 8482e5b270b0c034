import { randomUUID } from 'node:crypto'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { addStartingSet } from '@/lib/catalogue/commands'
import { writeParticipation } from '@/lib/participation/commands'
import type { ParticipationForm } from '@/lib/participation/schema'
import { addPlanLine } from '@/lib/plan-line/commands'
import type { PlanLineForm } from '@/lib/plan-line/schema'
import { latestVersion } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { sayRead } from '@/lib/read-receipt/commands'
import { recordTraining } from '@/lib/training/commands'
import { type DemoPupil, forEach, must } from './demo-acts'
import { on } from './demo-days'
import type { DemoStaff } from './demo-people'

const LINES: readonly PlanLineForm[] = [
  {
    kind: 'strategy',
    about: 'Art',
    words: 'Shows the steps as pictures before we begin',
    who: null,
    howOften: null,
  },
  {
    kind: 'adjustment',
    about: 'Assembly',
    words: 'Sits at the end of the row, near the door',
    who: null,
    howOften: null,
  },
  {
    kind: 'quiet-place',
    about: null,
    words: 'The corner of the library',
    who: null,
    howOften: 'after lunch',
  },
  {
    ...{ kind: 'what-to-do-when', about: 'The head goes down on the table', who: null, howOften: null },
    words: 'give the card, say nothing, and look again in five minutes',
  },
  {
    kind: 'at-home',
    about: null,
    words: 'Reads five words at bedtime',
    who: 'a parent',
    howOften: 'every day',
  },
]

const JOINING_IN: readonly Omit<ParticipationForm, 'formKey' | 'happenedOn'>[] = [
  {
    ...{ activity: 'lesson', what: 'Art', joined: 'missed-for-support' },
    ...{ minutes: 20, why: 'The reading group', changed: null },
  },
  {
    ...{ activity: 'playtime', what: 'Football', joined: 'joined' },
    ...{ minutes: null, why: null, changed: 'A referee who shows the rules on cards' },
  },
]

/** What a plan of the demo says for every day. */
export async function tellLines(actor: Actor, cycleId: string, now: Date): Promise<void> {
  for (const line of LINES) await must(addPlanLine(actor, cycleId, line, now))
}

type Told = { inClass: readonly DemoPupil[]; staff: readonly DemoStaff[]; today: IsoDate }

/** The catalogue, one training, what one assistant has read, and how two pupils join in. */
export async function tellSupport(actor: Actor, { inClass, staff, today }: Told): Promise<void> {
  const now = on(today)
  await must(addStartingSet(actor, now))
  const joan = staff.find(({ name }) => name === 'Joan Pickering')
  if (!joan) throw new Error('the school of the story has no assistant')
  const heldOn = plusDays(today, -60)
  const { id: membershipId } = joan
  await must(
    recordTraining(actor, { membershipId, training: 'Precision teaching', heldOn, untilOn: null }, now),
  )
  const reader: Actor = {
    ...{ schoolId: actor.schoolId, membershipId, role: 'teaching-assistant' as const },
    pupilIds: inClass.map(({ id }) => id),
  }
  // Joan has read all but the last plans of her class.
  await forEach(inClass.slice(0, -2), async (pupil) => {
    const version = await asActor(reader, (tx) => latestVersion(tx, pupil.id))
    if (version) await must(sayRead(reader, { pupilId: pupil.id, versionId: version.id }, now))
  })
  await forEach(inClass.slice(0, JOINING_IN.length), async ({ id }, index) => {
    const told = JOINING_IN[index]
    const form = { formKey: randomUUID(), happenedOn: plusDays(today, -3) }
    if (told) await must(writeParticipation(reader, id, { ...form, ...told }, now))
  })
}
