import type { Role } from '@/lib/platform/actor'

/** The way to the rounds of meetings, for those who may see them. */
export function RoundsLink({ base, role }: { base: string; role: Role }) {
  if (role === 'teaching-assistant') return null
  return <a href={`${base}/meeting-rounds`}>Plan many at once: meeting rounds</a>
}
