import { type PointsForm, pointsForm } from '@/lib/parent-point/schema'
import { insert, newId } from './insert'

/** The form of what a parent brings. */
export const bringing = (over: Partial<Record<keyof PointsForm, unknown>> = {}): PointsForm =>
  pointsForm.parse({ concern: 'Reading at home ends in tears', formKey: newId(), ...over })

type PointOver = {
  meeting?: { id: string } | null
  kind?: string
  words?: string
  givenBy?: string
  addedAt?: string
}

/** What one parent brings for a pupil, typed in at school by whoever is given; to a meeting where one is named. */
export async function aParentPoint(
  pupil: { id: string; schoolId: string },
  { contact, by, ...over }: PointOver & { contact: { id: string }; by: { id: string } },
) {
  const point = {
    id: newId(),
    kind: 'concern',
    words: 'Reading at home ends in tears',
    givenBy: 'phone',
    addedAt: '2026-11-10T09:00:00Z',
    meeting: null,
    ...over,
  }
  await insert('parent_points', {
    school_id: pupil.schoolId,
    id: point.id,
    pupil_id: pupil.id,
    meeting_id: point.meeting?.id ?? null,
    contact_id: contact.id,
    kind: point.kind,
    words: point.words,
    given_by: point.givenBy,
    added_by_id: by.id,
    added_at: point.addedAt,
    form_key: newId(),
  })
  return point
}
