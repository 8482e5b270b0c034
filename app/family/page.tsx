import { redirect } from 'next/navigation'
import { ChildrenList } from '@/components/family/children-list'
import { NoChild } from '@/components/family/no-child'
import { DocumentTitle } from '@/components/look/document-title'
import { listChildren } from '@/lib/family/queries'
import { requireHats } from '@/lib/session/require'

/** Where a parent's visit begins: the one child, or a way to each; and kind words where there is none. */
export default async function FamilyPage() {
  const hats = await requireHats()
  const children = await listChildren(hats)
  const [only] = children
  if (only && children.length === 1) redirect(`/family/${only.id}`)
  return (
    <>
      <DocumentTitle>{only ? 'Your children' : 'Nothing to read here'}</DocumentTitle>
      {only ? (
        <ChildrenList all={children} />
      ) : (
        <NoChild worksAtSchool={hats.some(({ actor }) => actor.role !== 'parent')} />
      )}
    </>
  )
}
