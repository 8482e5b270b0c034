import type { OfCycle } from './cycle'
import { insert, newId } from './insert'

/** A note that a provision was given. */
export async function aDoNote(
  cycle: OfCycle,
  author: { id: string },
  over: {
    happenedOn?: string
    delivered?: string
    observation?: string
    shared?: boolean
    provisionId?: string | null
    outcomeId?: string | null
    measured?: string | null
  } = {},
) {
  const note = {
    id: newId(),
    happenedOn: '2026-11-18',
    delivered: 'given',
    observation: 'Read two new words.',
    shared: false,
    provisionId: null,
    outcomeId: null,
    measured: null,
    ...over,
  }
  await insert('do_notes', {
    school_id: cycle.schoolId,
    id: note.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    provision_id: note.provisionId,
    outcome_id: note.outcomeId,
    happened_on: note.happenedOn,
    delivered: note.delivered,
    minutes: 10,
    observation: note.observation,
    measured: note.measured,
    written_by_id: author.id,
    written_at: '2026-11-18T15:00:00Z',
    shared_at: note.shared ? '2026-11-18T15:00:00Z' : null,
    form_key: newId(),
  })
  return note
}
