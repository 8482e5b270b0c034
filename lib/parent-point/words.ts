import type { PointKind, WayGiven, WayTold } from './rules'

/** What each kind of point is called, above the words of the parent. */
export const pointWords: Record<PointKind, string> = {
  hope: 'Hopes for from this meeting',
  'good-news': 'What goes well',
  concern: 'What is difficult',
  'what-helps': 'What makes it better or worse',
  'child-wish': 'What the child wishes',
  question: 'A question',
}

/** How a parent can have told somebody at school, as it is offered. */
export const wayToldWords: Record<WayTold, string> = {
  phone: 'On the phone',
  'in-person': 'Face to face',
  letter: 'By letter',
  email: 'By email',
}

const GIVEN: Record<WayGiven, string> = {
  link: 'written by themselves, through the link',
  service: 'written by themselves, in the service',
  phone: 'told on the phone',
  'in-person': 'told face to face',
  letter: 'by letter',
  email: 'by email',
}

/** How a point came: "told on the phone, written down by Ruth Adeyemi". */
export const givenWords = (how: WayGiven, typedBy: string | null): string =>
  typedBy === null ? GIVEN[how] : `${GIVEN[how]}, written down by ${typedBy}`
