import { insert, look, newId } from './insert'

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
  if (meeting.withRecord) await aSignedRecord(pupil, meeting)
  return meeting
}

/** What a record made by a factory says. */
export const AGREED = {
  outcomesAgreed: 'Carry on with the word list.',
  supportAgreed: 'Four times a week.',
}

/** A record that was signed off, shared, and is with staff and in the MIS; whether parents have it, a test says. */
async function aSignedRecord(
  pupil: { id: string; schoolId: string },
  meeting: { id: string; heldOn: string; ledById: string | null },
) {
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id, meeting_id: meeting.id }
  const [by] = await look<{ id: string; name: string }>(
    `SELECT id::text, concat_ws(' ', given_name, family_name) AS name FROM memberships
     WHERE school_id = $1 AND role <> 'parent' ORDER BY id = $2 DESC, role = 'senco' DESC, id LIMIT 1`,
    [pupil.schoolId, meeting.ledById],
  )
  const content = {
    ...{
      on: meeting.heldOn,
      format: 'in-person',
      minutes: null,
      leader: by?.name ?? null,
      leaderRole: null,
      noteTaker: null,
    },
    ...{ parents: [], staff: [], pupilPart: null, pupilPartNote: null, pupilSaid: null },
    ...AGREED,
    ...{ parentWillDo: null, pupilWillDo: null, schoolWillDo: null, aspirations: null, worries: null },
    ...{ atHome: null, nextMeeting: null, actions: [] },
  }
  await insert('meeting_records', {
    ...own,
    id: newId(),
    outcomes_agreed: AGREED.outcomesAgreed,
    support_agreed: AGREED.supportAgreed,
    written_on: meeting.heldOn,
    shared_at: '2026-10-15T09:00:00Z',
    signed_number: 1,
  })
  await insert('meeting_record_versions', {
    ...own,
    id: newId(),
    number: 1,
    content: JSON.stringify(content),
    read_back: '[]',
    signed_by_id: by?.id,
    signed_on: meeting.heldOn,
    signed_at: `${meeting.heldOn}T16:30:00Z`,
    form_key: newId(),
  })
  for (const step of ['staff', 'mis'])
    await insert('meeting_record_steps', {
      ...{ ...own, id: newId(), number: 1, step, done_on: meeting.heldOn, recorded_by_id: by?.id },
    })
}
