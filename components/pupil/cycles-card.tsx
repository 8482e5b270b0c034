import { dateRange, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { CycleStage } from '@/lib/cycle/rules'
import { stageWords } from '@/lib/cycle/words'
import type { ReviewDecision } from '@/lib/review/decision.rules'
import { decisionWords, heldWords, ratingsLine } from '@/lib/review/words'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { Timeline, type TimelineEntry } from '@/components/look/timeline'

/** One cycle on the timeline, as it is read. */
export type CycleShown = {
  id: string
  number: number
  stage: CycleStage
  startedOn: IsoDate
  reviewDue: IsoDate | null
  closedOn: IsoDate | null
  review: {
    heldOn: IsoDate
    daysLate: number
    decision: ReviewDecision
    less: number
    asExpected: number
    more: number
  } | null
  overdueDays: number
}

/** Two school years; a story of seven has twenty, which few read and every page would draw. */
const SHOWN_AT_FIRST = 6

type Props = {
  cycles: readonly CycleShown[]
  base: string
  onRegister: boolean
  mayReadHistory: boolean
  /** What the address asks to see all of. */
  all: string | undefined
}

function Lines({ cycle }: { cycle: CycleShown }) {
  const { stage, startedOn, closedOn, reviewDue, review, overdueDays } = cycle
  if (stage !== 'closed')
    return (
      <>
        <p>
          Since {longDate(startedOn)}
          {reviewDue ? `, review agreed for ${longDate(reviewDue)}` : ''}
        </p>
        {overdueDays > 0 && (
          <p>
            <ToneWord tone="miss">
              Review overdue by {overdueDays} {overdueDays === 1 ? 'day' : 'days'}
            </ToneWord>
          </p>
        )}
      </>
    )
  const range = dateRange(startedOn, closedOn ?? startedOn)
  if (!review) return <p>{range}. Support ended before a review</p>
  return (
    <>
      <p>
        {range}. {review.less + review.asExpected + review.more > 0 ? `${ratingsLine(review)}. ` : ''}
        {decisionWords[review.decision]}
      </p>
      {/* late stays written for ever (R16) */}
      <p>
        {review.daysLate > 0 ? <ToneWord tone="miss">{heldWords(review.daysLate)}</ToneWord> : heldWords(0)}
      </p>
    </>
  )
}

const entryOf = (cycle: CycleShown, base: string): TimelineEntry => {
  const isOpen = cycle.stage !== 'closed'
  const name = isOpen ? `Cycle ${cycle.number}, now in ${stageWords[cycle.stage]}` : `Cycle ${cycle.number}`
  return {
    key: cycle.id,
    kind: isOpen ? 'open' : 'closed',
    heading: <a href={`${base}/cycles/${cycle.id}`}>{name}</a>,
    lines: <Lines cycle={cycle} />,
  }
}

/** A pupil's cycles on a line, the newest first: numbered, linked, never overwritten (6.44). */
export function CyclesCard({ cycles, base, onRegister, mayReadHistory, all }: Props) {
  const [latest] = cycles
  const shown = all === 'cycles' ? cycles : cycles.slice(0, SHOWN_AT_FIRST)
  const earlier = cycles.length - shown.length
  const next: TimelineEntry[] =
    latest && latest.stage !== 'closed'
      ? [
          {
            key: 'next',
            kind: 'next',
            heading: `Cycle ${latest.number + 1}`,
            lines: <p className="soft">Opens when this review is recorded, with this plan filled in</p>,
          },
        ]
      : []
  return (
    <Card heading="Cycles" id="cycles">
      {cycles.length > 0 ? (
        <Timeline entries={[...next, ...shown.map((cycle) => entryOf(cycle, base))]} />
      ) : (
        <p>{onRegister ? 'None started yet.' : 'None: cycles belong to SEN support.'}</p>
      )}
      {earlier > 0 && (
        <p className={mayReadHistory ? 'small' : 'small last'}>
          <a href={`${base}?all=cycles#cycles`}>
            Show {earlier === 1 ? 'the cycle before' : `the ${earlier} cycles before`}
          </a>
        </p>
      )}
      {mayReadHistory && (
        <p className="small last">
          <a href={`${base}/history`}>Everything by date, with who changed and who read it</a>
        </p>
      )}
    </Card>
  )
}
