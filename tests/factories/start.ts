import { insert, newId } from './insert'
import { anEarlyDiscussion } from '.'

type Pupil = { id: string; schoolId: string }

/**
 * Nothing waits at the start: the early discussion is written and given to the parents named, the advice service was
 * mentioned, and the assessment of the cycle has the family's views.
 */
export async function startIsDone(
  pupil: Pupil,
  by: { id: string },
  { parents, cycle }: { parents: readonly { id: string }[]; cycle?: { id: string } },
) {
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  await anEarlyDiscussion(pupil, by, { heldOn: '2026-09-08', givenTo: parents })
  await insert('advice_mentions', {
    ...own,
    id: newId(),
    phase: 'primary',
    mentioned_on: '2026-09-08',
    recorded_by_id: by.id,
  })
  if (cycle)
    await insert('assessments', {
      ...own,
      id: newId(),
      cycle_id: cycle.id,
      parent_views: 'She loves maps.',
      parent_views_from: 'Farah Khan',
      parent_views_on: '2026-09-08',
      pupil_views_how: 'declined',
      pupil_views_on: '2026-09-08',
    })
}
