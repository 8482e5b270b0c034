import { Card } from '@/components/look/card'
import { LINE_KINDS, linesByKind, type PlanLine } from '@/lib/plan-line/rules'
import { kindHeadings, kindQuestions, lineWords } from '@/lib/plan-line/words'

/** The lines for every day by kind, to be read. */
export function PlanLines({ lines }: { lines: readonly PlanLine[] }) {
  return linesByKind(lines).map(({ kind, lines: own }) => (
    <section key={kind}>
      <h3>{kindHeadings[kind]}</h3>
      <ul>
        {own.map((line) => (
          <li key={line.id} className="pre">
            {lineWords(line)}
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** The same as a card of the pupil's page; none where nothing is agreed yet. */
export function EveryDayLines({ lines }: { lines: readonly PlanLine[] }) {
  return (
    lines.length > 0 && (
      <Card heading="Every day">
        <PlanLines lines={lines} />
      </Card>
    )
  )
}

type CardProps = { lines: readonly PlanLine[]; base: string; mayWrite: boolean }

/** The lines for every day on the page of the plan, with the way to change each while it is a draft. */
export function PlanLinesCard({ lines, base, mayWrite }: CardProps) {
  return (
    <Card heading="School life, strategies, quiet and home" id="every-day">
      {lines.length === 0 && (
        <p>
          Nothing yet: which rules bend, what each teacher does, where it is quiet, and what home will do.
        </p>
      )}
      {!mayWrite && <PlanLines lines={lines} />}
      {mayWrite &&
        LINE_KINDS.map((kind) => {
          const own = lines.filter((line) => line.kind === kind)
          return (
            <section key={kind}>
              <h3>{kindHeadings[kind]}</h3>
              <ul className="lines">
                {own.map((line) => (
                  <li key={line.id}>
                    <p className="pre">{lineWords(line)}</p>
                    <p className="small acts">
                      <a href={`${base}/lines/${line.id}`}>
                        Change<span className="govuk-visually-hidden">: {line.words}</span>
                      </a>{' '}
                      <a href={`${base}/lines/${line.id}/remove`}>
                        Remove<span className="govuk-visually-hidden">: {line.words}</span>
                      </a>
                    </p>
                  </li>
                ))}
              </ul>
              <p>
                <a className="act" href={`${base}/lines/add?kind=${kind}`}>
                  {kindQuestions[kind].add}
                </a>
              </p>
            </section>
          )
        })}
    </Card>
  )
}
