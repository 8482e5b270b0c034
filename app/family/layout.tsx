import type { ReactNode } from 'react'
import { signOut } from '@/app/sign-out/actions'
import { Shell } from '@/components/look/shell'
import { listChildren } from '@/lib/family/queries'
import { elsewhereOf } from '@/lib/session/home.rules'
import { requireHats } from '@/lib/session/require'

/** The family's side of the service: one tab for each child. It protects nothing: each page asks who is there for itself. */
export default async function FamilyLayout({ children }: { children: ReactNode }) {
  const hats = await requireHats()
  const own = await listChildren(hats)
  const schools = [...new Set(own.map(({ schoolName }) => schoolName))]
  const person = hats.find(({ actor }) => actor.role === 'parent') ?? hats[0]
  return (
    <Shell
      variant="family"
      home="/family"
      // Someone without a child here, perhaps by an order of a court, is told of no school either.
      {...(schools.length === 1 && schools[0] ? { schoolName: schools[0] } : {})}
      {...(person ? { person: person.name } : {})}
      signOut={{ action: signOut }}
      elsewhere={elsewhereOf(hats, 'family')}
      tabs={own.map(({ id, label }) => ({ href: `/family/${id}`, label }))}
    >
      {children}
    </Shell>
  )
}
