import { expect, it } from 'vitest'
import type { SheetProvision, SheetPupil } from '@/lib/class/rules'
import { todaySupport } from './support.words'

const provision = (what: string, over: Partial<SheetProvision> = {}): SheetProvision => ({
  id: what,
  what,
  minutes: 20,
  perWeek: 3,
  groupSize: 6,
  place: 'Library',
  deliverer: 'Joan Pickering',
  deliveredById: 'joan',
  outcome: 'Retell a story in order',
  steps: null,
  aim: null,
  notedToday: [],
  givenThisWeek: 2,
  ...over,
})

const nadia = (provisions: readonly SheetProvision[], over: Partial<SheetPupil> = {}): SheetPupil => ({
  pupilId: 'nadia',
  name: 'Nadia Aziz',
  givenName: 'Nadia',
  classId: 'ash',
  className: '4 Ash',
  isAway: false,
  cycleId: 'cycle',
  inEveryLesson: null,
  outcomes: [],
  provisions,
  ...over,
})

const noted = {
  notedToday: [
    {
      ...{ id: 'note', version: 1, byId: 'joan', line: null, score: null },
      ...{ delivered: 'given' as const, reason: null, at: '09:36', by: 'Joan Pickering', formKey: 'key' },
    },
  ],
}

it('is what is still to be noted, one’s own sessions first, each with the place to note it', () => {
  const support = todaySupport(
    [
      nadia([
        provision('Talk Time'),
        provision('Word list', noted),
        provision('Help card', { deliveredById: 'tom' }),
      ]),
      nadia(
        [provision('Quiet start', { deliveredById: null, outcome: null, deliverer: null, perWeek: null })],
        {
          pupilId: 'temi',
          name: 'Temi Bello',
          classId: 'oak',
          className: '3 Oak',
        },
      ),
    ],
    'joan',
  )
  expect(support.toNote).toEqual([
    {
      act: 'Note Talk Time for Nadia Aziz',
      path: 'pupils/nadia/cycles/cycle/do',
      who: '4 Ash. Retell a story in order; 20 minutes, group of 6, with Joan Pickering, Library',
      since: '2 of 3 this week',
      source: 'Code 6.52',
    },
    expect.objectContaining({ act: 'Note Help card for Nadia Aziz' }),
    expect.objectContaining({
      act: 'Note Quiet start for Temi Bello',
      who: '3 Oak. 20 minutes, group of 6, Library',
      since: '2 this week',
    }),
  ])
  expect(support).toMatchObject({
    sessions: 4,
    noted: 1,
    classes: [
      { id: 'oak', name: '3 Oak', sessions: 1, noted: 0 },
      { id: 'ash', name: '4 Ash', sessions: 3, noted: 1 },
    ],
  })
})

it('is nothing for someone without pupils', () => {
  expect(todaySupport([], 'joan')).toEqual({ toNote: [], sessions: 0, noted: 0, classes: [] })
})
