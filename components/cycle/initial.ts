import type { IsoDate } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'

/** A day in the three boxes of a date; nothing where there is none. */
export const inBoxes = (name: string, day: IsoDate | null): FormValues =>
  day === null
    ? {}
    : {
        [`${name}.day`]: String(Number(day.slice(8))),
        [`${name}.month`]: String(Number(day.slice(5, 7))),
        [`${name}.year`]: day.slice(0, 4),
      }

/** What is written already, in the boxes of its form; what is not is an empty box. */
export const inBox = (parts: Readonly<Record<string, string | number | null>>): FormValues =>
  Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, value === null ? '' : String(value)]),
  )
