import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import {
  COMPARE_WITHIN,
  type ConcernFacts,
  type ConcernWaiting,
  concernWaits,
} from '@/lib/concern/waiting.rules'
import { addresses } from './addresses.rules'
import { concernFlag, type OpenConcern } from './family.words'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A concern with what was decided so far. */
export type TodayConcern = OpenConcern & Pick<ConcernFacts, 'answeredOn' | 'decisions'>

const waited = ({ schoolDays }: ConcernWaiting) =>
  schoolDays === 0 ? 'New' : countOf(schoolDays, 'school day')

function stepFlag(concern: TodayConcern, waiting: ConcernWaiting): Flag {
  const { pupilId, pupilName, givenName, className, raisedOn } = concern
  const { step, since, schoolDays, isLate } = waiting
  const raised = `Raised on ${longDate(raisedOn)}`
  const shared = {
    kind: 'concern-next' as const,
    group: isLate ? ('at-risk' as const) : ('coming-up' as const),
    ruleId: waiting.rule ?? '6.19',
    weight: schoolDays,
    pupilId,
    path: addresses.concern(pupilId, concern.id),
    since: waited(waiting),
  }
  const who = (says: string) => whoWords([pupilName, className], says)
  switch (step) {
    case 'compare':
      return {
        ...shared,
        kind: 'compare',
        act: `Set the concern about ${givenName} beside what the school sees`,
        who: who(`${raised}. The school’s promise is ${countOf(COMPARE_WITHIN, 'school day')}`),
        source: 'Code 6.45',
      }
    case 'talk':
      return {
        ...shared,
        act: `Talk over the decision about ${givenName} with the parents`,
        who: who(`Not SEN, decided on ${longDate(since)}; a no is talked over like a yes`),
        source: 'Code 6.20',
      }
    case 'look-again':
      return {
        ...shared,
        act: `Look again at the concern about ${givenName}`,
        who: who(`${raised}, to be looked at on ${longDate(since)}`),
        source: 'Code 6.19',
      }
    case 'answer':
    case 'decide':
      return {
        ...shared,
        act: `Decide on the concern about ${givenName}`,
        who: who(`${raised}, and neither yes nor no since: more than a term`),
        source: 'Code 6.19',
      }
  }
}

/**
 * The lines of one concern on Today. While it has no answer that is the one line: the comparison is made on the same
 * page (R36, R05; 6.17 to 6.24, 6.45).
 */
export function concernFlags(concern: TodayConcern, calendar: SchoolCalendar, today: IsoDate): Flag[] {
  if (concern.answeredOn === null) return [concernFlag(concern, calendar, today)]
  return concernWaits(concern, today, calendar).map((waiting) => stepFlag(concern, waiting))
}
