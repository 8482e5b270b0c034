import type { ReactNode } from 'react'
import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { CycleStage } from '@/lib/cycle/rules'
import type { ReviewRecord } from '@/lib/review/record.rules'
import { daysLate, reviewTiming } from '@/lib/review/rules'
import { heldWords } from '@/lib/review/words'
import { ToneTag, ToneWord } from '@/components/look/state-tag'
import { StageList, type StageTask } from './stage-list'

type Gap = { paragraph: string; message: string }

type Props = {
  stage: CycleStage
  /** The address of the cycle. */
  base: string
  activatedOn: IsoDate | null
  reviewDue: IsoDate | null
  today: IsoDate
  doNotes: number
  review: ReviewRecord | null
  assessmentGaps: readonly Gap[]
  missing: readonly Gap[]
  quiet: readonly { id: string; what: string; schoolDays: number }[]
}

const ORDER: readonly CycleStage[] = ['assess', 'plan', 'do', 'review', 'closed']
const isPast = (stage: CycleStage, now: CycleStage) => ORDER.indexOf(stage) < ORDER.indexOf(now)

function Status({ stage, now }: { stage: CycleStage; now: CycleStage }) {
  if (stage === now) return <ToneTag tone="track">Now</ToneTag>
  return isPast(stage, now) ? <ToneTag tone="met">Done</ToneTag> : <ToneTag tone="none">Not begun</ToneTag>
}

const stillToDo = ({ message, paragraph }: Gap) => `Still to do: ${message} (${paragraph})`
const stillToWrite = ({ message, paragraph }: Gap) => `Still to write: ${message} (${paragraph})`

function reviewNotes({ stage, reviewDue, today, review }: Props): ReactNode[] {
  if (review) return [`Held on ${longDate(review.heldOn)}. ${heldWords(review.daysLate)}`]
  if (reviewDue === null || stage === 'closed') return []
  const late = daysLate(reviewDue, today)
  if (late > 0)
    return [
      <ToneWord tone="miss" key="late">
        Overdue by {late} {late === 1 ? 'day' : 'days'}: agreed for {longDate(reviewDue)} (6.53)
      </ToneWord>,
    ]
  if (reviewTiming(reviewDue, today) === 'due-today')
    return [
      <ToneWord tone="risk" icon="by" key="due">
        Due today, {longDate(reviewDue)}
      </ToneWord>,
    ]
  return [`Agreed for ${longDate(reviewDue)}`]
}

function doNotesLines({ doNotes, quiet }: Props): ReactNode[] {
  return [
    ...(doNotes > 0 ? [`${doNotes} ${doNotes === 1 ? 'note' : 'notes'} so far`] : []),
    ...quiet.map(({ id, what, schoolDays }) => (
      <ToneWord tone="risk" key={id}>
        Nothing noted for {schoolDays} school days: {what} (6.52)
      </ToneWord>
    )),
  ]
}

/** Where a cycle stands, stage by stage: what is done, what is still missing and by which paragraph, what is late. */
export function Stages(props: Props) {
  const { stage, base, activatedOn, assessmentGaps, missing } = props
  const isDraft = stage === 'assess' || stage === 'plan'
  const inForce = activatedOn !== null
  const tasks: StageTask[] = [
    {
      stage: 'assess',
      href: `${base}/assess`,
      status: <Status stage="assess" now={stage} />,
      notes: isDraft ? assessmentGaps.map(stillToWrite) : [],
    },
    {
      stage: 'plan',
      href: `${base}/plan`,
      status: <Status stage="plan" now={stage} />,
      notes: isDraft
        ? missing.map(stillToDo)
        : activatedOn
          ? [`In force since ${longDate(activatedOn)}`]
          : [],
    },
    {
      stage: 'do',
      href: inForce ? `${base}/do` : null,
      status:
        stage === 'review' ? <ToneTag tone="track">Goes on</ToneTag> : <Status stage="do" now={stage} />,
      notes: doNotesLines(props),
    },
    {
      stage: 'review',
      href: inForce ? `${base}/review` : null,
      status: <Status stage="review" now={stage} />,
      notes: reviewNotes(props),
    },
  ]
  return <StageList tasks={tasks} />
}
