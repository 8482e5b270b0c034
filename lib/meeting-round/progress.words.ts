import type { Stage } from './progress.rules'

/** How far a meeting of a round is, on screen. */
export const stageWords: Record<Stage, string> = {
  'to-choose': 'The family has not chosen a time yet',
  'not-arranged': 'Could not be arranged',
  'not-answered': 'Invited, no answer yet',
  'other-time': 'Asked for another time',
  declined: 'Cannot come',
  coming: 'Will come',
  'held-or-not': 'Its day has passed: held or not?',
  'not-held': 'Not held',
  'no-record': 'Held, no record yet',
  'no-copy': 'Record written, not given to everyone',
  done: 'Held, and the record is given',
}

/** What is to be done next for a meeting, and on which of its pages; nothing where it goes its way. */
export const nextActs: Record<
  Stage,
  { act: string; page: 'arrange' | '' | 'move' | 'record' | 'copies' } | null
> = {
  'to-choose': null,
  'not-arranged': { act: 'Arrange it by hand', page: 'arrange' },
  'not-answered': { act: 'Ask again', page: '' },
  'other-time': { act: 'Find another time', page: 'move' },
  declined: { act: 'Offer another time', page: 'move' },
  coming: null,
  'held-or-not': { act: 'Say whether it was held', page: '' },
  'not-held': { act: 'Arrange another', page: 'arrange' },
  'no-record': { act: 'Write the record', page: 'record' },
  'no-copy': { act: 'Give the record', page: 'copies' },
  done: null,
}
