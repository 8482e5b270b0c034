import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { type ForecastPupil, LONG_GAP_DAYS } from '@/lib/forecast/rules'
import { gapWords } from '@/lib/forecast/words'
import { pupilsWords } from '@/lib/oversight/words'

type Named = Pick<ForecastPupil['line'], 'pupilId' | 'name' | 'className'>

function Names({
  school,
  lines,
}: {
  school: string
  lines: readonly { line: Named; says: string | null }[]
}) {
  return (
    <ul className="lines">
      {lines.map(({ line, says }) => (
        <li key={line.pupilId}>
          <p>
            <a href={`${school}/pupils/${line.pupilId}/parent-meetings`}>{line.name}</a>
            {line.className && `, ${line.className}`}
          </p>
          {says && <p className="small soft">{says}</p>}
        </li>
      ))}
    </ul>
  )
}

type GapProps = {
  school: string
  gaps: readonly { line: Named; gap: NonNullable<ForecastPupil['gap']> }[]
}

/** Who has not been met for a long time, over the turn of the year too: a school-year count does not see that (8.3). */
export function GapCard({ school, gaps }: GapProps) {
  return (
    <Card heading={`Not met for more than ${LONG_GAP_DAYS} days`}>
      {gaps.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <Details summary={pupilsWords(gaps.length)}>
          <Names school={school} lines={gaps.map(({ line, gap }) => ({ line, says: gapWords(gap) }))} />
        </Details>
      )}
      <p className="small soft">Counted over all years. A prompt of ours, not the Code’s.</p>
    </Card>
  )
}

/** Whose meetings lie in one term while another had none: shown, never counted otherwise. */
export function BunchedCard({ school, lines }: { school: string; lines: readonly Named[] }) {
  return (
    <Card heading="Bunched in one term">
      {lines.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <Details summary={pupilsWords(lines.length)}>
          <Names school={school} lines={lines.map((line) => ({ line, says: null }))} />
        </Details>
      )}
      <p className="small soft">
        Two or more in one term and none in another. The Code counts the year; one guide for parents asks for
        one each term.
      </p>
    </Card>
  )
}
