import type { Actor, Role } from '@/lib/platform/actor'
import { tokenHash } from '@/lib/session/cookie.rules'
import { insert, newId } from './insert'

/** A person with one role in a school. `pupils` are what their actor knows; give them a class or pupils in the database too. */
export async function aMember(
  school: { id: string },
  role: Role,
  over: {
    givenName?: string
    familyName?: string
    email?: string
    pupils?: readonly { id: string }[]
    personId?: string
    untilOn?: string
    passwordHash?: string
  } = {},
) {
  const id = newId()
  const personId = over.personId ?? newId()
  const email = over.email ?? `${id}@school.example`
  const { givenName = 'Tom', familyName = 'Whitfield' } = over
  if (!over.personId)
    await insert('people', { id: personId, email, password_hash: over.passwordHash ?? null })
  await insert('memberships', {
    school_id: school.id,
    id,
    person_id: personId,
    role,
    given_name: givenName,
    family_name: familyName,
    email,
    from_on: '2020-09-01',
    until_on: over.untilOn ?? null,
  })
  const base = { membershipId: id, schoolId: school.id }
  const actor: Actor =
    role === 'class-teacher' || role === 'teaching-assistant' || role === 'parent'
      ? { ...base, role, pupilIds: (over.pupils ?? []).map((pupil) => pupil.id) }
      : { ...base, role }
  return { id, personId, schoolId: school.id, email, name: `${givenName} ${familyName}`, actor }
}

/** A class teacher (or assistant) of one class, whose actor knows the pupils given. */
export async function aTeacherOf(
  school: { id: string },
  schoolClass: { id: string },
  pupils: readonly { id: string }[],
  over: { role?: 'class-teacher' | 'teaching-assistant'; givenName?: string; familyName?: string } = {},
) {
  const { role = 'class-teacher', ...name } = over
  const member = await aMember(school, role, { ...name, pupils })
  await insert('class_staff', {
    school_id: school.id,
    id: newId(),
    class_id: schoolClass.id,
    membership_id: member.id,
    from_on: '2020-09-01',
  })
  return member
}

export async function aClass(school: { id: string }, over: { name?: string } = {}) {
  const schoolClass = { id: newId(), name: `4 Ash ${newId().slice(-6)}`, ...over }
  await insert('classes', { school_id: school.id, ...schoolClass })
  return schoolClass
}

/** Signs a person in without the sign-in page: a live session row, and the token its cookie would hold. */
export async function aSession(member: { personId: string }, at = new Date('2026-11-20T08:59:00Z')) {
  const token = newId() + newId()
  await insert('sessions', {
    token_hash: tokenHash(token),
    person_id: member.personId,
    started_at: at,
    last_seen_at: at,
  })
  return token
}
