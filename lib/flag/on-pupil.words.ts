import { longDate } from '@/lib/calendar/iso-date'
import type { ViewsLine } from '@/lib/assessment/request.rules'
import type { ConcernLine } from '@/lib/concern/line.rules'
import { COMPARE_WITHIN, type ConcernWaiting } from '@/lib/concern/waiting.rules'
import { ANSWER_WITHIN } from '@/lib/concern/rules'
import type { EarlyLine } from '@/lib/early-discussion/rules'
import { missingWords } from '@/lib/early-discussion/words'
import { addresses } from './addresses.rules'

/** What waits for a pupil: what it is, the paragraph, since when, and what would clear it (8.1). */
export type PupilFlag = {
  readonly ruleId: string
  readonly what: string
  readonly since: string
  readonly source: string
  /** What would clear it, beginning with a verb, and where that is done. */
  readonly clears: string
  readonly path: string
  readonly isAtRisk: boolean
}

const days = (count: number) => `${count} school ${count === 1 ? 'day' : 'days'}`

function concernWaiting(
  pupilId: string,
  { id, from, raisedBy }: ConcernLine,
  wait: ConcernWaiting,
): PupilFlag {
  const { step, since, schoolDays, isLate } = wait
  const shared = {
    ruleId: wait.rule ?? '6.19',
    since: `${longDate(since)}, ${days(schoolDays)}`,
    path: addresses.concern(pupilId, id),
    isAtRisk: isLate,
  }
  switch (step) {
    case 'answer':
      return {
        ...shared,
        what: `The concern of ${from} has no answer yet; the school’s promise is ${days(ANSWER_WITHIN[raisedBy])}`,
        source: raisedBy === 'staff' ? 'Code 6.17' : 'Code 6.20',
        clears: 'Decide on the concern',
      }
    case 'compare':
      return {
        ...shared,
        what: `The concern of ${from} is not set beside the school’s own assessment; the school’s promise is ${days(COMPARE_WITHIN)}`,
        source: 'Code 6.45',
        clears: 'Write what the school sees with a decision on the concern',
      }
    case 'talk':
      return {
        ...shared,
        what: 'The decision of no is not talked over with a parent yet',
        source: 'Code 6.20',
        clears: 'Record with whom it was talked over',
      }
    case 'look-again':
      return {
        ...shared,
        what: `The concern of ${from} was to be looked at again`,
        source: 'Code 6.19',
        clears: 'Decide again on the concern',
      }
    case 'decide':
      return {
        ...shared,
        what: `The concern of ${from} is open for more than a term without yes or no`,
        source: 'Code 6.19',
        clears: 'Decide for SEN support, or not',
      }
  }
}

function earlyWaiting({ pupilId, missing, lacksAdvice, statusFrom }: EarlyLine): PupilFlag[] {
  const early: PupilFlag[] = missing
    ? [
        {
          ruleId: 'R03',
          what: missingWords(missing),
          since: longDate(missing.since),
          source: 'Code 6.39',
          clears: missing.what === 'no-note' ? 'Write down the early discussion' : 'Record who has the note',
          path:
            missing.discussionId === null
              ? addresses.writeEarly(pupilId)
              : addresses.giveEarly(pupilId, missing.discussionId),
          isAtRisk: !missing.isPrompt,
        },
      ]
    : []
  if (!lacksAdvice) return early
  const advice = {
    ruleId: 'R04',
    what: 'The family has not been told about the advice service in this phase',
    since: longDate(statusFrom),
    source: 'Code 6.39',
    clears: 'Record that they were told',
    path: addresses.advice(pupilId),
    isAtRisk: true,
  }
  return [...early, advice]
}

const LACKS = { parentViews: 'the parents’ views', pupilViews: 'the pupil’s own views' } as const

const viewsWaiting = ({ pupilId, cycleId, lacks, startedOn, isAssessing }: ViewsLine): PupilFlag => ({
  ruleId: 'R06',
  what: `The assessment is without ${lacks.map((part) => LACKS[part]).join(' and ')}`,
  since: longDate(startedOn),
  source: 'Code 6.45',
  clears: 'Write down what they say, or that they were asked and did not want to',
  path: addresses.assess(pupilId, cycleId),
  isAtRisk: !isAssessing,
})

/** What waits for one pupil before and at Assess, those at risk first (R03 to R06, R36). */
export function flagsOnPupil(
  pupilId: string,
  known: {
    readonly concerns: readonly ConcernLine[]
    readonly early: EarlyLine | null
    readonly views: readonly ViewsLine[]
  },
): PupilFlag[] {
  const flags = [
    ...known.concerns.flatMap((concern) =>
      concern.waits.map((wait) => concernWaiting(pupilId, concern, wait)),
    ),
    ...(known.early ? earlyWaiting(known.early) : []),
    ...known.views.map(viewsWaiting),
  ]
  return flags.toSorted((a, b) => Number(b.isAtRisk) - Number(a.isAtRisk))
}
