import { tokenHash } from '@/lib/session/cookie.rules'
import { insert, newId } from '@/tests/factories/insert'

const DAYS = ['2026-11-30', '2026-12-01', '2026-12-02']

type Pupil = { id: string; schoolId: string }

/** A round that is being planned: one pupil has a place in the library, another has none and a reason. */
export async function aRoundToSee(
  [placed, unplaced]: readonly [Pupil, Pupil],
  { teacher, senco }: { teacher: { id: string }; senco: { id: string } },
) {
  const school_id = placed.schoolId
  const [roundId, roomId, roundPupilId] = [newId(), newId(), newId()]
  await insert('meeting_rounds', {
    ...{ school_id, id: roundId, name: 'Winter round', first_on: DAYS[0], last_on: DAYS[2], minutes: 30 },
    ...{
      purpose: 'review',
      format: 'in-person',
      created_by_id: senco.id,
      created_at: '2026-11-19T09:00:00Z',
    },
    ...{ proposed_at: '2026-11-19T09:00:00Z', form_key: newId() },
  })
  await insert('meeting_round_rooms', {
    ...{ school_id, id: roomId, round_id: roundId, name: 'Library', building: 'Main building' },
    ...{ seats: 6, position: 0 },
  })
  const hours = JSON.stringify(DAYS.map((day) => ({ day, from: 930, until: 1080 })))
  for (const { id } of [teacher, senco])
    await insert('meeting_round_staff', { school_id, round_id: roundId, membership_id: id, hours })
  const own = { school_id, round_id: roundId, lead_id: teacher.id, is_behind: true }
  await insert('meeting_round_pupils', {
    ...{ ...own, id: roundPupilId, pupil_id: placed.id, on_day: DAYS[0], starts_at: '15:30' },
    ...{ placed_lead_id: teacher.id, room_id: roomId, due_on: '2026-12-04', is_locked: true },
  })
  await insert('meeting_round_pupils', {
    ...{
      ...own,
      id: newId(),
      pupil_id: unplaced.id,
      unplaced_why: 'leader-taken',
      unplaced_who_id: teacher.id,
    },
  })
  return { roundId, roundPupilId }
}

/** A round whose families are asked to choose: one parent without an email address, and the token of their link. */
export async function aRoundToChoose(
  pupil: Pupil,
  { teacher, senco, parent }: { teacher: { id: string }; senco: { id: string }; parent: { id: string } },
) {
  const school_id = pupil.schoolId
  const [roundId, roundPupilId, linkToken] = [newId(), newId(), newId()]
  await insert('meeting_rounds', {
    ...{ school_id, id: roundId, name: 'Video round', first_on: DAYS[0], last_on: DAYS[2], minutes: 30 },
    ...{ purpose: 'review', format: 'video', created_by_id: senco.id, created_at: '2026-11-19T09:00:00Z' },
    ...{ proposed_at: '2026-11-19T09:00:00Z', published_at: '2026-11-19T09:00:00Z', form_key: newId() },
    ...{ state: 'published', way: 'choose', choose_until: DAYS[0] },
  })
  const hours = JSON.stringify(DAYS.map((day) => ({ day, from: 930, until: 1080 })))
  await insert('meeting_round_staff', { school_id, round_id: roundId, membership_id: teacher.id, hours })
  await insert('meeting_round_pupils', {
    ...{ school_id, id: roundPupilId, round_id: roundId, pupil_id: pupil.id, lead_id: teacher.id },
    ...{ is_behind: false, on_day: DAYS[1], starts_at: '16:00', placed_lead_id: teacher.id },
  })
  await insert('meeting_round_choices', {
    ...{ school_id, id: newId(), round_id: roundId, pupil_id: pupil.id, round_pupil_id: roundPupilId },
    ...{ contact_id: parent.id, token_hash: tokenHash(linkToken), expires_at: '2027-08-31T00:00:00Z' },
  })
  return { roundId, linkToken }
}
