import { type Constraint, type Level } from './constraints.rules'
import type { RoundState, SencoJoins, Way, Who } from './rules'
import type { Misfit } from './fits.rules'
import type { TimeOfDay, UnplacedWhy } from './timetable.rules'

/** What always holds, whatever a school weighs: nobody and no room twice at once, and hours are kept. */
export const ALWAYS_WORDS = [
  'Nobody on the staff is in two meetings at once',
  'No parent is in two places at once',
  'No room holds two meetings at once',
  'Meetings are within the hours that staff are there',
] as const

/** What a school may weigh, in a sentence each. */
export const constraintWords: Record<Constraint, string> = {
  due: 'Each pupil is met by the day the next meeting or the review is due',
  'own-teacher': 'The pupil’s own teacher leads, nobody in their place',
  siblings: 'Meetings about siblings are back to back',
  prefers: 'Families have the times of day they asked for',
  seats: 'The room has enough seats',
  travel: 'There is time to walk between buildings',
  pause: 'Nobody has meetings for hours without a pause',
  'fair-loads': 'Meetings are spread evenly over the days of each teacher',
  'behind-first': 'Pupils who are behind come first',
}

export const levelWords: Record<Level, string> = {
  must: 'Must',
  strong: 'Matters a lot',
  normal: 'Matters',
  light: 'Matters a little',
  off: 'Does not matter',
}

export const roundStateWords: Record<RoundState, string> = {
  draft: 'Being planned',
  published: 'Published',
  closed: 'Closed',
}

export const wayWords: Record<Way, string> = {
  fixed: 'Fix these times and invite the families',
  choose: 'Let each family choose among the times that are free',
}

/** What each way of publishing does. */
export const wayHints: Record<Way, string> = {
  fixed: 'Parents with an email address are invited by email. For the others there is a letter to print',
  choose:
    'They are asked by email, or with a letter to print, and choose with a link that needs no account. Until they do, the time proposed is kept for them',
}

export const whoWords: Record<Who, string> = {
  behind: 'Those who are behind',
  needing: 'All who still need a meeting this year',
  all: 'Everyone on the register',
  class: 'One class',
  year: 'One year group',
}

export const sencoJoinsWords: Record<SencoJoins, string> = {
  none: 'No',
  behind: 'For pupils who are behind',
  all: 'In every meeting',
}

export const timeOfDayWords: Record<TimeOfDay, string> = {
  morning: 'Morning',
  afternoon: 'Before 3pm',
  'after-school': 'After school, 3pm to 5pm',
  evening: 'From 5pm',
}

const somebody = (who: string | null) => who ?? 'The teacher'

/** Why a meeting has no place, and what would help; `who` is the name of the person it is about. */
export function unplacedWords(why: UnplacedWhy, who: string | null): string {
  const name = somebody(who)
  switch (why) {
    case 'no-parent':
      return 'There is no parent or carer who may be asked. Add one on the pupil’s page'
    case 'no-leader':
      return 'No teacher is named for this pupil. Choose who leads'
    case 'leader-away':
      return `${name} has no hours in this round that are long enough. Add hours, or choose somebody else to lead`
    case 'never-together':
      return `${name} and whoever leads are never there at the same time. Add hours for one of them`
    case 'due-too-soon':
      return `${name} is not there before the day the meeting is due. Add earlier hours, or let the day matter less`
    case 'not-at-their-times':
      return 'Nobody is there at the times of day the family asked for. Add hours, or let their times be a wish'
    case 'no-room':
      return 'No rooms are named. Add the rooms that can be used'
    case 'no-seats':
      return 'No room has enough seats. Add a larger one'
    case 'leader-taken':
      return `${name} has other meetings at every time that would do. Add hours, or choose somebody else to lead`
    case 'staff-taken':
      return `${name} has to be there, and has other meetings at every time that would do`
    case 'family-taken':
      return 'A parent has another meeting at every time that would do'
    case 'rooms-taken':
      return 'Every room is taken at the times that would do. Add a room or hours'
    case 'too-far':
      return `${name} could not walk from the building of the meeting before in time`
    case 'siblings-apart':
      return 'There is no time next to the meeting about the sibling. Add hours, or let it be a wish'
    case 'no-pause':
      return `${name} would have no pause. Add hours, or let the pause be a wish`
    case 'too-many-a-day':
      return `${name} already leads as many meetings a day as you allow. Add days, or allow more`
    default:
      return why satisfies never
  }
}

/** Why a meeting cannot be put in a place by hand; `who` is the name of the person or room, `other` of the pupil whose meeting is in the way. */
export function misfitWords(why: Misfit['why'], who: string | null, other: string | null): string {
  const name = who ?? 'Somebody'
  const meeting = other === null ? 'another meeting' : `the meeting about ${other}`
  switch (why) {
    case 'other-day':
      return 'That day is not one of the days of this round'
    case 'other-lead':
      return `${name} is not the pupil’s own teacher. Choose who leads first, or let it matter less`
    case 'away':
      return `${name} is not there then`
    case 'late':
      return 'That is after the day by which the pupil has to be met'
    case 'not-preferred':
      return 'The family asked for another time of day'
    case 'room-missing':
      return 'Select the room'
    case 'too-few-seats':
      return `${who ?? 'That room'} has too few seats`
    case 'staff':
      return `${name} is in ${meeting} then`
    case 'family':
      return `A parent is in ${meeting} then`
    case 'room':
      return `${who ?? 'That room'} is taken by ${meeting} then`
    case 'travel':
      return `There is no time to walk between that room and ${meeting}`
    case 'siblings':
      return `It is not next to ${meeting}, who is in the same family`
    case 'pause':
      return `${name} would have meetings for too long without a pause`
    case 'load':
      return `${name} leads as many meetings that day as you allow`
    default:
      return why satisfies never
  }
}
