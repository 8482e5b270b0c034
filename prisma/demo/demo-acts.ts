import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'
import { arrangeParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { recordCopies } from '@/lib/parent-meeting/copies.commands'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import type { ArrangeForm, HeldForm } from '@/lib/parent-meeting/schema'
import { on } from './demo-days'

/** The value of an act that must not be refused while the demo is told. */
export async function must<T>(work: Promise<Outcome<T>>): Promise<T> {
  const outcome = await work
  if (outcome.ok) return outcome.value
  throw new Error(outcome.problems.map(({ field, message }) => `${field}: ${message}`).join('; '))
}

/** Runs the work for each, a few at a time. */
export async function forEach<T>(
  things: readonly T[],
  work: (thing: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...things.entries()]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
    }),
  )
}

export type DemoPupil = {
  id: string
  givenName: string
  familyName: string
  className: string | null
  yearGroup: number | null
  dateOfBirth: IsoDate
  status: 'sen-support' | 'ehc-plan' | null
  statusFrom: IsoDate | null
  need: string | null
  version: number
  contacts: { id: string; fullName: string; email: string | null; hasAccount: boolean }[]
}

/** The pupils of the school as they stand, by class and name. */
export function pupilsOf(actor: Actor): Promise<DemoPupil[]> {
  return asActor(actor, async (tx) => {
    const rows = await tx.pupil.findMany({
      select: {
        id: true,
        givenName: true,
        familyName: true,
        dateOfBirth: true,
        yearGroup: true,
        version: true,
        schoolClass: { select: { name: true } },
        statuses: { where: { untilOn: null }, select: { status: true, fromOn: true } },
        needs: { where: { untilOn: null }, orderBy: { rank: 'asc' }, select: { code: true } },
        contacts: {
          orderBy: { priority: 'asc' },
          select: { contact: { select: { id: true, fullName: true, email: true, membershipId: true } } },
        },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    })
    return rows.map(
      ({ statuses: [status], needs: [need], schoolClass, contacts, dateOfBirth, ...pupil }) => ({
        ...pupil,
        dateOfBirth: fromDateColumn(dateOfBirth),
        className: schoolClass?.name ?? null,
        status: (status?.status ?? null) as DemoPupil['status'],
        statusFrom: fromDateColumnOrNull(status?.fromOn ?? null),
        need: need?.code ?? null,
        contacts: contacts.map(({ contact: { membershipId, ...contact } }) => ({
          ...contact,
          hasAccount: membershipId !== null,
        })),
      }),
    )
  })
}

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
    share: true,
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
          worries: null,
          atHome: 'Reads the comic alone now and then.',
          nextMeeting: 'Early next term',
          actions: [{ who: 'Class teacher', what: 'Send home the new word cards', by: null }],
        }),
  }
  await must(recordHeldMeeting(actor, id, await versionOf(actor, id), form, on(meeting.on)))
  if (record.copiesOn) {
    const copiesOn = record.copiesOn
    await must(
      recordCopies(
        actor,
        id,
        {
          given: record.came.map((contactId) => ({ contactId, method: 'in-person' as const, on: copiesOn })),
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
