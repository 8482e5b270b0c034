import type { IsoDate } from '@/lib/calendar/iso-date'
import { BROAD_AREAS } from '@/lib/sen-status/needs.rules'
import { type FormValues, ticksOf } from '@/lib/platform/form-state'
import { areaFor } from './examples.words'
import { noteOf } from './notes.words'
import type { GentleNote } from './rules'
import { smartFindings, type SmartLetter } from './smart'
import { isBegun, LETTERS, OF_AN_EMPTY_BOX, typedOutcome } from './smart.words'

/** What surrounds an outcome that is being written. */
export type Around = {
  readonly startsOn: IsoDate | null
  readonly reviewDue: IsoDate | null
  /** The codes of the pupil's needs, the main one first. */
  readonly needs: readonly string[]
  /** Saved before: then an empty box is asked about at once; in a new one it waits until the person has been there. */
  readonly isSaved: boolean
}

/** How each letter of SMART stands while an outcome is being written; nothing here stops a draft (7.1). */
export function letterStates(
  values: FormValues,
  around: Around,
): { letter: SmartLetter; state: 'waiting' | 'right' | 'noted'; notes: GentleNote[] }[] {
  const areas = BROAD_AREAS.filter((area) => ticksOf(values, 'broadAreas').includes(area))
  const area = areaFor(areas, ticksOf(values, 'needs'), around.needs)
  const found = smartFindings(typedOutcome(values, around))
  return LETTERS.map((letter) => {
    const begun = isBegun(values, letter)
    const spoken = found.filter(
      (finding) =>
        finding.letter === letter &&
        (around.isSaved || begun || !(OF_AN_EMPTY_BOX.has(finding.rule) || finding.rule === 'too-short')),
    )
    const notes = spoken.map((finding) => noteOf(finding, area, around.reviewDue))
    return { letter, state: notes.length > 0 ? 'noted' : begun ? 'right' : 'waiting', notes }
  })
}
