import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import { type PlanToRead, readerLines } from '@/lib/read-receipt/rules'
import type { Lack } from '@/lib/training/rules'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

const sinceWords = (schoolDays: number) => (schoolDays === 0 ? 'New' : countOf(schoolDays, 'school day'))

/** A plan that this person is asked to read: to think about at first, at risk after five school days (R10, 6.49). */
export function ownReadingFlag(
  plan: PlanToRead,
  membershipId: string,
  calendar: SchoolCalendar,
  today: IsoDate,
): Flag | null {
  const own = readerLines(plan, calendar, today).find((reader) => reader.membershipId === membershipId)
  if (!own || own.wait.isRead) return null
  return {
    kind: 'plan-to-read',
    group: own.wait.isLate ? 'at-risk' : 'coming-up',
    ruleId: 'R10',
    weight: own.wait.schoolDays,
    pupilId: plan.pupilId,
    act: `Read ${plan.pupilName}’s plan`,
    path: `${addresses.pupil(plan.pupilId)}#read`,
    who: whoWords(
      [plan.className],
      `${plan.number === 1 ? 'The plan' : `Version ${plan.number} of the plan`} was published on ${dayAndMonth(plan.publishedOn)}. Say that you have read it`,
    ),
    since: sinceWords(own.wait.schoolDays),
    source: 'Code 6.49',
  }
}

const named = (names: readonly string[]) =>
  names.length <= 2 ? names.join(' and ') : `${names[0] ?? ''} and ${names.length - 1} others`

/** A plan that others who work with the pupil have not read in time, for whoever leads the school (R10, 6.49). */
export function notReadFlag(
  plan: PlanToRead,
  membershipId: string,
  calendar: SchoolCalendar,
  today: IsoDate,
): Flag | null {
  const readers = readerLines(plan, calendar, today)
  const late = readers.filter((reader) => reader.wait.isLate && reader.membershipId !== membershipId)
  const [first] = late
  if (!first) return null
  const read = readers.filter(({ wait }) => wait.isRead).length
  return {
    kind: 'plan-not-read',
    group: 'at-risk',
    ruleId: 'R10',
    weight: first.wait.schoolDays,
    pupilId: plan.pupilId,
    act: `Ask ${named(late.map(({ name }) => name))} to read ${plan.pupilName}’s plan`,
    path: 'read-receipts',
    who: whoWords([plan.className], `${read} of ${readers.length} have read version ${plan.number}`),
    since: sinceWords(first.wait.schoolDays),
    source: 'Code 6.49',
  }
}

/** Somebody gives support without the training that the catalogue asks for: to think about, no more (R11, 6.50). */
export function trainingFlag({ first, pupils }: Lack): Flag {
  return {
    kind: 'training',
    group: 'coming-up',
    ruleId: 'R11',
    weight: pupils.length,
    pupilId: first.pupilId,
    act: `Arrange training in ${first.needed} for ${first.name}, or record it`,
    path: `training?person=${first.membershipId}&training=${encodeURIComponent(first.needed)}`,
    who: `${first.what} for ${named(pupils)} asks for it, and none is recorded`,
    since: pupils.length === 1 ? '1 pupil' : `${pupils.length} pupils`,
    source: 'Code 6.50',
  }
}
