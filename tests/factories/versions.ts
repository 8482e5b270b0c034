import { insert, newId } from './insert'

type OfCycle = { id: string; pupilId: string; schoolId: string }

const CONTENT = {
  ...{ cycleNumber: 1, activatedOn: '2026-09-14', reviewDue: '2026-12-04', responsible: null },
  ...{ aspirations: 'To read alone', inEveryLesson: 'One step at a time', atHome: null, pupilViews: null },
  ...{ outcomes: [], provisions: [], lines: [], people: [], agreement: [] },
  consultation: { parents: null, parentsNote: null, pupil: null, pupilNote: null },
}

/** A version of a cycle's plan, as it was published: the first, unless it says otherwise. */
export async function aVersion(
  cycle: OfCycle,
  by: { id: string },
  { number = 1, responsible = null }: { number?: number; responsible?: object | null } = {},
) {
  const id = newId()
  await insert('plan_versions', {
    ...{ school_id: cycle.schoolId, id, pupil_id: cycle.pupilId, cycle_id: cycle.id, number },
    ...{ published_at: '2026-09-14T10:00:00Z', published_by_id: by.id, applies_from: '2026-09-14' },
    reason: number === 1 ? null : 'Somebody else is responsible',
    content: JSON.stringify({ ...CONTENT, responsible }),
  })
  return { id }
}

/** A change of a plan in force that is being written; nothing of it is different yet. */
export async function anOpenChange(cycle: OfCycle, by: { id: string }) {
  const id = newId()
  await insert('plan_changes', {
    ...{ school_id: cycle.schoolId, id, pupil_id: cycle.pupilId, cycle_id: cycle.id },
    ...{ opened_at: '2026-10-12T09:00:00Z', opened_by_id: by.id },
  })
  return { id }
}
