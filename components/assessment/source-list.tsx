import type { ReactNode } from 'react'
import { ageWords } from '@/lib/assessment/age.words'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { type AnnotationLine, areOwnWords } from '@/lib/assessment/own-words.rules'
import { SOURCE_KINDS, type SourceKind, type SourceLine } from '@/lib/assessment/rules'
import { filesWords, sourceWords } from '@/lib/assessment/words'
import { Annotations } from './annotations'

type Source = SourceLine & { mayCorrect: boolean }

type Props = {
  sources: readonly Source[]
  annotations: readonly AnnotationLine[]
  /** The address of the Assess page. */
  base: string
  mayContribute: boolean
  /** What the family says may be added later than the rest. */
  mayAddViews: boolean
  today: IsoDate
  /** What stands under the specialists: those who were asked, by the age of their report. */
  advice: ReactNode
}

function OneSource({
  source,
  annotations,
  base,
  mayAddViews,
  today,
}: Omit<Props, 'sources'> & { source: Source }) {
  return (
    <article>
      <p className="pre">{source.words}</p>
      <p className="small soft">
        {source.saidBy}, {longDate(source.saidOn)}
        {source.kind === 'specialist' && `, ${ageWords(source.saidOn, today)}`}. Written down by{' '}
        {source.writtenBy}. {source.isShared ? 'Shared with the parents.' : 'Staff only.'}{' '}
        <a href={`${base}/sources/${source.id}`}>
          {filesWords(source.files)}
          <span className="govuk-visually-hidden"> with what {source.saidBy} said</span>
        </a>{' '}
        {source.mayCorrect && (
          <a href={`${base}/sources/${source.id}/change`}>
            Change<span className="govuk-visually-hidden"> what {source.saidBy} said</span>
          </a>
        )}
        {areOwnWords(source.kind) && mayAddViews && (
          <a href={`${base}/beside?source=${source.id}`}>
            Add a note beside it<span className="govuk-visually-hidden">: what {source.saidBy} said</span>
          </a>
        )}
      </p>
      <Annotations lines={annotations.filter(({ sourceId }) => sourceId === source.id)} />
    </article>
  )
}

const mayAdd = (kind: SourceKind, { mayContribute, mayAddViews }: Props) =>
  mayContribute || (mayAddViews && areOwnWords(kind))

/** The eight things the Code asks an assessment to draw on, with what was said under each (6.45). */
export function SourceList(props: Props) {
  const { sources, base } = props
  return (
    <ol className="lines">
      {SOURCE_KINDS.map((kind) => {
        const said = sources.filter((source) => source.kind === kind)
        return (
          <li key={kind}>
            <h3>{sourceWords[kind]}</h3>
            {kind === 'specialist' && props.advice}
            {said.map((source) => (
              <OneSource key={source.id} {...props} source={source} />
            ))}
            <p>
              {said.length === 0 && <span className="soft">Nothing yet. </span>}
              {mayAdd(kind, props) && (
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
