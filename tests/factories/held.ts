import { heldForm } from '@/lib/parent-meeting/held.schema'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import { signRecord } from '@/lib/parent-meeting/signing.commands'
import { givingForm, signForm } from '@/lib/parent-meeting/signing.schema'
import type { Actor } from '@/lib/platform/actor'
import { aFamily, boxes } from './family'
import { aMeeting } from './meeting'
import { look, newId } from './insert'

/** A Friday afternoon, after the meeting. */
export const now = new Date('2026-11-20T16:30:00Z')

/** What the form of a meeting says where only the ordinary is said. */
export const holding = (over: Record<string, unknown> = {}) => ({
  pupilPart: 'views-before',
  heldOn: boxes('2026-11-20'),
  format: 'in-person',
  minutes: '40',
  outcomesAgreed: 'Carry on with the word list',
  supportAgreed: 'Four times a week',
  parentWillDo: 'Five words at bedtime',
  formKey: newId(),
  ...over,
})

/** What each said when it was read back: all agreed, unless a test says otherwise. */
export const signing = (who: readonly string[], over: Record<string, unknown> = {}) =>
  signForm.parse({
    heard: Object.fromEntries(who.map((id) => [id, { heard: 'agreed' }])),
    share: 'yes',
    staff: 'yes',
    formKey: newId(),
    ...over,
  })

/** How each parent has their copy, all on the day of the meeting. */
export const giving = (given: Record<string, string>, steps: readonly string[] = []) =>
  givingForm.parse({
    steps: [...steps],
    given: Object.fromEntries(
      Object.entries(given).map(([id, method]) => [id, { method, on: boxes('2026-11-20') }]),
    ),
  })

/** The version a form about this meeting would be opened with now. */
export const versionOf = async (meeting: { id: string }) =>
  (await look<{ version: number }>('SELECT version FROM parent_meetings WHERE id = $1', [meeting.id]))[0]
    ?.version ?? 0

/** A meeting with the mother, booked for today, and the acts that follow it. */
export async function aHeldMeeting(over: Parameters<typeof aMeeting>[1] = {}) {
  const family = await aFamily()
  const { pupil, teacher, mother } = family
  const meeting = await aMeeting(pupil, {
    heldOn: '2026-11-20',
    status: 'booked',
    parents: [mother],
    ledById: teacher.id,
    ...over,
  })
  const hold = async (
    said: Record<string, unknown> = {},
    { actor = teacher.actor, version }: { actor?: Actor; version?: number } = {},
  ) =>
    recordHeldMeeting(
      actor,
      meeting.id,
      version ?? (await versionOf(meeting)),
      heldForm.parse(holding({ came: [mother.id], ledById: teacher.id, ...said })),
      now,
    )
  const sign = async (said: Record<string, unknown> = {}, actor: Actor = teacher.actor) =>
    signRecord(actor, meeting.id, await versionOf(meeting), signing([mother.id], said), now)
  return { ...family, meeting, hold, sign }
}
