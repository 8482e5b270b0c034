import { dayAndMonth, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'

/** What the form says once it is safe on the server: "Saved at 10:42am, not sent yet". */
export const savedWords = (at: Date): string => `Saved at ${timeOfDay(schoolTime(at))}, not sent yet`

/** When something was typed, as it stands in a sentence: "on 3 November at 10:42am". */
export const typedWhen = (at: Date): string =>
  `on ${dayAndMonth(schoolDay(at))} at ${timeOfDay(schoolTime(at))}`

/** What is said where a draft could not be kept; the boxes hold what was typed all the same. */
export const notSavedWords = {
  offline: 'Not saved yet: check that you are online. What you typed is still here',
  'signed-out': 'Not saved: you are signed out. Sign in again in a new tab, then carry on here',
  'too-long': 'Too long to be kept until you send it. What you typed is still here',
  gone: 'Not saved: this page is no longer open to you. Copy what you typed',
} as const
