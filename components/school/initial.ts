import type { IsoDate } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'

const SPARE_TERMS = 1
const SPARE_CLOSURES = 3

const inBoxes = (name: string, day: IsoDate): FormValues => ({
  [`${name}.day`]: String(Number(day.slice(8))),
  [`${name}.month`]: String(Number(day.slice(5, 7))),
  [`${name}.year`]: day.slice(0, 4),
})

type Calendar = {
  terms: readonly { name: string; firstDay: IsoDate; lastDay: IsoDate }[]
  closures: readonly { from: IsoDate; until: IsoDate; reason: string }[]
}

/** A school year in the boxes of its form, with how many rows to offer: those there are, and a few to spare. */
export function calendarValues({ terms, closures }: Calendar): {
  initial: FormValues
  terms: number
  closures: number
} {
  const initial: FormValues = Object.assign(
    {},
    ...terms.map(({ name, firstDay, lastDay }, row) => ({
      [`terms.${row}.name`]: name,
      ...inBoxes(`terms.${row}.firstDay`, firstDay),
      ...inBoxes(`terms.${row}.lastDay`, lastDay),
    })),
    ...closures.map(({ from, until, reason }, row) => ({
      [`closures.${row}.reason`]: reason,
      ...inBoxes(`closures.${row}.from`, from),
      ...(until === from ? {} : inBoxes(`closures.${row}.until`, until)),
    })),
  ) as FormValues
  return { initial, terms: terms.length + SPARE_TERMS, closures: closures.length + SPARE_CLOSURES }
}

type Settings = {
  planName: string
  meetingMinutes: number
  reminderDays: number
  termSchoolDays: number
  yearBegins: string
  officePhone: string | null
  adviceName: string | null
  adviceUrl: string | null
  advicePhone: string | null
  localOfferUrl: string | null
}

/** What the school has set, in the boxes of its form. */
export const settingsValues = (settings: Settings): FormValues => ({
  planName: settings.planName,
  meetingMinutes: String(settings.meetingMinutes),
  reminderDays: String(settings.reminderDays),
  termSchoolDays: String(settings.termSchoolDays),
  'yearBegins.day': String(Number(settings.yearBegins.slice(3))),
  'yearBegins.month': settings.yearBegins.slice(0, 2),
  officePhone: settings.officePhone ?? '',
  adviceName: settings.adviceName ?? '',
  adviceUrl: settings.adviceUrl ?? '',
  advicePhone: settings.advicePhone ?? '',
  localOfferUrl: settings.localOfferUrl ?? '',
})
