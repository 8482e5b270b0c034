import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { NotedProvision } from '@/lib/do-note/delivered.rules'
import { deliveryFlag, noteQuestionFlag, oversightFlag, underAimFlag } from './do.words'

const day = (text: string) => isoDate(`2026-${text}`)
const provision: NotedProvision = {
  ...{
    id: 'p',
    what: 'Talk Time',
    deliverer: 'Joan Pickering',
    deliveredById: 'joan',
    cycleId: 'c',
    minutes: 20,
  },
  ...{
    perWeek: 3,
    from: day('11-02'),
    until: null,
    reviewDue: day('12-04'),
    closedOn: null,
    responsibleId: 'tom',
  },
  ...{
    pupilId: 'nadia',
    pupilName: 'Nadia Aziz',
    className: '4 Ash',
    sessions: [],
    lookedOn: null,
    away: [],
  },
}

it.each([
  [
    deliveryFlag(provision, { ruleId: 'R12', since: day('11-05'), schoolDays: 10 }),
    [
      'at-risk',
      'Note Talk Time for Nadia Aziz, given or not',
      'pupils/nadia/cycles/c/do',
      '4 Ash, Joan Pickering. Not noted since 5 November',
      '10 school days',
    ],
  ],
  [
    deliveryFlag(provision, { ruleId: 'R13', since: day('11-13'), share: 0.57 }),
    [
      'at-risk',
      'See why Talk Time is given less than planned for Nadia Aziz',
      'pupils/nadia/cycles/c/do',
      '4 Ash, Joan Pickering. 57% of what was planned; it clears at 60%',
      'Since 13 November',
    ],
  ],
  [
    underAimFlag(
      { ...provision, id: 'o', willDo: 'Read 40 words' },
      { count: 4, since: day('10-01'), lastOn: day('10-22') },
    ),
    [
      'coming-up',
      'Think again about the support for Nadia Aziz',
      'pupils/nadia/cycles/c/do/measurements/o',
      '4 Ash. 4 points in a row off the aim line: Read 40 words',
      'Since 1 October',
    ],
  ],
  [
    oversightFlag(provision, 20),
    [
      'coming-up',
      'Look at Talk Time for Nadia Aziz, and note what you saw',
      'pupils/nadia/cycles/c/do#oversight',
      '4 Ash. Joan Pickering gives it, you answer for it',
      '20 school days',
    ],
  ],
  [
    noteQuestionFlag(
      { ...provision, doNoteId: 'n', about: 'Talk Time', askedBy: 'Tom Whitfield', askedOn: day('11-18') },
      2,
    ),
    [
      'at-risk',
      'Answer Tom Whitfield’s question about Nadia Aziz',
      'pupils/nadia/cycles/c/do/notes/n',
      '4 Ash. Talk Time',
      'Asked 18 November',
    ],
  ],
])('%#: says what to do, for whom, and since when', (flag, said) => {
  expect([flag.group, flag.act, flag.path, flag.who, flag.since]).toEqual(said)
  expect(flag.source).toBe('Code 6.52')
})
