import type { IsoDate } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'

/** A calendar day as the three boxes of a date input begin with it. */
export const boxesOf = (name: string, day: IsoDate | null): FormValues =>
  day === null
    ? {}
    : {
        [`${name}.day`]: String(Number(day.slice(8))),
        [`${name}.month`]: String(Number(day.slice(5, 7))),
        [`${name}.year`]: day.slice(0, 4),
      }
