import { longDate } from '@/lib/calendar/iso-date'
import type { TrainedGiving, Training } from './rules'

/** "Precision teaching, 3 September 2026, until 2 September 2029". */
export const trainingWords = ({ training, heldOn, untilOn }: Training): string =>
  `${training}, ${longDate(heldOn)}${untilOn ? `, until ${longDate(untilOn)}` : ''}`

/** What to think about on the plan: who gives what without the training it asks for (R11). */
export const lackWords = ({ what, needed, name }: TrainedGiving): string =>
  `${what} asks for training in “${needed}”, and none is recorded for ${name} (6.50)`
