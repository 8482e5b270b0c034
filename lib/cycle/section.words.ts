import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

const NOTHING = 'Nothing written'

/** What is saved of a part of the plan, as it is shown to somebody who was overtaken while writing it. */
export const storedParts = (parts: Readonly<Record<string, string | number | null>>) =>
  Object.entries(parts).map(([label, is]) => ({
    label,
    text: is === null || is === '' ? NOTHING : String(is),
  }))

/** Hopes, lessons and home, part by part. */
export const everyDayParts = (plan: {
  aspirations: string | null
  inEveryLesson: string | null
  atHome: string | null
}) => storedParts({ Hopes: plan.aspirations, 'In every lesson': plan.inEveryLesson, 'At home': plan.atHome })

/** Who answers for the plan, and its review date, part by part. */
export const responsibleParts = (plan: { responsible: { name: string } | null; reviewDue: IsoDate | null }) =>
  storedParts({
    Responsible: plan.responsible?.name ?? null,
    Review: plan.reviewDue && longDate(plan.reviewDue),
  })
