import type { Role, StaffRole } from '@/lib/platform/actor'

const WORDS: Record<Role, string> = {
  senco: 'SENCO',
  headteacher: 'headteacher',
  'class-teacher': 'class teacher',
  'teaching-assistant': 'teaching assistant',
  governor: 'governor',
  parent: 'parent or carer',
}

/** What a role is called in the middle of a sentence. */
export const roleWords = (role: Role): string => WORDS[role]

const DUTIES: Record<Role, string> = {
  senco: 'sees that pupils with special educational needs get their support',
  headteacher: 'leads the school',
  'class-teacher': 'answers for the support from day to day',
  'teaching-assistant': 'gives support in lessons',
  governor: 'sees to it that the school does its duty',
  parent: 'knows the child best',
}

/** What somebody with this role does, as it is said to a parent after "who" (P81). */
export const dutyWords = (role: Role): string => DUTIES[role]

/** The roles of staff and governors, with what each is for, as they are offered on a form. */
export const STAFF_ROLES: readonly { value: StaffRole; label: string; hint: string }[] = [
  {
    value: 'class-teacher',
    label: 'Class or subject teacher',
    hint: 'Sees and writes about the pupils they teach',
  },
  {
    value: 'teaching-assistant',
    label: 'Teaching assistant',
    hint: 'Sees the pupils they support and writes Do notes',
  },
  { value: 'senco', label: 'SENCO', hint: 'Sees every pupil and looks after the register' },
  { value: 'headteacher', label: 'Headteacher', hint: 'Sees every pupil and the figures' },
  { value: 'governor', label: 'Governor', hint: 'Sees figures only, and never a name' },
]
