import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { stateWords } from '@/lib/parent-meeting/words'
import { type Counting, type CountingEffect, differences, type StateChange } from './preview.rules'

const pupilsWords = (count: number) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`

/** What a school has set, each in a sentence, as a list says it. */
export const countingSentences = (counting: Counting): string[] => [
  counting.phoneCounts ? 'A meeting by phone counts.' : 'A meeting by phone does not count.',
  counting.proRata
    ? 'Fewer are expected of pupils who are on the register for part of the year.'
    : 'The whole number is expected of every pupil, whatever part of the year they are here.',
  counting.includeEhcPlan
    ? 'Pupils with an EHC plan are counted too.'
    : 'Pupils with an EHC plan are not counted.',
  counting.includeNursery ? 'Pupils in nursery are counted too.' : 'Pupils in nursery are not counted.',
  `A term’s meeting is due when ${counting.warnSchoolDays} school ${counting.warnSchoolDays === 1 ? 'day of it is' : 'days of it are'} left.`,
]

/** What would be different, a sentence for each; none where nothing would. */
export function differenceSentences(now: Counting, then: Counting): string[] {
  const changed = differences(now, then)
  const said = countingSentences(then)
  const order = ['phoneCounts', 'proRata', 'includeEhcPlan', 'includeNursery', 'warnSchoolDays'] as const
  return order.flatMap((name, place) => (changed.includes(name) ? (said[place] ?? []) : []))
}

/** `12 pupils would become At risk, who are On track today`. */
export const changeWords = ({ from, to, pupils }: StateChange) =>
  `${pupilsWords(pupils)} would become ${stateWords[to]}, who ${pupils === 1 ? 'is' : 'are'} ${stateWords[from]} today`

/** The whole effect in one sentence, before the list of it. */
export function effectWords({ pupils, changed, fewer }: CountingEffect): string {
  const few =
    fewer.now === fewer.then
      ? `As many as now, ${fewer.now}, would have had fewer than the Code says.`
      : `${fewer.then} would have had fewer than the Code says, instead of ${fewer.now}.`
  if (changed === 0) return `No pupil’s state would change today, of ${pupilsWords(pupils)}. ${few}`
  return `${pupilsWords(changed)} of ${pupils} would stand in another state today. ${few}`
}

/** From when a setting holds: `From 22 November 2026`. */
export const fromWords = (from: IsoDate) => `From ${longDate(from)}`
