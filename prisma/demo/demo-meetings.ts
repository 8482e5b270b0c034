import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { arrangeParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { recordCopies } from '@/lib/parent-meeting/copies.commands'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import type { HeldForm } from '@/lib/parent-meeting/held.schema'
import type { ArrangeForm } from '@/lib/parent-meeting/schema'
import { signRecord } from '@/lib/parent-meeting/signing.commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { must } from './demo-acts'
import { on } from './demo-days'

type Meeting = {
  on: IsoDate
  parents: readonly string[]
  leader: string
  format?: ArrangeForm['format']
  purpose?: ArrangeForm['purpose']
  roundWith?: string | null
  at?: string
}

const versionOf = (actor: Actor, id: string) =>
  asActor(
    actor,
    async (tx) =>
      (
        await tx.parentMeeting.findUniqueOrThrow({
          where: { schoolId_id: { schoolId: actor.schoolId, id } },
          select: { version: true },
        })
      ).version,
  )

/** A meeting in the diary. */
export async function arrange(
  actor: Actor,
  pupilId: string,
  meeting: Meeting,
  arrangedOn: IsoDate,
): Promise<string> {
  const form: ArrangeForm = {
    formKey: randomUUID(),
    on: meeting.on,
    at: meeting.at ?? '15:30',
    format: meeting.format ?? 'in-person',
    place: 'Library',
    minutes: 30,
    purpose: meeting.purpose ?? 'review',
    alsoReview: false,
    invited: [...meeting.parents],
    ledById: meeting.leader,
    roundWith: meeting.roundWith ?? null,
  }
  return (await must(arrangeParentMeeting(actor, pupilId, form, on(arrangedOn)))).meetingId
}

const NOTHING_WRITTEN = {
  outcomesAgreed: null,
  supportAgreed: null,
  parentWillDo: null,
  pupilWillDo: null,
  schoolWillDo: null,
  pupilSaid: null,
  aspirations: null,
  worries: null,
  atHome: null,
  nextMeeting: null,
  actions: [],
}

type Record = {
  pupil: string
  came: readonly string[]
  withRecord?: boolean
  copiesOn?: IsoDate | null
  /** Who had a copy, where it was more than those who came. */
  copiesTo?: readonly string[]
  alsoReview?: boolean
}

/** A meeting arranged, held and, unless the story says not, written up and handed over. */
export async function hold(actor: Actor, pupilId: string, meeting: Meeting, record: Record): Promise<string> {
  const id = await arrange(actor, pupilId, meeting, meeting.on)
  const form: HeldForm = {
    came: [...record.came],
    pupilPart: 'views-before',
    pupilPartNote: null,
    ledById: meeting.leader,
    staff: [],
    heldOn: meeting.on,
    format: meeting.format ?? 'in-person',
    minutes: 35,
    alsoReview: record.alsoReview ?? false,
    late: [],
    left: [],
    noteTaker: null,
    nextOn: null,
    nextAt: null,
    points: [],
    then: null,
    roundWith: null,
    formKey: randomUUID(),
    ...(record.withRecord === false
      ? NOTHING_WRITTEN
      : {
          outcomesAgreed: `We looked at each outcome together. ${record.pupil} is moving towards the first; we keep it until the review.`,
          supportAgreed:
            'The group goes on twice a week, and the strategies in every lesson stay as they are.',
          parentWillDo: 'Ten minutes together on four evenings, and a note if it was too much.',
          pupilWillDo: `${record.pupil} shows the card when stuck.`,
          schoolWillDo: 'A message home each Friday about how the week went.',
          pupilSaid: null,
          aspirations: `That ${record.pupil} reads for pleasure.`,
          worries: null,
          atHome: 'Reads the comic alone now and then.',
          nextMeeting: 'Early next term',
          actions: [{ who: 'Class teacher', what: 'Send home the new word cards', by: null }],
        }),
  }
  await must(recordHeldMeeting(actor, id, await versionOf(actor, id), form, on(meeting.on)))
  if (record.withRecord === false) return id
  const heard = record.came.map((who) => [who, { heard: 'agreed' as const, words: null }] as const)
  const signing = { heard: Object.fromEntries(heard), share: true, staff: true, formKey: randomUUID() }
  await must(signRecord(actor, id, await versionOf(actor, id), signing, on(meeting.on)))
  if (record.copiesOn) {
    const copiesOn = record.copiesOn
    await must(
      recordCopies(
        actor,
        id,
        {
          steps: ['mis'],
          given: (record.copiesTo ?? record.came).map((contactId) => ({
            contactId,
            method: 'in-person' as const,
            on: copiesOn,
          })),
        },
        on(copiesOn),
      ),
    )
  }
  return id
}

/** A meeting to which nobody came, or which was called off. */
export async function missed(
  actor: Actor,
  pupilId: string,
  meeting: Meeting,
  how: 'nobody-came' | 'parent' | 'school' | 'declined',
): Promise<void> {
  const id = await arrange(actor, pupilId, meeting, meeting.on)
  const form = {
    how,
    reason: how === 'parent' ? 'Child was ill that day' : how === 'school' ? 'Teacher was away' : null,
  }
  await must(recordNotHeld(actor, id, await versionOf(actor, id), form, on(meeting.on)))
}
