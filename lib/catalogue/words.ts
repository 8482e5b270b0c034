import type { CatalogueEntry, Giver, Wave } from './rules'

/** What each wave is called, with whom it is for. */
export const waveWords: Record<Wave, string> = {
  universal: 'Universal: for everyone in the class',
  targeted: 'Targeted: for some pupils who need more',
  specialist: 'Specialist: for one pupil’s own needs',
}

/** The same in one word. */
export const waveWord: Record<Wave, string> = {
  universal: 'Universal',
  targeted: 'Targeted',
  specialist: 'Specialist',
}

/** Who usually gives it. */
export const giverWords: Record<Giver, string> = {
  'class-teacher': 'the class or subject teacher',
  'teaching-assistant': 'a teaching assistant',
  senco: 'the SENCO or a specialist teacher',
  outside: 'somebody from outside the school',
}

const counted = (count: number | null, one: string, many: string) =>
  count === null ? null : `${count} ${count === 1 ? one : many}`

/** How an entry is given: "20 minutes, 3 times a week, for 12 weeks, group of 6"; empty where nothing is said. */
export const doseWords = ({
  minutes,
  perWeek,
  weeks,
  groupSize,
}: Pick<CatalogueEntry, 'minutes' | 'perWeek' | 'weeks' | 'groupSize'>): string =>
  [
    counted(minutes, 'minute', 'minutes'),
    perWeek === 1 ? 'once a week' : counted(perWeek, '', 'times a week'),
    weeks === null ? null : `for ${counted(weeks, 'week', 'weeks')}`,
    groupSize === 1 ? 'one to one' : groupSize === null ? null : `group of ${groupSize}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Beyond what others get, or good teaching that any pupil may have (P01). */
export const additionalWords = (additional: boolean) =>
  additional ? 'Beyond, or unlike, what others get' : 'Ordinary good teaching'
