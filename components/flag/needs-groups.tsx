import { Needs } from '@/components/look/needs'
import type { TodayGroup, TodayLine } from '@/lib/flag/rules'
import { groupNote, groupWords, moreWords } from '@/lib/flag/words'
import { inSchool } from './address'

/** Lines of Today with their addresses in the school. */
export const needsOf = (schoolSlug: string, lines: readonly TodayLine[]) =>
  lines.map(({ path, ...line }) => ({ ...line, href: inSchool(schoolSlug, path) }))

/** What waits, in three groups, each act a link to the one place where it is done. */
export function NeedsGroups({ schoolSlug, groups }: { schoolSlug: string; groups: readonly TodayGroup[] }) {
  return groups.map((each) => (
    <section aria-labelledby={each.group} key={each.group}>
      <Needs
        id={each.group}
        kind={each.group}
        heading={groupWords[each.group]}
        note={groupNote(each)}
        needs={needsOf(schoolSlug, each.lines)}
      />
      {each.more.map(({ kind, count, path }) => (
        <p key={kind}>
          <a href={inSchool(schoolSlug, path)}>{moreWords(kind, count)}</a>
        </p>
      ))}
    </section>
  ))
}
