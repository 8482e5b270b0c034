import { Card } from '@/components/look/card'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { withUnit } from '@/lib/outcome/words'

type Replaced = {
  id: string
  on: IsoDate
  value: string | null
  writtenBy: string
  why: string
  replacedBy: string
  replacedOn: IsoDate
}
type Props = {
  outcome: MeasuredOutcome
  replaced: readonly Replaced[]
  mayCorrect: readonly string[]
  here: string
  noteAddress: (doNoteId: string) => string
}

/** Every measurement with who took it, and what was put right: nothing is overwritten. */
export function MeasurementLines({ outcome, replaced, mayCorrect, here, noteAddress }: Props) {
  const { points, unit } = outcome
  return (
    <>
      {points.length > 0 && (
        <Card heading={points.length === 1 ? '1 measurement' : `${points.length} measurements`}>
          <ol className="lines">
            {points.toReversed().map(({ id, on, value, note, by, doNoteId, byItself, isShared }) => (
              <li key={id}>
                <p>
                  <b>{longDate(on)}</b> {withUnit(value, unit)}
                </p>
                {note && <p className="pre">{note}</p>}
                <p className="small soft">
                  {[by, isShared ? 'shared with the parents' : 'staff only'].filter(Boolean).join(', ')}
                </p>
                {byItself && mayCorrect.includes(id) && (
                  <p className="small">
                    <a href={`${here}/${id}`}>
                      Correct it<span className="govuk-visually-hidden"> ({longDate(on)})</span>
                    </a>
                  </p>
                )}
                {doNoteId && (
                  <p className="small">
                    <a href={noteAddress(doNoteId)}>
                      The Do note it came with<span className="govuk-visually-hidden"> ({longDate(on)})</span>
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {replaced.length > 0 && (
        <Card heading="What was put right">
          <ol className="lines">
            {replaced.map(({ id, on, value, writtenBy, why, replacedBy, replacedOn }) => (
              <li key={id}>
                <p>
                  {longDate(on)}: {value === null ? 'taken back' : withUnit(value, unit)}, by {writtenBy}
                </p>
                <p className="small soft">
                  Replaced on {longDate(replacedOn)} by {replacedBy}: {why}
                </p>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </>
  )
}
