import type { IsoDate } from '@/lib/calendar/iso-date'

/** A time in a class. No first day: since before it was kept. No last day: the class of today. */
type InClass = { readonly name: string; readonly from: IsoDate | null; readonly until: IsoDate | null }

/** A time in a class, with the staff of the class in that time by name. */
export type ClassTime = InClass & { readonly id: string; readonly staff: readonly string[] }

/** The class a pupil was in on a day, among these times; null where none of them holds it. */
export const classOn = (times: readonly InClass[], day: IsoDate): string | null =>
  times.find(({ from, until }) => (from === null || from <= day) && (until === null || day <= until))?.name ??
  null
