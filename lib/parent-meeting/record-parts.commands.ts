import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { changedFields } from '@/lib/audit/changes.rules'
import type { MeetingToChange } from './loading.reads'
import { type HeldForm, hasBegunRecord } from './held.schema'

type Attendance = {
  /** The parents the form could name; what is known of any other stays as it was. */
  offered: readonly string[]
  form: Pick<HeldForm, 'came' | 'staff' | 'late' | 'left'>
}

/** Writes who came, and answers which of the two lists changed: parents, staff. */
export async function writeAttendance(
  tx: SchoolTx,
  actor: Actor,
  meeting: MeetingToChange,
  { offered, form }: Attendance,
): Promise<string[]> {
  const { came, staff } = form
  const row = { schoolId: actor.schoolId, meetingId: meeting.id, pupilId: meeting.pupilId, came: true }
  const turned = meeting.attendees.filter(({ contactId, membershipId, came: was }) => {
    if (contactId) return offered.includes(contactId) && was !== came.includes(contactId)
    return was !== staff.includes(membershipId ?? '')
  })
  const isHere = (person: { contactId: string | null; membershipId: string | null }) =>
    came.includes(person.contactId ?? '') || staff.includes(person.membershipId ?? '')
  for (const now of [true, false]) {
    const ids = turned.filter((person) => isHere(person) === now).map(({ id }) => id)
    if (ids.length > 0)
      await tx.meetingAttendee.updateMany({ where: { id: { in: ids } }, data: { came: now } })
  }
  const newParents = [...new Set(came)].filter(
    (id) => !meeting.attendees.some(({ contactId }) => contactId === id),
  )
  const newStaff = [...new Set(staff)].filter(
    (id) => !meeting.attendees.some(({ membershipId }) => membershipId === id),
  )
  const added = [
    ...newParents.map((contactId) => ({ ...row, contactId })),
    ...newStaff.map((membershipId) => ({ ...row, membershipId })),
  ]
  if (added.length > 0) await tx.meetingAttendee.createMany({ data: added })
  const hours = await writeHours(tx, meeting.id, form)
  const changed = (isParent: boolean, news: readonly string[]) =>
    news.length > 0 || turned.some(({ contactId }) => (contactId !== null) === isParent)
  return [
    ...(changed(true, newParents) ? ['came'] : []),
    ...(changed(false, newStaff) ? ['staff'] : []),
    ...(hours ? ['hours'] : []),
  ]
}

/** Who came late and who left early; whether any of it changed. */
async function writeHours(
  tx: SchoolTx,
  meetingId: string,
  { late, left }: Pick<HeldForm, 'late' | 'left'>,
): Promise<boolean> {
  const rows = await tx.meetingAttendee.findMany({ where: { meetingId } })
  let changed = false
  for (const { id, contactId, membershipId, cameLate, leftEarly } of rows) {
    const who = contactId ?? membershipId ?? ''
    const data = { cameLate: late.includes(who), leftEarly: left.includes(who) }
    if (data.cameLate === cameLate && data.leftEarly === leftEarly) continue
    changed = true
    await tx.meetingAttendee.updateMany({ where: { id }, data })
  }
  return changed
}

/** Writes what was agreed, where anything was, and answers the names of the parts that changed. */
export async function writeRecord(
  tx: SchoolTx,
  actor: Actor,
  meeting: MeetingToChange,
  form: HeldForm,
  now: Date,
): Promise<string[]> {
  if (!hasBegunRecord(form)) return []
  const { record } = meeting
  const said = {
    outcomesAgreed: form.outcomesAgreed ?? '',
    supportAgreed: form.supportAgreed ?? '',
    parentWillDo: form.parentWillDo,
    pupilWillDo: form.pupilWillDo,
    schoolWillDo: form.schoolWillDo,
    aspirations: form.aspirations,
    worries: form.worries,
    atHome: form.atHome,
    pupilSaid: form.pupilSaid,
    nextMeeting: form.nextMeeting,
  }
  const place = { schoolId: actor.schoolId, meetingId: meeting.id, pupilId: meeting.pupilId }
  if (record) {
    const where = { schoolId_id: { schoolId: actor.schoolId, id: record.id } }
    await tx.meetingRecord.update({ where, data: { ...said, version: { increment: 1 } } })
  } else
    await tx.meetingRecord.create({ data: { ...place, ...said, writtenOn: toDateColumn(schoolDay(now)) } })
  const actions = await writeActions(tx, place, form, record?.sharedAt ?? null, now)
  return [...changedFields(record ?? {}, said), ...(actions ? ['actions'] : [])]
}

type Place = { schoolId: string; meetingId: string; pupilId: string }

// Actions keep their place in the list; one that is taken off stays in the database, marked.
async function writeActions(
  tx: SchoolTx,
  place: Place,
  form: HeldForm,
  shared: Date | null,
  now: Date,
): Promise<boolean> {
  const before = await tx.meetingAction.findMany({
    where: { meetingId: place.meetingId },
    orderBy: { position: 'asc' },
  })
  let changed = false
  for (const [index, { who, what, by }] of form.actions.entries()) {
    const position = index + 1
    const there = before.find((action) => action.position === position)
    const isSame =
      there?.removedAt === null &&
      there.who === who &&
      there.what === what &&
      fromDateColumnOrNull(there.byOn) === by
    if (isSame) continue
    changed = true
    const data = { who, what, byOn: toDateColumnOrNull(by), removedAt: null, sharedAt: shared }
    if (there) await tx.meetingAction.updateMany({ where: { id: there.id }, data })
    else await tx.meetingAction.create({ data: { ...place, position, ...data } })
  }
  const gone = before.filter(
    ({ position, removedAt }) => position > form.actions.length && removedAt === null,
  )
  if (gone.length > 0)
    await tx.meetingAction.updateMany({
      where: { id: { in: gone.map(({ id }) => id) } },
      data: { removedAt: now },
    })
  return changed || gone.length > 0
}
