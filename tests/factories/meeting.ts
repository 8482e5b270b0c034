import { insert, newId } from './insert'

type MeetingOver = {
  heldOn?: string
  status?: 'booked' | 'held' | 'cancelled' | 'no-show' | 'declined'
  format?: 'in-person' | 'video' | 'phone'
  ledById?: string | null
  parents?: readonly { id: string }[]
  came?: boolean | null
  isSenDiscussion?: boolean
  roundId?: string | null
  withRecord?: boolean
  youngPersonCame?: boolean
}

/** A meeting held on 14 October, led by the person given, to which the parents given came. */
export async function aMeeting(pupil: { id: string; schoolId: string }, over: MeetingOver = {}) {
  const meeting = {
    id: newId(),
    heldOn: '2026-10-14',
    status: 'held',
    format: 'in-person',
    ledById: null,
    parents: [],
    isSenDiscussion: true,
    roundId: null,
    withRecord: false,
    youngPersonCame: false,
    ...over,
  }
  const came = over.came === undefined ? (meeting.status === 'held' ? true : null) : over.came
  await insert('parent_meetings', {
    school_id: pupil.schoolId,
    id: meeting.id,
    pupil_id: pupil.id,
    status: meeting.status,
    held_on: meeting.heldOn,
    at: '15:30',
    format: meeting.format,
    purpose: 'review',
    led_by_id: meeting.ledById,
    is_sen_discussion: meeting.isSenDiscussion,
    round_id: meeting.roundId,
    young_person_came: meeting.youngPersonCame,
    form_key: newId(),
  })
  for (const parent of meeting.parents)
    await insert('meeting_attendees', {
      school_id: pupil.schoolId,
      id: newId(),
      pupil_id: pupil.id,
      meeting_id: meeting.id,
      contact_id: parent.id,
      came,
    })
  if (meeting.withRecord)
    await insert('meeting_records', {
      school_id: pupil.schoolId,
      id: newId(),
      pupil_id: pupil.id,
      meeting_id: meeting.id,
      outcomes_agreed: 'Carry on with the word list.',
      support_agreed: 'Four times a week.',
      written_on: meeting.heldOn,
      shared_at: '2026-10-15T09:00:00Z',
    })
  return meeting
}
