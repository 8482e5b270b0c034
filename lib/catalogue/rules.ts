import type { IsoDate } from '@/lib/calendar/iso-date'

/** For everyone, for some who need more, for one pupil who needs something of their own (domain.md 7.4). */
export const WAVES = ['universal', 'targeted', 'specialist'] as const

export type Wave = (typeof WAVES)[number]

/** Who usually gives an entry of the catalogue. */
export const GIVERS = ['class-teacher', 'teaching-assistant', 'senco', 'outside'] as const

export type Giver = (typeof GIVERS)[number]

/** The form that only those who give it, those who lead the school and the family see (P44). */
export const PERSONAL_CARE = 'Personal care'

/** The kinds of support that families are told of; a school adds its own and leaves out what it does not offer (P34 to P47). */
export const USUAL_FORMS = [
  'Learning programme of the pupil’s own',
  'Intervention',
  'Extra help from an adult',
  'Materials or equipment',
  'Technology',
  'Small-group work',
  'One-to-one work',
  'Observation',
  'Help to join in',
  'Help for classmates to work and play together',
  PERSONAL_CARE,
  'Change to the curriculum',
  'Quiet place or base',
] as const

/** A form a school has said something about: one of its own, or a usual one it no longer offers. */
export type OwnForm = { readonly name: string; readonly retiredOn: IsoDate | null }

/** A form as the list of the school shows it. */
export type FormLine = {
  readonly name: string
  readonly isUsual: boolean
  readonly retiredOn: IsoDate | null
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Every form of a school, the usual ones first, then its own by name, with those it retired among them (P47). */
export function formLines(own: readonly OwnForm[]): FormLine[] {
  const usual = USUAL_FORMS.map((name) => ({
    name,
    isUsual: true,
    retiredOn: own.find((form) => same(form.name, name))?.retiredOn ?? null,
  }))
  const added = own
    .filter(({ name }) => !USUAL_FORMS.some((form) => same(form, name)))
    .map((form) => ({ ...form, isUsual: false }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return [...usual, ...added]
}

/** The forms a school offers; what is chosen already stays among them though it was retired since (P47). */
export const formsOffered = (own: readonly OwnForm[], chosen: string | null = null): string[] => {
  const lines = formLines(own)
  const offered = lines.filter(({ retiredOn, name }) => retiredOn === null || name === chosen)
  const names = offered.map(({ name }) => name)
  return chosen === null || names.includes(chosen) ? names : [...names, chosen]
}

/** Whether a school has this form already, however it is written. */
export const isKnownForm = (own: readonly OwnForm[], name: string): boolean =>
  formLines(own).some((form) => same(form.name, name))

/** One thing a school knows how to give (6.50; domain.md 7.4). */
export type CatalogueEntry = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly form: string
  readonly wave: Wave
  readonly delivererRole: Giver | null
  readonly minutes: number | null
  readonly perWeek: number | null
  readonly weeks: number | null
  readonly groupSize: number | null
  readonly evidence: string | null
  readonly training: string | null
  readonly steps: string | null
  /** Beyond, or unlike, what pupils of the same age ordinarily get (P01). */
  readonly additional: boolean
  readonly retiredOn: IsoDate | null
}

/** What an entry sets in the form of a provision; who gives it and from when, the plan says. */
export const prefillOf = (entry: CatalogueEntry) => ({
  catalogueEntryId: entry.id,
  what: entry.name,
  form: entry.form,
  wave: entry.wave,
  minutes: entry.minutes,
  perWeek: entry.perWeek,
  groupSize: entry.groupSize,
  additional: entry.additional ? 'additional' : 'ordinary',
  fromOutside: entry.delivererRole === 'outside' ? 'yes' : '',
})

const USUAL_MINUTES = { least: 20, most: 50 }
const USUAL_PER_WEEK = { least: 3, most: 5 }
const USUAL_WEEKS = { least: 8, most: 20 }

type Dose = Pick<CatalogueEntry, 'form' | 'minutes' | 'perWeek' | 'weeks'>

/**
 * What to think about where an intervention is much shorter, rarer or longer than those found to work: 20 to 50
 * minutes, three to five times a week, 8 to 20 weeks (domain.md 7.6). It stops nothing.
 */
export function doseNotes({ form, minutes, perWeek, weeks }: Dose): string[] {
  if (form !== 'Intervention' && form !== 'Small-group work' && form !== 'One-to-one work') return []
  const outside = (value: number | null, { least, most }: { least: number; most: number }) =>
    value !== null && (value < least || value > most)
  return [
    outside(minutes, USUAL_MINUTES) && 'Interventions that work well usually take 20 to 50 minutes each time',
    outside(perWeek, USUAL_PER_WEEK) &&
      'Interventions that work well usually happen three to five times a week',
    outside(weeks, USUAL_WEEKS) && 'Interventions that work well usually last 8 to 20 weeks',
  ].filter((note) => note !== false)
}
