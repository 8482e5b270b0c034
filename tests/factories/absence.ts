import { insert, newId } from './insert'

/** A pupil written down as away; since 16 November 2026 unless it says otherwise. */
export async function anAbsence(
  pupil: { id: string; schoolId: string },
  by: { id: string },
  over: { from?: string; until?: string | null } = {},
): Promise<{ id: string }> {
  const id = newId()
  await insert('pupil_absences', {
    ...{ school_id: pupil.schoolId, id, pupil_id: pupil.id, reason: 'illness', recorded_by_id: by.id },
    ...{ from_on: over.from ?? '2026-11-16', until_on: over.until ?? null },
    ...{ recorded_at: '2026-11-16T09:00:00Z', form_key: newId() },
  })
  return { id }
}
