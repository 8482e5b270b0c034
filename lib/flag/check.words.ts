import { dayAndMonth, daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { checkWait, type ClassToCheck } from '@/lib/class-check/rules'
import { lastCheckedWords } from '@/lib/class-check/words'
import { addresses } from './addresses.rules'
import { whoWords } from './pupil.words'
import type { Flag } from './rules'

type NamedCalendar = SchoolCalendar & {
  readonly terms: readonly { readonly name: string; readonly firstDay: IsoDate; readonly lastDay: IsoDate }[]
}

/** A class whose progress nobody has looked at this term, pupils on the register or not (6.17, P02). */
export function checkFlag(line: ClassToCheck, calendar: NamedCalendar, today: IsoDate): Flag | null {
  const { classId, name, teachers, lastCheckedOn } = line
  const wait = checkWait(lastCheckedOn, calendar, today)
  if (!wait) return null
  return {
    kind: 'class-check',
    group: wait.isLate ? 'at-risk' : 'coming-up',
    ruleId: 'P02',
    weight: lastCheckedOn === null ? daysBetween(wait.since, today) + 1 : daysBetween(lastCheckedOn, today),
    pupilId: null,
    act: `Check the progress of ${name}`,
    path: addresses.checkClass(classId),
    who: whoWords(
      [teachers],
      `${lastCheckedWords(lastCheckedOn)}. It clears when the check of every pupil in the class is saved`,
    ),
    since: `Since ${dayAndMonth(wait.since)}`,
    source: 'Code 6.17',
  }
}
