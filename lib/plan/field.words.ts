import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { additionalWords, waveWord } from '@/lib/catalogue/words'
import { roleWords } from '@/lib/person/words'
import type {
  Agreement,
  ContentLine,
  ContentOutcome,
  ContentPerson,
  ContentProvision,
  PlanContent,
} from './content.schema'
import { kindHeadings } from '@/lib/plan-line/words'
import { broadAreaWords } from '@/lib/sen-status/words'
import { answerWords, methodWords, wishWords } from './words'

/** How one field is said in a comparison: what it is called, and its value as it stood and as it stands now. */
export type FieldWords<Of> = {
  readonly label: string
  readonly was: (of: Of) => string | null
  /** Shorter after "became" where the words would only be said twice. */
  readonly is?: (of: Of) => string | null
}

const quoted = (text: string | null) => (text === null ? null : `“${text}”`)
const dated = (day: IsoDate | null) => (day === null ? null : longDate(day))
const counted = (count: number | null, one: string, many: string) =>
  count === null ? null : `${count} ${count === 1 ? one : many}`
const bare = (count: number | null) => (count === null ? null : String(count))
const listed = (names: readonly string[]) => (names.length === 0 ? null : names.join(', '))

/** Every field of an outcome; a field that is added to the schema must be added here (the compiler asks for it). */
export const outcomeFields: Record<Exclude<keyof ContentOutcome, 'id'>, FieldWords<ContentOutcome>> = {
  willDo: { label: 'what the pupil will do', was: ({ willDo }) => quoted(willDo) },
  measure: { label: 'how it is measured', was: ({ measure }) => quoted(measure) },
  unit: { label: 'what is counted', was: ({ unit }) => quoted(unit) },
  baseline: { label: 'the start', was: ({ baseline }) => quoted(baseline) },
  baselineOn: { label: 'the day of the start', was: ({ baselineOn }) => dated(baselineOn) },
  target: { label: 'the target', was: ({ target }) => quoted(target) },
  by: { label: 'the date to reach it by', was: ({ by }) => dated(by) },
  why: { label: 'why it matters', was: ({ why }) => quoted(why) },
  expectedImpact: { label: 'the impact expected', was: ({ expectedImpact }) => quoted(expectedImpact) },
  needs: { label: 'the needs it answers', was: ({ needs }) => listed(needs) },
  longTerm: { label: 'what it is a step to', was: ({ longTerm }) => quoted(longTerm) },
  wish: { label: 'whose wish it is', was: ({ wish }) => wish && wishWords[wish] },
  broadAreas: {
    label: 'the areas it is about',
    was: ({ broadAreas }) => listed(broadAreas.map((area) => broadAreaWords[area])),
  },
}

type InSentence = Exclude<keyof ContentProvision, 'id' | 'outcomeIds' | 'deliveredById'>

/** Every field of a provision but what it is for, which is said by the outcomes' own words. */
export const provisionFields: Record<InSentence, FieldWords<ContentProvision>> = {
  what: { label: 'what is done', was: ({ what }) => quoted(what) },
  deliverer: {
    label: '',
    was: ({ deliverer }) => deliverer && `given by ${deliverer}`,
    is: ({ deliverer }) => deliverer && `by ${deliverer}`,
  },
  place: { label: 'the place', was: ({ place }) => quoted(place) },
  minutes: {
    label: '',
    was: ({ minutes }) => counted(minutes, 'minute', 'minutes'),
    is: ({ minutes }) => bare(minutes),
  },
  perWeek: {
    label: '',
    was: ({ perWeek }) => counted(perWeek, 'session a week', 'sessions a week'),
    is: ({ perWeek }) => bare(perWeek),
  },
  groupSize: {
    label: '',
    was: ({ groupSize }) =>
      groupSize === null ? null : groupSize === 1 ? 'one to one' : `a group of ${groupSize}`,
  },
  from: { label: 'the first day', was: ({ from }) => dated(from) },
  until: { label: 'the last day', was: ({ until }) => dated(until) },
  form: { label: 'the form', was: ({ form }) => quoted(form) },
  wave: { label: '', was: ({ wave }) => wave && waveWord[wave].toLowerCase() },
  additional: { label: '', was: ({ additional }) => additionalWords(additional).toLowerCase() },
  fromOutside: {
    label: '',
    was: ({ fromOutside }) => (fromOutside ? 'given from outside the school' : 'given by the school'),
  },
  alsoGivenBy: { label: 'who gives it too', was: ({ alsoGivenBy }) => listed(alsoGivenBy) },
  equipment: { label: 'the equipment', was: ({ equipment }) => quoted(equipment) },
  inPlaceOn: { label: 'the day it was in place', was: ({ inPlaceOn }) => dated(inPlaceOn) },
  care: { label: '', was: ({ care }) => (care ? 'personal care' : 'no personal care') },
}

/** Every field of a line for every day. */
export const lineFields: Record<Exclude<keyof ContentLine, 'id'>, FieldWords<ContentLine>> = {
  kind: { label: '', was: ({ kind }) => kindHeadings[kind].toLowerCase() },
  words: { label: '', was: ({ words }) => quoted(words) },
  about: { label: 'what it is about', was: ({ about }) => quoted(about) },
  who: { label: 'who does it', was: ({ who }) => quoted(who) },
  howOften: { label: 'how often', was: ({ howOften }) => quoted(howOften) },
}

/** Every field of a person that can change while it is the same person. */
export const personFields: Record<Exclude<keyof ContentPerson, 'membershipId'>, FieldWords<ContentPerson>> = {
  name: { label: 'the name', was: ({ name }) => name },
  role: { label: 'the role', was: ({ role }) => roleWords(role) },
  jobTitle: { label: 'the job title', was: ({ jobTitle }) => quoted(jobTitle) },
}

/** Every field of an agreement that can change while it is the same person's. */
export const agreementFields: Record<
  Exclude<keyof Agreement, 'contactId' | 'attempts'>,
  FieldWords<Agreement>
> = {
  name: { label: 'the name', was: ({ name }) => name },
  relationship: { label: 'the relationship', was: ({ relationship }) => quoted(relationship) },
  answer: { label: '', was: ({ answer }) => answerWords[answer].toLowerCase() },
  said: { label: 'what they said', was: ({ said }) => quoted(said) },
  method: { label: 'how they were asked', was: ({ method }) => methodWords[method].toLowerCase() },
  on: { label: 'the day of the answer', was: ({ on }) => longDate(on) },
}

type Single = 'cycleNumber' | 'activatedOn' | 'reviewDue'

/** The fields of the plan as a whole that hold one value. */
export const planFields: Record<Single, FieldWords<PlanContent>> = {
  cycleNumber: { label: 'The cycle', was: ({ cycleNumber }) => String(cycleNumber) },
  activatedOn: { label: 'In force from', was: ({ activatedOn }) => dated(activatedOn) },
  reviewDue: { label: 'The review', was: ({ reviewDue }) => dated(reviewDue) },
}

type Consultation = PlanContent['consultation']

/** How parents and pupil were consulted, in the one note of earlier plans. */
export const consultationFields: Record<keyof Consultation, FieldWords<Consultation>> = {
  parents: { label: 'where the parents stand', was: ({ parents }) => quoted(parents) },
  parentsNote: { label: 'how the parents were consulted', was: ({ parentsNote }) => quoted(parentsNote) },
  pupil: { label: 'the pupil’s part', was: ({ pupil }) => quoted(pupil) },
  pupilNote: { label: 'how the pupil was consulted', was: ({ pupilNote }) => quoted(pupilNote) },
}

type Views = NonNullable<PlanContent['pupilViews']>

/** The pupil's own words, how they were gathered and when. */
export const viewsFields: Record<keyof Views, FieldWords<Views>> = {
  words: { label: '', was: ({ words }) => quoted(words) },
  how: { label: 'how they were gathered', was: ({ how }) => quoted(how) },
  on: { label: 'the day', was: ({ on }) => dated(on) },
}
