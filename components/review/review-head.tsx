import { PageTitle } from '@/components/look/page-title'
import { ToneWord } from '@/components/look/state-tag'
import { type IsoDate, longDate, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'
import type { HolidayMove, ReviewMove } from '@/lib/review/date.rules'
import type { ReviewTiming } from '@/lib/review/rules'
import { MovesList } from './moves-list'

type Page = {
  cycle: { number: number; name: string; stage: string; reviewDue: IsoDate | null }
  timing: ReviewTiming | null
  overdueDays: number
  expectedOn: IsoDate | null
  holiday: HolidayMove | null
  moves: readonly ReviewMove[]
  draft: { savedBy: string; savedAt: Date } | null
  mayRecord: boolean
}

function Due({ page, base }: { page: Page; base: string }) {
  const { cycle, overdueDays, timing, expectedOn, mayRecord } = page
  if (cycle.stage === 'closed' || !cycle.reviewDue) return null
  return (
    <p>
      Agreed for {longDate(cycle.reviewDue)}.{' '}
      {overdueDays > 0 && (
        <ToneWord tone="miss">
          Overdue by {overdueDays} {overdueDays === 1 ? 'day' : 'days'}
        </ToneWord>
      )}
      {timing === 'due-today' && (
        <ToneWord tone="risk" icon="by">
          Due today
        </ToneWord>
      )}
      {expectedOn && <> Expected on {longDate(expectedOn)} now.</>}{' '}
      {mayRecord && (
        <a href={`${base}/review/move`}>
          {overdueDays > 0 ? 'Note when it is expected' : 'Agree another day'}
        </a>
      )}
    </p>
  )
}

/** The head of the Review page: when it was agreed, what became of that date, and what is written so far (6.53). */
export function ReviewHead({ page, base }: { page: Page; base: string }) {
  const { cycle, draft, holiday } = page
  return (
    <>
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}`}>Review</PageTitle>
      <Due page={page} base={base} />
      {holiday && (
        <p className="govuk-inset-text">
          There is no school on that day. Agree another one by {longDate(holiday.moveBy)}, the last school day
          before it, or hold the review until then.
        </p>
      )}
      <MovesList moves={page.moves} />
      {draft && (
        <p className="soft">
          Draft, saved by {draft.savedBy} on {longDate(schoolDay(draft.savedAt))} at{' '}
          {timeOfDay(schoolTime(draft.savedAt))}. It does not count as held.
        </p>
      )}
    </>
  )
}
