import type { Actor } from '@/lib/platform/actor'
import { insert, newId } from './insert'
import { aMember } from './member'

type ContactOver = {
  fullName?: string
  relationship?: string
  email?: string | null
  address?: string | null
  restrictedFrom?: string | null
  withAccount?: boolean
  contactId?: string
}

/** A parent of a pupil; with an account they can sign in, and their actor knows the pupil. */
export async function aContact(pupil: { id: string; schoolId: string }, over: ContactOver = {}) {
  const {
    fullName = 'Farah Khan',
    relationship = 'Mother',
    email = null,
    address = null,
    restrictedFrom = null,
    withAccount = false,
  } = over
  const id = over.contactId ?? newId()
  const [givenName = 'Farah', familyName = 'Khan'] = fullName.split(' ')
  const member = withAccount
    ? await aMember({ id: pupil.schoolId }, 'parent', { givenName, familyName, pupils: [pupil] })
    : null
  if (!over.contactId)
    await insert('contacts', {
      school_id: pupil.schoolId,
      id,
      full_name: fullName,
      email,
      address,
      membership_id: member?.id ?? null,
    })
  await insert('pupil_contacts', {
    school_id: pupil.schoolId,
    id: newId(),
    pupil_id: pupil.id,
    contact_id: id,
    relationship,
    restricted_from: restrictedFrom,
  })
  return {
    id,
    schoolId: pupil.schoolId,
    fullName,
    member,
    get actor(): Actor {
      if (!member) throw new Error('this contact has no account')
      return member.actor
    },
  }
}
