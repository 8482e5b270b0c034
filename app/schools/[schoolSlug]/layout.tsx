import type { ReactNode } from 'react'
import { signOut } from '@/app/sign-out/actions'
import { Shell } from '@/components/look/shell'
import { roleWords } from '@/lib/person/words'
import { elsewhereOf, homeInSchool, tabsOf } from '@/lib/session/home.rules'
import { requireHats, requireStaff } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }>; children: ReactNode }

/** The binder around every staff page. It protects nothing: each page asks who is there for itself. */
export default async function SchoolLayout({ params, children }: Props) {
  const { schoolSlug } = await params
  const { actor, name, school } = await requireStaff(schoolSlug)
  return (
    <Shell
      home={homeInSchool(actor.role, school.slug)}
      schoolName={school.name}
      person={`${name}, ${roleWords(actor.role)}`}
      whose={actor.membershipId}
      signOut={{ action: signOut }}
      elsewhere={elsewhereOf(await requireHats(), school.slug)}
      tabs={tabsOf(actor.role, school.slug)}
    >
      {children}
    </Shell>
  )
}
