import { insert, newId } from './insert'

/** The note of an early discussion, given to the parents named; with none it is not given yet. */
export async function anEarlyDiscussion(
  pupil: { id: string; schoolId: string },
  by: { id: string },
  over: { heldOn?: string; givenTo?: readonly { id: string }[] } = {},
) {
  const { heldOn = '2026-09-09', givenTo = [] } = over
  const id = newId()
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  await insert('early_discussions', {
    ...own,
    id,
    held_on: heldOn,
    attended: 'Farah Khan, Nadia Mensah and Amira',
    strengths: 'Remembers every story.',
    difficulties: 'Reading alone.',
    parent_concerns: 'She is tired of books.',
    agreed_outcomes: 'Reads a page of a comic alone.',
    next_steps: 'A reading test by October.',
    written_by_id: by.id,
    shared_at: givenTo.length > 0 ? `${heldOn}T15:00:00Z` : null,
  })
  for (const contact of givenTo)
    await insert('early_discussion_deliveries', {
      ...own,
      id: newId(),
      discussion_id: id,
      contact_id: contact.id,
      method: 'in-person',
      given_on: heldOn,
      recorded_by_id: by.id,
    })
  return id
}
