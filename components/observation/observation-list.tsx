import { daysBetween, type IsoDate, longDate, timeOfDay } from '@/lib/calendar/iso-date'
import { laterWords } from '@/lib/do-note/words'
import { Details } from '@/components/look/details'

type Line = {
  id: string
  seenOn: IsoDate
  at: string | null
  place: string
  words: string
  by: string
  writtenOn: IsoDate
  isShared: boolean
  before: readonly {
    id: string
    words: string
    place: string
    replacedBy: string
    replacedOn: IsoDate
    why: string
  }[]
}
type Props = { lines: readonly Line[]; mayCorrect?: readonly string[]; base: string }

/** What was seen of a pupil, newest first, with what each said before it was put right (P41). */
export function ObservationList({ lines, mayCorrect = [], base }: Props) {
  return (
    <ol className="lines">
      {lines.map(({ id, seenOn, at, place, words, by, writtenOn, isShared, before }) => (
        <li key={id}>
          <p>
            <b>{longDate(seenOn)}</b>
            {at && `, ${timeOfDay(at)}`}, {place}
          </p>
          <p className="pre">{words}</p>
          <p className="small soft">
            {[
              by,
              laterWords(Math.max(0, daysBetween(seenOn, writtenOn))),
              isShared ? 'shared with the parents' : 'staff only',
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {mayCorrect.includes(id) && (
            <p className="small">
              <a href={`${base}/observations/${id}`}>
                Correct it
                <span className="govuk-visually-hidden">
                  {' '}
                  ({longDate(seenOn)}, {place})
                </span>
              </a>
            </p>
          )}
          {before.length > 0 && (
            <Details summary="What it said before" small>
              {before.map((was) => (
                <div key={was.id}>
                  <p className="pre">
                    {was.place}: {was.words}
                  </p>
                  <p className="soft">
                    Replaced on {longDate(was.replacedOn)} by {was.replacedBy}: {was.why}
                  </p>
                </div>
              ))}
            </Details>
          )}
        </li>
      ))}
    </ol>
  )
}
