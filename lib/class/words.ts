import { timeOfDay } from '@/lib/calendar/iso-date'
import type { Delivered } from '@/lib/do-note/rules'
import { deliveredWords } from '@/lib/do-note/words'
import type { NotedSession, ProvisionGroup, SheetLine, SheetProvision } from './rules'
import { type Tap, TAPS, tapSays } from './schema'

const groupWords = (size: number | null) =>
  size === null ? null : size === 1 ? 'one to one' : `group of ${size}`

/** How a provision is given: "20 minutes, group of 6, with Joan Pickering, Library"; empty where nothing is settled. */
export const howWords = ({
  minutes,
  groupSize,
  deliverer,
  place,
}: Pick<SheetProvision, 'minutes' | 'groupSize' | 'deliverer' | 'place'>): string =>
  [
    minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    groupWords(groupSize),
    deliverer && `with ${deliverer}`,
    place,
  ]
    .filter(Boolean)
    .join(', ')

/** How a group is given, where it is the same for all of it; else each line says it for itself. */
export function groupHowWords({ lines }: ProvisionGroup): string | null {
  const [first, ...others] = [...new Set(lines.map(howWords))]
  return first === undefined || first === '' || others.length > 0 ? null : first
}

/** How often it was given this week: "2 of 3 this week". */
export const weekWords = ({ perWeek, givenThisWeek }: Pick<SheetLine, 'perWeek' | 'givenThisWeek'>) =>
  perWeek === null ? `${givenThisWeek} this week` : `${givenThisWeek} of ${perWeek} this week`

/** What was noted: "Not given: Away. 9:36am, Joan Pickering". */
export const notedWords = ({
  delivered,
  reason,
  at,
  by,
}: Pick<NotedSession, 'delivered' | 'reason' | 'at' | 'by'>): string =>
  `${deliveredWords[delivered]}${reason ? `: ${reason}` : ''}. ${timeOfDay(at)}, ${by}`

/** The keys that say why, for a session given in part or not at all. */
export const reasonKeys = (delivered: Delivered): { tap: Tap; label: string }[] =>
  TAPS.filter((tap) => tapSays[tap].delivered === delivered).map((tap) => ({
    tap,
    label: tapSays[tap].reason ?? deliveredWords[delivered],
  }))

/** "4 Ash, 2 pupils on the register". */
export const pupilCountWords = (pupils: number) =>
  pupils === 0 ? 'Nobody on the register' : `${pupils} ${pupils === 1 ? 'pupil' : 'pupils'} on the register`

/** How far the day is noted: "2 of 3 groups noted". */
export const groupsNotedWords = ({ noted, all }: { noted: number; all: number }) =>
  all === 0 ? 'no provision in force today' : `${noted} of ${all} ${all === 1 ? 'group' : 'groups'} noted`

const NAMED = 4

/** The button for the rest of the groups that have met, and whom it is about; null where nobody is left. */
export function restWords(
  lines: readonly Pick<SheetLine, 'name' | 'what'>[],
): { act: string; who: string; names: string | null } | null {
  const [first] = lines
  if (!first) return null
  const groups = [...new Set(lines.map(({ what }) => what))].join(', ')
  if (lines.length === 1) return { act: `Mark ${first.name} as given`, who: groups, names: null }
  const names = lines.map(({ name }) => name).join(', ')
  const act = `Mark the other ${lines.length} as given`
  return lines.length <= NAMED
    ? { act, who: `${groups}: ${names}`, names: null }
    : { act, who: `${groups}: ${lines.length} pupils`, names }
}
