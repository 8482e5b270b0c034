import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { ToldMethod } from './rules'

/** How somebody was told, as it is chosen. */
export const toldMethodWords: Record<ToldMethod, string> = {
  'in-person': 'In person',
  letter: 'By letter',
  email: 'By email',
  phone: 'By phone',
  'before-import': 'Told before import, date not known',
}

/** When and how somebody was told: "14 September 2026, by letter". */
export const toldWords = ({ method, toldOn }: { method: ToldMethod; toldOn: IsoDate | null }): string =>
  toldOn === null || method === 'before-import'
    ? 'Told before import, date not known'
    : `${longDate(toldOn)}, ${toldMethodWords[method].toLowerCase()}`
