import { longDate } from '@/lib/calendar/iso-date'
import { SOURCE_KINDS, type SourceLine } from '@/lib/assessment/rules'
import { sourceWords } from '@/lib/assessment/words'

type Props = {
  sources: readonly (SourceLine & { mayCorrect: boolean })[]
  /** The address of the Assess page. */
  base: string
  mayContribute: boolean
}

/** The eight things the Code asks an assessment to draw on, with what was said under each (6.45). */
export function SourceList({ sources, base, mayContribute }: Props) {
  return (
    <ol className="lines">
      {SOURCE_KINDS.map((kind) => {
        const said = sources.filter((source) => source.kind === kind)
        return (
          <li key={kind}>
            <h3>{sourceWords[kind]}</h3>
            {said.map((source) => (
              <article key={source.id}>
                <p className="pre">{source.words}</p>
                <p className="small soft">
                  {source.saidBy}, {longDate(source.saidOn)}. Written down by {source.writtenBy}.{' '}
                  {source.isShared ? 'Shared with the parents.' : 'Staff only.'}{' '}
                  {source.mayCorrect && (
                    <a href={`${base}/sources/${source.id}`}>
                      Change<span className="govuk-visually-hidden"> what {source.saidBy} said</span>
                    </a>
                  )}
                </p>
              </article>
            ))}
            <p>
              {said.length === 0 && <span className="soft">Nothing yet. </span>}
              {mayContribute && (
                <a href={`${base}/sources/add?kind=${kind}`}>
                  Add<span className="govuk-visually-hidden"> to: {sourceWords[kind]}</span>
                </a>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
