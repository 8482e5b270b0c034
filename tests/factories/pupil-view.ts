import { insert, newId } from './insert'

type ViewOver = { words?: string; shared?: boolean }

/** What a pupil wants said at a meeting, gathered a few days before it. */
export async function aPupilView(
  pupil: { id: string; schoolId: string },
  { meeting, by, ...over }: ViewOver & { meeting: { id: string }; by: { id: string } },
) {
  const view = { id: newId(), words: 'I like the comics best', shared: false, ...over }
  await insert('meeting_pupil_views', {
    ...{ school_id: pupil.schoolId, id: view.id, pupil_id: pupil.id, meeting_id: meeting.id },
    ...{ words: view.words, gathered_how: 'talked', gathered_on: '2026-11-18', recorded_by_id: by.id },
    ...{ recorded_at: '2026-11-18T09:00:00Z', form_key: newId() },
    shared_at: view.shared ? '2026-11-18T09:00:00Z' : null,
  })
  return view
}
