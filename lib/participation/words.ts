import type { Activity, Joined, ParticipationCounts, ParticipationNote } from './rules'

/** One of each activity, and several. */
const WORDS: Record<Activity, readonly [one: string, many: string]> = {
  lesson: ['lesson', 'lessons'],
  club: ['club', 'clubs'],
  trip: ['trip', 'trips'],
  playtime: ['playtime', 'playtimes'],
  other: ['other time', 'other times'],
}

/** An activity as it is offered. */
export const activityWords: Record<Activity, string> = {
  lesson: 'A lesson',
  club: 'A club',
  trip: 'A trip or visit',
  playtime: 'A playtime or lunchtime',
  other: 'Something else',
}

/** How it went, as it is offered and as it is read. */
export const joinedWords: Record<Joined, string> = {
  'missed-for-support': 'Missed it, because help was given then',
  'could-not-join': 'Could not join in',
  joined: 'Joined in, because something was changed',
}

const joinedShort: Record<Joined, string> = {
  'missed-for-support': 'Missed for help',
  'could-not-join': 'Could not join in',
  joined: 'Joined in',
}

const listed = (parts: readonly string[]) =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')

/** "Missed for help: 3 lessons (60 minutes) and 1 playtime"; nothing missed is said too. */
export function missedWords({ missed }: ParticipationCounts): string {
  if (missed.length === 0) return 'Nothing was missed for help'
  const parts = missed.map(
    ({ activity, times, minutes }) =>
      `${times} ${WORDS[activity][times === 1 ? 0 : 1]}${minutes > 0 ? ` (${minutes} minutes)` : ''}`,
  )
  return `Missed for help: ${listed(parts)}`
}

const timesWords = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`)

/** "Joined in with something changed 4 times. Could not join in once". */
export const joinedCountWords = ({ joined, couldNotJoin }: ParticipationCounts): string =>
  [
    joined === 0
      ? 'Nothing is written down yet of what was changed'
      : `Joined in with something changed ${timesWords(joined)}`,
    couldNotJoin > 0 && `Could not join in ${timesWords(couldNotJoin)}`,
  ]
    .filter(Boolean)
    .join('. ')

/** One note in words: "Missed for help: art, 20 minutes. Reading group", "Joined in: swimming. A changing room of his own". */
export function noteWords({ what, joined, minutes, why, changed }: ParticipationNote): string {
  const head = `${joinedShort[joined]}: ${what}${minutes === null ? '' : `, ${minutes} minutes`}`
  return [head, why, changed].filter(Boolean).join('. ')
}
