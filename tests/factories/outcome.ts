import type { OfCycle } from './cycle'
import { insert, newId } from './insert'

/** A long-term outcome that is worked towards, and so shared with the parents, with the step that began it. */
export async function aLongTermOutcome(pupil: { id: string; schoolId: string }, recordedById: string) {
  const id = newId()
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  const life = { status: 'active', shared_at: '2026-09-14T10:00:00Z' }
  await insert('long_term_outcomes', {
    ...{ ...own, ...life, id, will_do: 'Amira will read a bedtime story to her brother', wish: 'pupil' },
    status_from: '2026-09-14',
  })
  await insert('long_term_outcome_steps', {
    ...{ ...own, id: newId(), long_term_outcome_id: id, status: 'active', from_on: '2026-09-14' },
    ...{ recorded_by_id: recordedById, recorded_at: '2026-09-14T10:00:00Z' },
  })
  return id
}

/** A SMART outcome of a cycle, shared unless the test says not. */
export async function anOutcome(
  cycle: OfCycle,
  over: {
    willDo?: string
    position?: number
    shared?: boolean
    target?: string | null
    baseline?: string | null
  } = {},
) {
  const outcome = {
    id: newId(),
    willDo: 'Amira will read 40 of the 50 words on her list aloud',
    position: 1,
    shared: true,
    target: '40',
    baseline: '16',
    ...over,
  }
  await insert('outcomes', {
    school_id: cycle.schoolId,
    id: outcome.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    position: outcome.position,
    will_do: outcome.willDo,
    measure: 'Words read aloud',
    unit: 'words',
    baseline: outcome.baseline,
    baseline_on: '2026-09-08',
    target: outcome.target,
    by_on: '2026-12-04',
    why: 'She wants to read comics',
    expected_impact: 'Reads her class book',
    shared_at: outcome.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return outcome
}
