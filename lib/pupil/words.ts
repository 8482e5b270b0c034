import { daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { roleWords } from '@/lib/person/words'
import type { StaffOfPupil } from './header.rules'
import { yearGroupWords } from './rules'

/** "Year 4, 4 Ash. Born 3 May 2018, 8 years old": the line under a pupil's name. */
export function pupilLine(pupil: {
  yearGroup: string | null
  className: string | null
  dateOfBirth: IsoDate
  age: number
}): string {
  const place = [pupil.yearGroup, pupil.className].filter(Boolean).join(', ')
  const born = `Born ${longDate(pupil.dateOfBirth)}, ${pupil.age} ${pupil.age === 1 ? 'year' : 'years'} old`
  return place === '' ? born : `${place}. ${born}`
}

/** What a member of staff does, as it follows a name; the school's own name for the job comes first. */
export const jobWords = ({ role, jobTitle }: Pick<StaffOfPupil, 'role' | 'jobTitle'>) =>
  jobTitle ?? roleWords(role)

/** How someone comes to know a pupil: "class teacher, responsible for the plan". */
export function throughWords({
  through,
  ...member
}: Pick<StaffOfPupil, 'role' | 'jobTitle' | 'through'>): string {
  const parts = [jobWords(member)]
  if (through.includes('plan')) parts.push('responsible for the plan')
  if (!through.includes('class')) parts.push('named for this pupil')
  return parts.join(', ')
}

/** How near a review is, beside its date: "Due today", "Overdue by 4 days", "In 9 days" (6.53, R14, R15). */
export function reviewTimingWords(reviewDue: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, reviewDue)
  const count = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`
  if (days === 0) return 'Due today'
  return days < 0 ? `Overdue by ${count(-days)}` : `In ${count(days)}`
}

/** The year groups as they are offered. */
export const yearGroupOptions = (years: readonly number[]) =>
  years.map((year) => ({ value: String(year), label: yearGroupWords(year) }))

/** What the census calls the sexes. */
export const sexWords = { F: 'Female', M: 'Male' } as const

const SAVED: Readonly<Record<string, string>> = {
  added: 'The pupil was added',
  details: 'The details were saved',
  'sen-support': 'On SEN support. Now record that each parent was told, and start the first cycle',
  'ehc-plan': 'The EHC plan was recorded',
  ended: 'Off the register. What was written stays',
  needs: 'The needs were saved',
  told: 'It was recorded who was told',
  concern: 'The concern was written down',
  question: 'It was saved what is still to be found out',
  found: 'It was saved what was found out',
  advice: 'It was saved that they were told about the advice service',
  contact: 'The parent or carer was saved',
  specialist: 'The specialist was saved. The parents can read it',
  watch: 'The check was saved',
  'responsible-told': 'It was recorded who was told who is responsible now',
  'end-told': 'It was recorded who was told that SEN support ended',
  read: 'It is written down that you have read the plan',
  participation: 'It was written down',
  away: 'It is written down. Nothing is planned on these days',
  'away-changed': 'It was changed',
  'away-withdrawn': 'It was taken back, and counts no more',
}

/** What was just done, as the page says it when the act comes back to it. */
export const savedWords = (saved: string | undefined): string | undefined =>
  saved === undefined ? undefined : SAVED[saved]
