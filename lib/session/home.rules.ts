import type { Role } from '@/lib/platform/actor'

type Hat = { actor: { role: Role }; school: { slug: string } }
type NamedHat = { actor: { role: Role }; school: { slug: string; name: string } }

/** Where a person's day begins: `hats` come strongest role first. */
export function homeOf(hats: readonly Hat[]): string {
  const [hat] = hats
  if (!hat || hat.actor.role === 'parent') return '/family'
  return homeInSchool(hat.actor.role, hat.school.slug)
}

/** The first page of a role in a school. */
export function homeInSchool(role: Role, slug: string): string {
  const school = `/schools/${slug}`
  return role === 'governor' ? `${school}/oversight` : role === 'parent' ? '/family' : school
}

/** The other places of someone who wears several hats: each school they also serve, and their own children's pages. */
export function elsewhereOf(hats: readonly NamedHat[], here: string): { href: string; label: string }[] {
  const schools = new Map(
    hats
      .filter(({ actor, school }) => actor.role !== 'parent' && school.slug !== here)
      .map(({ actor, school }) => [
        school.slug,
        { href: homeInSchool(actor.role, school.slug), label: school.name },
      ]),
  )
  const isParent = here !== 'family' && hats.some(({ actor }) => actor.role === 'parent')
  return [...schools.values(), ...(isParent ? [{ href: '/family', label: 'My own children' }] : [])]
}

type Tab = { href: string; label: string; also?: readonly string[] }

/** The tabs a role has in a school: only pages that are there for them. */
export function tabsOf(role: Role, slug: string): Tab[] {
  const school = `/schools/${slug}`
  const today = { href: school, label: 'Today' }
  const register = { href: `${school}/sen-register`, label: 'Register', also: [`${school}/pupils`] }
  const meetings = {
    href: `${school}/parent-meetings`,
    label: 'Meetings',
    also: [`${school}/meeting-rounds`],
  }
  const classes = { href: `${school}/classes`, label: 'Classes' }
  const oversight = { href: `${school}/oversight`, label: 'Oversight', also: [`${school}/forecast`] }
  const setUp = {
    href: `${school}/settings`,
    label: 'School',
    also: ['calendar', 'people', 'import', 'catalogue', 'training', 'mail'].map(
      (page) => `${school}/${page}`,
    ),
  }
  switch (role) {
    case 'senco':
    case 'headteacher':
      return [today, register, meetings, classes, oversight, setUp]
    case 'class-teacher':
      return [today, { ...register, label: 'My pupils' }, classes, meetings]
    case 'teaching-assistant':
      return [today, { ...register, label: 'My pupils' }, classes]
    case 'governor':
      return [oversight]
    case 'parent':
      return []
    default:
      return role satisfies never
  }
}
