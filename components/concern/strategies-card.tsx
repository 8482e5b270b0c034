import { longDate } from '@/lib/calendar/iso-date'
import type { StrategyLine } from '@/lib/concern/strategy.rules'
import { effectWords } from '@/lib/concern/words'
import { Card } from '@/components/look/card'

type Props = {
  strategies: readonly StrategyLine[]
  /** The address of the concern. */
  base: string
  mayTry: boolean
}

const daysOf = ({ fromOn, untilOn }: StrategyLine) =>
  untilOn ? `${longDate(fromOn)} to ${longDate(untilOn)}` : `since ${longDate(fromOn)}`

/** What has been tried in class before anyone decides about SEN, and what came of it (6.19, 6.37). */
export function StrategiesCard({ strategies, base, mayTry }: Props) {
  return (
    <Card heading="What has been tried" id="strategies">
      {strategies.length === 0 ? (
        <p>
          Nothing is written down yet. Good teaching aimed at the difficulty comes first, and does not wait
          for a decision (Code of Practice 6.19, 6.37).
        </p>
      ) : (
        <ul className="lines">
          {strategies.map((strategy) => (
            <li key={strategy.id}>
              <p className="pre">{strategy.what}</p>
              <p className="small soft">
                {daysOf(strategy)}, {strategy.writtenBy}
              </p>
              {strategy.effect ? (
                <p className="small">
                  {effectWords[strategy.effect]}.
                  {strategy.effectWords && <span className="pre"> {strategy.effectWords}</span>}
                </p>
              ) : (
                mayTry && (
                  <p className="small">
                    <a href={`${base}/strategies/${strategy.id}`}>
                      Say what came of it<span className="govuk-visually-hidden">: {strategy.what}</span>
                    </a>
                  </p>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {mayTry && (
        <p className="small last">
          <a href={`${base}/strategies/add`}>Write down a strategy</a>
        </p>
      )}
    </Card>
  )
}
