import { longDate } from '@/lib/calendar/iso-date'
import { POINT_KINDS, type ParentPoint } from '@/lib/parent-point/rules'
import { givenWords, pointWords } from '@/lib/parent-point/words'

type Props = {
  points: readonly ParentPoint[]
  /** For the parent themselves: their own words, with the day, and not who they are. */
  forParent?: boolean
}

/** What parents bring, kind by kind, in their own words with the day and how they came (P86). */
export function PointList({ points, forParent = false }: Props) {
  const kinds = POINT_KINDS.filter((kind) => points.some((point) => point.kind === kind))
  return (
    <dl className="govuk-summary-list">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{pointWords[kind]}</dt>
          <dd>
            {points
              .filter((point) => point.kind === kind)
              .map(({ id, words, parentName, how, typedBy, addedOn }) => (
                <div key={id}>
                  <q className="pre">{words}</q>
                  <p className="small soft">
                    {!forParent && `${parentName}, `}
                    {longDate(addedOn)}, {givenWords(how, typedBy)}
                  </p>
                </div>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
