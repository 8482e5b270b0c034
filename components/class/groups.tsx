import { Details } from '@/components/look/details'
import type { ProvisionGroup, SheetLine } from '@/lib/class/rules'
import { groupHowWords } from '@/lib/class/words'
import type { Actor } from '@/lib/platform/actor'
import type { SheetActions } from './sheet-actions'
import { TapRow } from './tap-row'
import { WholeGroup } from './whole-group'

type KeyedLine = SheetLine & { formKey: string }
type Props = {
  schoolSlug: string
  groups: readonly { what: string; lines: readonly KeyedLine[]; whole: readonly string[]; isOwn: boolean }[]
  me: Pick<Actor, 'membershipId' | 'role'>
  /** The provision whose note was just saved. */
  saved: string | undefined
  actions: SheetActions
}

/** Everything in force today by the name of the provision, one's own first, with three keys for each pupil (6.52, P54). */
export function Groups({ schoolSlug, groups, me, saved, actions }: Props) {
  if (groups.length === 0)
    return <p>No provision is in force today. What is planned stands on each pupil’s page.</p>
  return groups.map((group, at) => {
    const how = groupHowWords(group satisfies ProvisionGroup)
    const steps = group.lines.find((line) => line.steps !== null)?.steps
    const place = [group.isOwn ? 'You give this' : null, how].filter(Boolean).join(': ')
    return (
      <section aria-labelledby={`group-${at}`} key={group.lines[0]?.id ?? at}>
        <h2 id={`group-${at}`}>{group.what}</h2>
        {place && <p className="soft">{place}</p>}
        {steps && (
          <Details summary="Steps for today" small>
            <p className="pre">{steps}</p>
          </Details>
        )}
        <WholeGroup
          what={group.what}
          lines={group.lines.filter(({ id }) => group.whole.includes(id))}
          action={actions.whole}
        />
        <ul className="taps">
          {group.lines.map((line) => (
            <TapRow
              key={line.id}
              schoolSlug={schoolSlug}
              line={line}
              saysHow={how === null}
              me={me}
              isSaved={saved === line.id}
              actions={actions}
            />
          ))}
        </ul>
      </section>
    )
  })
}
