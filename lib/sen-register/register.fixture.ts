import { isoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import { soughtAs } from './filter.rules'
import type { RegisterLine } from './rules'

/** The day the register is looked at in these tests: a Tuesday in the spring term of 2026/27. */
export const today = isoDate('2027-03-16')

export const standing = (over: Partial<ParentMeetingStanding> = {}): ParentMeetingStanding => ({
  state: 'on-track',
  held: 2,
  required: 3,
  eachYear: 3,
  booked: 0,
  expectedByNow: 2,
  schoolDaysLeft: 74,
  fewerThanThree: (over.held ?? 2) < 3,
  nextDue: isoDate('2027-07-07'),
  ...over,
})

let made = 0

/** A pupil on SEN support in Year 4 with two meetings held and a review to come. */
export function aLine(name: string, over: Partial<RegisterLine> = {}): RegisterLine {
  const also = over.also ?? null
  return {
    pupilId: `pupil-${String((made += 1)).padStart(4, '0')}`,
    name,
    also,
    soughtAs: soughtAs(name, also),
    yearGroup: 4,
    className: '4 Ash',
    status: 'sen-support',
    need: { code: 'SLCN', name: 'Speech, language and communication' },
    stage: 'do',
    cycleId: 'a-cycle',
    reviewDue: isoDate('2027-04-23'),
    daysOverdue: 0,
    standing: standing(),
    sentence: 'Third due by 7 July',
    ...over,
  }
}
