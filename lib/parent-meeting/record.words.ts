import type { CopyMethod, MeetingPurpose, NotHeldWay, PupilPart, RecordStep } from './record.rules'

/** What a meeting was for, as it stands on its own. */
export const purposeWords: Record<MeetingPurpose, string> = {
  plan: 'To agree the plan',
  review: 'To review progress',
  'annual-review': 'Annual review of an EHC plan',
  'early-discussion': 'First discussion',
  exit: 'To end SEN support',
  'parents-evening': 'Parents’ evening',
  other: 'Something else',
}

/** What the pupil's part was (6.70). */
export const pupilPartWords: Record<PupilPart, string> = {
  all: 'Came for all of it',
  part: 'Came for part of it',
  'views-before': 'Views gathered beforehand',
  'not-obtained': 'Views not obtained',
}

/** How a copy was given, as it stands on its own. */
export const copyMethodWords: Record<CopyMethod, string> = {
  'in-person': 'Handed over',
  letter: 'By post',
  service: 'On their page in this service',
  link: 'With a link we email now',
  email: 'By email',
  declined: 'Does not want a copy',
}

/** How a booked meeting came to nothing, as it is offered. */
export const notHeldWords: Record<NotHeldWay, string> = {
  school: 'The school cancelled it',
  parent: 'The parents cancelled it',
  declined: 'The parents do not want a meeting',
  'nobody-came': 'Nobody came',
}

/** What else is done with a version of the record, as a box to tick (6.71, R20). */
export const stepWords: Record<RecordStep, string> = {
  staff: 'Staff who teach or support the pupil have it',
  mis: 'The MIS is updated',
}
