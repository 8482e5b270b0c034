import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { countedMeetings, type CountableMeeting } from './counting.rules'
import { explainedMeter } from './explain.words'
import { dueDays, lastDayOf } from './last-day.rules'
import type { MeetingLine } from './line.rules'
import { parentMeetingStanding, type StandingInput } from './rules'
import { booked, cancelled, declined, held, noShow, period, pupilOn } from './standing.fixture'
import { notCountedWords } from './words'

/** A line of a page for a meeting the rule knows: with Farah Khan, led by Tom Whitfield. */
function lineOf(input: StandingInput, meeting: CountableMeeting, over: Partial<MeetingLine>): MeetingLine {
  const counted = countedMeetings(input).find(({ id }) => id === meeting.id)
  const reason = counted?.reason ?? null
  const farah = [{ contactId: 'farah', name: 'Farah Khan' }]
  return {
    ...meeting,
    version: 1,
    at: meeting.status === 'booked' ? '15:30' : null,
    purpose: 'review',
    place: null,
    plannedMinutes: 30,
    actualMinutes: meeting.status === 'held' ? 40 : null,
    leaderId: 'tom',
    leader: meeting.ledByTeacherOrSenco ? 'Tom Whitfield' : null,
    invited: farah,
    came: meeting.parentAttended ? farah : [],
    staff: [],
    pupilPart: null,
    pupilPartNote: null,
    cancelledBy: null,
    reasonNotHeld: null,
    hasRecord: false,
    signed: null,
    stepsToDo: [],
    noteTaker: null,
    late: [],
    left: [],
    recordDue: null,
    copies: [],
    copyDue: null,
    counts: counted?.counts ?? false,
    reason,
    why: reason && notCountedWords[reason],
    flags: [],
    ...over,
  }
}

function explained(input: StandingInput, over: readonly Partial<MeetingLine>[] = []) {
  const lines = input.meetings.map((meeting, place) => lineOf(input, meeting, over[place] ?? {}))
  const { marks, notCounted, next } = explainedMeter({
    meetings: { standing: parentMeetingStanding(input), meetings: lines },
    due: dueDays(input),
    last: lastDayOf(input),
    today: input.today,
  })
  return {
    marks: marks.map(({ sentence }) => sentence),
    not: notCounted.map(({ sentence }) => sentence),
    next,
  }
}

const october = held('2026-10-14')
const FIRST = 'First: 14 October 2026, in person, 40 minutes. Farah Khan came; Tom Whitfield led.'

describe('the meter explains itself', () => {
  it.each([
    [
      'one held, one to which nobody came, and the second still due',
      explained(pupilOn('2027-01-20', [october, noShow('2026-11-14')])),
      {
        marks: [FIRST, 'Second: due by 11 March 2027.', 'Third: due by 7 July 2027.'],
        not: ['14 November 2026 does not count: no parent came.'],
        next: 'Two more meetings are needed, the next by 11 March. The last school day to begin is 20 July 2027.',
      },
    ],
    [
      'the second booked',
      explained(pupilOn('2027-01-20', [october, booked('2027-02-03')])),
      {
        marks: [
          FIRST,
          'Second: booked for 3 February 2027, 3:30pm, in person with Farah Khan. It counts once it is held.',
          'Third: due by 7 July 2027.',
        ],
        not: [],
        next: 'Two more meetings are needed, the next by 11 March. The last school day to begin is 20 July 2027.',
      },
    ],
    [
      'one more needed',
      explained(pupilOn('2027-06-16', [october, held('2027-02-03')])).next,
      'One more meeting is needed, by 7 July. The last school day for it is 21 July 2027.',
    ],
    [
      'behind the pace',
      explained(pupilOn('2027-03-16', [october])),
      {
        marks: [FIRST, 'Second: was due by 11 March 2027 and is not held.', 'Third: due by 7 July 2027.'],
        not: [],
        next: 'Behind the pace now. Two more meetings are needed, the next by 7 July. The last school day to begin is 20 July 2027.',
      },
    ],
    [
      'three held, by phone, by video and with the pupil',
      explained(
        pupilOn('2027-06-10', [
          held('2026-10-14', { format: 'phone' }),
          held('2027-02-03', { format: 'video' }),
          held('2027-06-09'),
        ]),
        [{}, { actualMinutes: null }, { pupilPart: 'part' }],
      ),
      {
        marks: [
          'First: 14 October 2026, by phone, 40 minutes. Farah Khan came; Tom Whitfield led.',
          'Second: 3 February 2027, by video. Farah Khan came; Tom Whitfield led.',
          'Third: 9 June 2027, in person, 40 minutes. Farah Khan came, and the pupil was there; Tom Whitfield led.',
        ],
        not: [],
        next: 'Nothing more is needed this year: three count.',
      },
    ],
    [
      'called off, declined, on the same day, of a round, without a leader, not about SEN, before the register',
      explained(
        pupilOn(
          '2027-07-22',
          [
            held('2026-09-10'),
            held('2026-11-03', { roundId: 'autumn' }),
            held('2026-11-05', { roundId: 'autumn' }),
            held('2026-12-02'),
            held('2026-12-02', { format: 'video' }),
            cancelled('2027-01-20'),
            declined('2027-02-03'),
            held('2027-02-24', { ledByTeacherOrSenco: false }),
            held('2027-03-10', { isSenDiscussion: false }),
          ],
          { inScope: [period('2026-10-01')] },
        ),
        [{}, {}, {}, {}, {}, { cancelledBy: 'school', reasonNotHeld: 'flu in the office' }],
      ).not,
      [
        '10 September 2026 does not count: not on the register that day.',
        '5 November 2026 does not count: part of a round that counts once.',
        '2 December 2026 does not count: another meeting on the same day counts.',
        '20 January 2027 does not count: cancelled by the school: flu in the office.',
        '3 February 2027 does not count: declined by the parent.',
        '24 February 2027 does not count: not led by a teacher or the SENCO.',
        '10 March 2027 does not count: not about SEN outcomes.',
      ],
    ],
    [
      'booked for a day that has gone, and booked by phone where that does not count',
      explained(
        pupilOn('2027-01-20', [booked('2027-01-14'), booked('2027-02-03', { format: 'phone' })], {
          settings: { ...pupilOn('2027-01-20').settings, phoneCounts: false },
        }),
      ).not,
      [
        '14 January 2027 does not count yet: nobody has said whether it was held.',
        '3 February 2027 would not count: by phone, which this school does not count.',
      ],
    ],
    [
      'part of the year',
      explained(
        pupilOn('2027-07-01', [held('2027-02-10'), held('2027-05-12')], { inScope: [period('2027-01-06')] }),
      ),
      {
        marks: [
          'First: 10 February 2027, in person, 40 minutes. Farah Khan came; Tom Whitfield led.',
          'Second: 12 May 2027, in person, 40 minutes. Farah Khan came; Tom Whitfield led.',
          'Third: not asked of this pupil, who is on the register for part of the year.',
        ],
        not: [],
        next: 'Nothing more is needed this year: two are expected for the part of the year on the register. Fewer than three is shown all the same.',
      },
    ],
    [
      'can no longer be met',
      explained(pupilOn('2027-07-21', [october])).next,
      'Two more meetings are needed, and the school days for that have gone. A meeting held before the end of the school year still counts.',
    ],
    [
      'off the register',
      explained(pupilOn('2027-07-21', [], { inScope: [] })).next,
      'Nothing is counted while the pupil is not on the register.',
    ],
    [
      'the last weeks of the year only',
      explained(pupilOn('2027-07-22', [], { inScope: [period('2027-06-28')] })).next,
      'None is expected this year, because the pupil is on the register for less than half of each term.',
    ],
    [
      'a young person who came alone',
      explained(
        pupilOn('2027-07-01', [held('2027-06-30', { parentAttended: false, youngPersonAttended: true })], {
          compulsorySchoolAgeEnds: isoDate('2027-06-25'),
        }),
        [{ pupilPart: 'all' }],
      ).marks[0],
      'First: 30 June 2027, in person, 40 minutes. The young person came themselves; Tom Whitfield led.',
    ],
  ])('%s', (_what, said, expected) => {
    expect(said).toEqual(expected)
  })
})
