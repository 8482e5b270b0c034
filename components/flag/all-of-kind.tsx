import { BackLink } from '@/components/look/back-link'
import { EmptyState } from '@/components/look/empty-state'
import { Needs } from '@/components/look/needs'
import { PageTitle } from '@/components/look/page-title'
import { type Flag, FLAG_GROUPS, type FlagKind } from '@/lib/flag/rules'
import { groupNote, groupWords, kindHeading } from '@/lib/flag/words'
import { needsOf } from './needs-groups'

type Props = { schoolSlug: string; kind: FlagKind; flags: readonly Flag[] }

/** All lines of one kind, where Today shows only the first of them. */
export function AllOfKind({ schoolSlug, kind, flags }: Props) {
  const groups = FLAG_GROUPS.map((group) => ({ group, lines: flags.filter((flag) => flag.group === group) }))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}`}>Back to Today</BackLink>
      <PageTitle>{kindHeading(kind)}</PageTitle>
      {flags.length === 0 && (
        <EmptyState heading="None today">
          <p>All of it is done.</p>
        </EmptyState>
      )}
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ group, lines }) => (
          <section aria-labelledby={group} key={group}>
            <Needs
              id={group}
              kind={group}
              heading={groupWords[group]}
              note={groupNote({ group, lines, more: [], count: lines.length })}
              needs={needsOf(schoolSlug, lines)}
            />
          </section>
        ))}
    </>
  )
}
