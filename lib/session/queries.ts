import 'server-only'
import type { Actor, Role } from '@/lib/platform/actor'
import { beforeAnySchool } from '@/lib/platform/db'
import { tokenHash } from './cookie.rules'

export type School = { id: string; slug: string; name: string; planName: string }

/** One hat a person wears: who they are in one school, under one role. */
export type Hat = { actor: Actor; name: string; school: School }

type Row = {
  person_id: string
  membership_id: string
  role: Role
  title: string | null
  given_name: string
  family_name: string
  school_id: string
  school_slug: string
  school_name: string
  plan_name: string
  pupil_ids: string[] | null
}

const hatOf = (row: Row): Hat => {
  const base = { membershipId: row.membership_id, schoolId: row.school_id }
  const actor: Actor =
    row.role === 'class-teacher' || row.role === 'teaching-assistant' || row.role === 'parent'
      ? { ...base, role: row.role, pupilIds: row.pupil_ids ?? [] }
      : { ...base, role: row.role }
  return {
    actor,
    name: `${row.given_name} ${row.family_name}`,
    school: { id: row.school_id, slug: row.school_slug, name: row.school_name, planName: row.plan_name },
  }
}

/** Everything the holder of this session is, in every school; null when the session has ended or never was. */
export async function hatsOf(token: string, now: Date): Promise<{ personId: string; hats: Hat[] } | null> {
  const rows = await beforeAnySchool(
    (db) => db.$queryRaw<Row[]>`SELECT * FROM app.session_of(${tokenHash(token)}, ${now})`,
  )
  const [first] = rows
  return first ? { personId: first.person_id, hats: rows.map(hatOf) } : null
}
