import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Progress } from './rules'

/** How far an outcome has come, said kindly and without a judgement on the pupil. */
export const progressWords: Record<Progress['state'], string> = {
  reached: 'Reached',
  'getting-there': 'Getting there',
  'at-the-start': 'Not yet past the start',
}

/** A measure with its unit: "31 words"; the unit is not said twice. */
export const withUnit = (value: string, unit: string | null) =>
  unit === null || value.toLowerCase().includes(unit.toLowerCase()) ? value : `${value} ${unit}`

/** An outcome in one sentence, its date first: "By 25 March 2027: read 40 words". */
export const outcomeSentence = ({ willDo, by }: { willDo: string; by: IsoDate | null }) =>
  by === null ? willDo : `By ${longDate(by)}: ${willDo}`
