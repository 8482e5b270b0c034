import type { Going } from './rules'

/** How it goes without SEN support, as it is chosen and shown. */
export const goingWords: Record<Going, string> = {
  well: 'It goes well',
  'some-worry': 'There is some worry',
  'support-again': 'SEN support is needed again',
}

/** What each leads to. */
export const goingHints: Record<Going, string> = {
  well: 'What is ordinarily given to all is enough',
  'some-worry': 'Look again soon, and write down a concern where it helps',
  'support-again': 'Talk it over with the family; the SENCO puts the pupil on SEN support again',
}

/** How somebody was told. */
export const endToldWords = {
  'in-person': 'In person',
  letter: 'By letter',
  email: 'By email',
  phone: 'By phone',
} as const
