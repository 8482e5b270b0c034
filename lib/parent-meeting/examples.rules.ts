import { isoDate } from '@/lib/calendar/iso-date'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import { booked, from, held, meeting, on, type WorkedExample } from './example.rules'

const october = held('2026-10-14')
const february = held('2027-02-03')
const allYear = { inScope: [from('2025-09-01')], compulsorySchoolAgeEnds: null }

type Told = Pick<WorkedExample, 'situation' | 'shows' | 'looks'> & Partial<WorkedExample>

const TOLD: readonly Told[] = [
  {
    situation: 'No meeting yet',
    shows: 'Nobody is behind before the first due point.',
    looks: [on('2026-11-21')],
  },
  {
    situation: 'No meeting by the due point',
    shows:
      'A due point has ten school days of its term after it. On the day itself nobody is behind; the day after, they are.',
    looks: [on('2026-12-04'), on('2026-12-05')],
  },
  {
    situation: 'None held, one booked in the next term',
    shows: 'Only what is booked in this term makes up for a meeting that was due in it.',
    looks: [on('2026-12-07')],
    meetings: [booked('2027-01-14')],
  },
  {
    situation: 'One held in the autumn',
    shows: 'One is enough until the due point of the spring term.',
    looks: [on('2027-01-05')],
    meetings: [october],
  },
  {
    situation: 'One held, two school days left',
    shows: 'Two more could still be held, each on a school day of its own.',
    looks: [on('2027-07-20')],
    meetings: [october],
  },
  {
    situation: 'One held, one school day left',
    shows: 'Each meeting needs its own school day, so two more can no longer be held.',
    looks: [on('2027-07-21')],
    meetings: [october],
  },
  {
    situation: 'Two held, the third booked for the last school day',
    shows: 'What is booked for the rest of the term is taken into account.',
    looks: [on('2027-07-21')],
    meetings: [october, february, booked('2027-07-21')],
  },
  {
    situation: 'Two held when the last school day is over',
    shows:
      'The year is closed, and a third was not held. A real meeting before 1 September would still make it three.',
    looks: [on('2027-07-22')],
    meetings: [october, february],
  },
  {
    situation: 'Three held by January',
    shows: 'Three is three, whenever in the year they were held.',
    looks: [on('2027-01-20')],
    meetings: [held('2026-09-15'), held('2026-11-03'), held('2027-01-19')],
  },
  {
    situation: 'Two held, one cancelled, one to which nobody came',
    shows:
      'Only a meeting that was held with a parent counts. The others are shown, so that the school’s effort is seen.',
    looks: [on('2027-07-22')],
    meetings: [
      october,
      february,
      meeting('cancelled', false)('2027-06-10'),
      meeting('no-show', false)('2027-06-24'),
    ],
  },
  {
    situation: 'Joined on 6 January, two held',
    shows:
      'On the register for two of the three terms, so two are expected. “Fewer than three” is shown all the same.',
    looks: [on('2027-07-01')],
    meetings: [held('2027-02-10'), held('2027-05-12')],
    inScope: [from('2027-01-06')],
  },
  {
    situation: 'Put on SEN support on 28 June, none held',
    shows: 'On the register for less than half of every term, so none is expected this year.',
    looks: [on('2027-07-22')],
    inScope: [from('2027-06-28')],
  },
  {
    situation: 'SEN support ended on 12 February, one held',
    shows: 'Two terms ask for a meeting each, and only one was held before support ended.',
    looks: [on('2027-07-22')],
    meetings: [held('2026-11-10')],
    inScope: [from('2026-09-01', '2027-02-12')],
  },
  {
    situation: 'From SEN support to an EHC plan on 13 February, three held, the last an annual review',
    shows: 'Meetings add up across both, and an annual review is one of them.',
    looks: [on('2027-07-22')],
    meetings: [held('2026-11-10'), held('2027-03-03'), held('2027-06-15')],
    inScope: [from('2025-09-01', '2027-02-12'), from('2027-02-13')],
  },
  {
    situation: 'Two held on the same day, and one other',
    shows: 'One a day counts.',
    looks: [on('2027-07-22')],
    meetings: [october, held('2026-10-14', { format: 'video' }), february],
  },
  {
    situation: 'No meeting, two school days left',
    shows: 'Three are needed and two school days are left.',
    looks: [on('2027-07-20')],
  },
  {
    situation: 'Mother on 3 February and father on 5 February in one round, and one in October',
    shows: 'Two parents seen apart in one round count once, on the first of its days.',
    looks: [on('2027-07-22')],
    meetings: [held('2027-02-03', { roundId: 'spring' }), held('2027-02-05', { roundId: 'spring' }), october],
  },
  {
    situation: 'Meetings around midnight when the year turns',
    shows: 'A meeting belongs to the school year of its day in London, also in summer time.',
    looks: [],
  },
  {
    situation: 'One by phone, one by video, one in person',
    shows: 'A school says whether a meeting by phone counts.',
    looks: [
      on('2027-07-22', { phoneCounts: true }, 'where a meeting by phone counts'),
      on('2027-07-22', { phoneCounts: false }, 'where it does not'),
    ],
    meetings: [
      held('2026-10-14', { format: 'phone' }),
      held('2027-02-03', { format: 'video' }),
      held('2027-06-09'),
    ],
  },
  {
    situation:
      'A young person past compulsory school age on 25 June; the third meeting, on 30 June, was with them alone',
    shows: 'From the day after, the young person’s own coming is enough.',
    looks: [on('2027-07-22')],
    meetings: [october, february, held('2027-06-30', { parentAttended: false, youngPersonAttended: true })],
    compulsorySchoolAgeEnds: compulsorySchoolAgeEnds(isoDate('2011-03-10')),
  },
  {
    situation: 'A review due on 12 February, held with a parent on 3 March, and one meeting in October',
    shows: 'It counts as a meeting on the day it was held. That it was late stays written with the review.',
    looks: [on('2027-03-04')],
    meetings: [october, held('2027-03-03')],
    review: { due: isoDate('2027-02-12'), heldOn: isoDate('2027-03-03') },
  },
]

/** The worked examples, numbered as they stand in the rule (8.4). */
export const WORKED_EXAMPLES: readonly WorkedExample[] = TOLD.map((told, place) => ({
  number: place + 1,
  meetings: [],
  ...allYear,
  ...told,
}))
