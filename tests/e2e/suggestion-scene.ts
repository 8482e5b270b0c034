import { insert, newId } from '@/tests/factories/insert'

type OfCycle = { id: string; pupilId: string; schoolId: string }

/** What a parent thinks would help, not answered yet. */
export async function aSuggestion(cycle: OfCycle, from: { id: string }, by: { id: string }) {
  const id = newId()
  await insert('family_suggestions', {
    ...{ school_id: cycle.schoolId, id, pupil_id: cycle.pupilId, cycle_id: cycle.id, contact_id: from.id },
    ...{ words: 'A quiet place after break', said_on: '2026-11-12', written_by_id: by.id },
    ...{ written_at: '2026-11-12T10:00:00Z', form_key: newId() },
  })
  return id
}
