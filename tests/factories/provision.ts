import type { OfCycle } from './cycle'
import { insert, newId } from './insert'

/** A provision that serves the outcomes given. */
export async function aProvision(
  cycle: OfCycle,
  outcomes: readonly { id: string }[],
  over: {
    what?: string
    shared?: boolean
    deliveredById?: string | null
    minutes?: number
    perWeek?: number
    groupSize?: number
    care?: boolean
  } = {},
) {
  const provision = {
    id: newId(),
    what: 'Precision teaching',
    shared: true,
    deliveredById: null,
    minutes: 10,
    perWeek: 4,
    groupSize: 1,
    care: false,
    ...over,
  }
  await insert('provisions', {
    school_id: cycle.schoolId,
    id: provision.id,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    what: provision.what,
    delivered_by_id: provision.deliveredById,
    deliverer: provision.deliveredById ? null : 'Joan Pickering',
    minutes: provision.minutes,
    per_week: provision.perWeek,
    group_size: provision.groupSize,
    care: provision.care,
    from_on: '2026-09-14',
    until_on: '2026-12-04',
    shared_at: provision.shared ? '2026-09-14T10:00:00Z' : null,
  })
  for (const outcome of outcomes)
    await insert('provision_outcomes', {
      school_id: cycle.schoolId,
      pupil_id: cycle.pupilId,
      provision_id: provision.id,
      outcome_id: outcome.id,
    })
  return provision
}

/** An entry of the school's catalogue. */
export async function aCatalogueEntry(
  school: { id: string },
  over: { name?: string; training?: string | null; retiredOn?: string | null } = {},
) {
  const entry = { id: newId(), name: 'Talking group', training: null, retiredOn: null, ...over }
  await insert('catalogue_entries', {
    ...{ school_id: school.id, id: entry.id, name: entry.name, form: 'Small-group work', wave: 'targeted' },
    ...{ minutes: 30, per_week: 3, weeks: 12, group_size: 4, training: entry.training },
    ...{ steps: 'Everyone says one thing first', retired_on: entry.retiredOn },
  })
  return entry
}
