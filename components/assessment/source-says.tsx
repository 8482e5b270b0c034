import { Card } from '@/components/look/card'
import type { AnnotationLine } from '@/lib/assessment/own-words.rules'
import type { SourceLine } from '@/lib/assessment/rules'
import { longDate } from '@/lib/calendar/iso-date'
import { Annotations } from './annotations'

type Props = {
  source: SourceLine
  annotations: readonly AnnotationLine[]
  /** The address of the Assess page. */
  base: string
  mayCorrect: boolean
  mayAddBeside: boolean
}

/** One source in full: who said what and when, who wrote it down, who may read it, and the notes beside it (6.45). */
export function SourceSays({ source, annotations, base, mayCorrect, mayAddBeside }: Props) {
  return (
    <Card label="What was said">
      <p className="pre">{source.words}</p>
      <p className="small soft">
        {source.saidBy}, {longDate(source.saidOn)}. Written down by {source.writtenBy}.{' '}
        {source.isShared
          ? 'Shared with the parents, with the files that hang on it.'
          : 'For staff who work with the pupil only, and so are its files.'}
      </p>
      <Annotations lines={annotations} />
      {mayCorrect && (
        <p>
          <a className="act" href={`${base}/sources/${source.id}/change`}>
            Change this source
          </a>
        </p>
      )}
      {mayAddBeside && (
        <p>
          <a className="act" href={`${base}/beside?source=${source.id}`}>
            Add a note beside it
          </a>
        </p>
      )}
    </Card>
  )
}
