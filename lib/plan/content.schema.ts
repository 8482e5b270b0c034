import { z } from 'zod'
import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import { WAVES } from '@/lib/catalogue/rules'
import { WISHES } from '@/lib/outcome/long-term.rules'
import { LINE_KINDS } from '@/lib/plan-line/rules'
import { ANSWERS, METHODS } from './agreement.rules'
import { ROLES } from '@/lib/platform/actor'
import { BROAD_AREAS } from '@/lib/sen-status/needs.rules'

// What a published version keeps. It is read again years later: a field that is added is given a default, so that an
// older version still says what it said; none is ever renamed or taken away.

const text = z.string().nullable()
const count = z.number().int().nullable()
const aDay = z.iso.date().transform((day): IsoDate => isoDate(day))
const day = aDay.nullable()

const person = z.object({
  membershipId: z.uuid(),
  /** With the title, as families say it: "Mr Tom Whitfield". */
  name: z.string(),
  role: z.enum(ROLES),
  jobTitle: text,
})

const outcome = z.object({
  id: z.uuid(),
  willDo: z.string(),
  measure: text,
  unit: text,
  baseline: text,
  baselineOn: day,
  target: text,
  by: day,
  why: text,
  expectedImpact: text,
  /** The needs it answers, by name. */
  needs: z.array(z.string()),
  /** What it is a step to, across cycles; whose wish it is (P24); the broad areas it is about. */
  longTerm: text.default(null),
  wish: z.enum(WISHES).nullable().default(null),
  broadAreas: z.array(z.enum(BROAD_AREAS)).default([]),
})

const provision = z.object({
  id: z.uuid(),
  what: z.string(),
  /** The member of staff; null: somebody from outside the school, or nobody named yet. */
  deliveredById: z.uuid().nullable(),
  deliverer: text,
  place: text,
  minutes: count,
  perWeek: count,
  groupSize: count,
  from: day,
  until: day,
  outcomeIds: z.array(z.uuid()),
  form: text.default(null),
  wave: z.enum(WAVES).nullable().default(null),
  additional: z.boolean().default(true),
  fromOutside: z.boolean().default(false),
  alsoGivenBy: z.array(z.string()).default([]),
  equipment: text.default(null),
  inPlaceOn: day.default(null),
  /** Personal care: there only for those who give it, those who lead the school and the family (P44). */
  care: z.boolean().default(false),
})

/** A line of the plan for every day: what bends, a strategy, a quiet place, what home does. */
const line = z.object({
  id: z.uuid(),
  kind: z.enum(LINE_KINDS),
  words: z.string(),
  about: text,
  who: text,
  howOften: text,
})

const agreement = z.object({
  /** null: the pupil. */
  contactId: z.uuid().nullable(),
  name: z.string(),
  relationship: text,
  answer: z.enum(ANSWERS),
  said: text,
  method: z.enum(METHODS),
  on: aDay,
  attempts: z.array(z.object({ on: aDay, method: z.enum(METHODS), cameOfIt: text })),
})

const shared = {
  cycleNumber: z.number().int(),
  activatedOn: day,
  reviewDue: day,
  responsible: person.nullable(),
  aspirations: text,
  inEveryLesson: text,
  atHome: text,
  pupilViews: z.object({ words: z.string(), how: text, on: day }).nullable(),
  provisions: z.array(provision),
  lines: z.array(line).default([]),
  /** The class teachers, the SENCO and whoever gives support, on the day it was published. */
  people: z.array(person),
}

/** One provision of a version, as it was published. */
export const contentProvision = provision

/** The plan as staff read it: every field of it, its outcomes, its provision, and who said what of it. */
export const planContent = z.object({
  ...shared,
  outcomes: z.array(outcome),
  agreement: z.array(agreement),
  /** How parents and pupil were consulted where it was written in one note, before each person had an answer. */
  consultation: z.object({ parents: text, parentsNote: text, pupil: text, pupilNote: text }),
})

/** The plan as its family reads it. Strict: what is only for staff, or one parent's, cannot be in it. */
export const familyContent = z.strictObject({
  ...shared,
  outcomes: z.array(z.strictObject(outcome.omit({ needs: true }).shape)),
})

export type PlanContent = z.output<typeof planContent>
export type FamilyContent = z.output<typeof familyContent>
export type ContentOutcome = PlanContent['outcomes'][number]
export type ContentProvision = PlanContent['provisions'][number]
export type ContentLine = PlanContent['lines'][number]
export type ContentPerson = NonNullable<PlanContent['responsible']>
export type Agreement = PlanContent['agreement'][number]

/** The part of a plan that a difference is in, in the order of the plan. */
export type PlanPart = 'outcomes' | 'support' | 'people' | 'every-day' | 'plan' | 'agreement'
