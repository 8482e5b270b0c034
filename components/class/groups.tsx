import type { ProvisionGroup, SheetLine } from '@/lib/class/rules'
import { groupHowWords } from '@/lib/class/words'
import { type TapAction, TapRow } from './tap-row'

type KeyedLine = SheetLine & { formKey: string }
type Props = {
  schoolSlug: string
  groups: readonly { what: string; lines: readonly KeyedLine[] }[]
  /** The provision whose note was just saved. */
  saved: string | undefined
  actionOf: (provisionId: string) => TapAction
}

/** Everything in force today by the name of the provision, with three keys for each pupil (6.52). */
export function Groups({ schoolSlug, groups, saved, actionOf }: Props) {
  if (groups.length === 0)
    return <p>No provision is in force today. What is planned stands on each pupil’s page.</p>
  return groups.map((group, at) => {
    const how = groupHowWords(group satisfies ProvisionGroup)
    return (
      <section aria-labelledby={`group-${at}`} key={group.what}>
        <h2 id={`group-${at}`}>{group.what}</h2>
        {how && <p className="soft">{how}</p>}
        <ul className="taps">
          {group.lines.map((line) => (
            <TapRow
              key={line.id}
              schoolSlug={schoolSlug}
              line={line}
              saysHow={how === null}
              isSaved={saved === line.id}
              action={actionOf(line.id)}
            />
          ))}
        </ul>
      </section>
    )
  })
}
