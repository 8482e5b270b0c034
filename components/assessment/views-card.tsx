import type { AnnotationAbout, AnnotationLine } from '@/lib/assessment/own-words.rules'
import type { AssessmentRecord } from '@/lib/assessment/rules'
import { saidLine, viewsHowWords } from '@/lib/assessment/words'
import { Card } from '@/components/look/card'
import { Annotations } from './annotations'

type Props = {
  assessment: AssessmentRecord
  annotations: readonly AnnotationLine[]
  givenName: string
  /** The address of the Assess page. */
  base: string
  mayWrite: boolean
  mayAddViews: boolean
}

type Part = { about: AnnotationAbout; who: string; views: string | null; said: string | null; write: string }

function Views({ part, ...props }: Props & { part: Part }) {
  const { annotations, base, mayWrite, mayAddViews } = props
  const { about, who, views, said, write } = part
  return (
    <section aria-label={who}>
      <h3>{who === 'the parents' ? 'The parents' : who}</h3>
      {views === null && said === null && <p className="soft">Nothing written yet</p>}
      {views !== null && <p className="pre">“{views}”</p>}
      {said && <p className="small soft">{said}</p>}
      <Annotations lines={annotations.filter((line) => line.about === about)} />
      <p className="small">
        {views === null
          ? mayWrite && <a href={`${base}/${about}`}>Write down {write}</a>
          : mayAddViews && (
              <>
                <a href={`${base}/sources/add?kind=${about === 'parent-views' ? 'parent' : 'pupil'}`}>
                  Add what {who} said later
                </a>
                {', or '}
                <a href={`${base}/beside?about=${about}`}>
                  a note beside it<span className="govuk-visually-hidden">: {write}</span>
                </a>
              </>
            )}
      </p>
    </section>
  )
}

/** What the parents and the pupil say: their words, which staff add to and never alter (6.45). */
export function ViewsCard(props: Props) {
  const { assessment, givenName } = props
  const how = assessment.pupilViewsHow && viewsHowWords[assessment.pupilViewsHow]
  return (
    <Card heading="What they say">
      <Views
        {...props}
        part={{
          about: 'parent-views',
          who: 'the parents',
          views: assessment.parentViews,
          said: saidLine(assessment.parentViewsFrom, assessment.parentViewsOn),
          write: 'what the parents say',
        }}
      />
      <Views
        {...props}
        part={{
          about: 'pupil-views',
          who: givenName,
          views: assessment.pupilViews,
          said: saidLine(how, assessment.pupilViewsOn),
          write: `what ${givenName} says`,
        }}
      />
      <p className="small soft last">Their words stay as they were written. You can only add to them.</p>
    </Card>
  )
}
