import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type {
  ContentLine,
  ContentOutcome,
  ContentProvision,
  FamilyContent,
  PlanContent,
  PlanPart,
} from './content.schema'
import { agreementChanges, orderChanged, peopleChanges, responsibleChanges } from './compare-people.words'
import { kindHeadings } from '@/lib/plan-line/words'
import { fieldChanges, linesChanged } from './compare-fields.words'
import {
  consultationFields,
  lineFields,
  outcomeFields,
  planFields,
  provisionFields,
  viewsFields,
} from './field.words'

/** One difference between two versions, in a sentence without its end. */
export type ContentChange = { readonly part: PlanPart; readonly sentence: string }

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
const added = <Row extends { id: string }>(before: readonly Row[], after: readonly Row[]) =>
  after.filter(({ id }) => !byId(before).has(id))
const both = <Row extends { id: string }>(before: readonly Row[], after: readonly Row[]) =>
  before.flatMap((row): [Row, Row][] => {
    const next = byId(after).get(row.id)
    return next ? [[row, next]] : []
  })

const nameOf = ({ willDo }: ContentOutcome) => `Outcome “${willDo}”`

function outcomeChanges({ outcomes: before }: PlanContent, { outcomes: after }: PlanContent): string[] {
  return [
    ...both(before, after).flatMap(([was, is]) => fieldChanges(nameOf(was), outcomeFields, was, is)),
    ...added(before, after).map((outcome) => `${nameOf(outcome)} is new`),
    ...added(after, before).map((outcome) => `${nameOf(outcome)} was taken out`),
    ...(orderChanged(before, after, ({ id }) => id) ? ['The outcomes stand in another order'] : []),
  ]
}

const dosageOf = (provision: ContentProvision) =>
  [provisionFields.perWeek, provisionFields.minutes, provisionFields.groupSize, provisionFields.deliverer]
    .map(({ was }) => was(provision))
    .filter(Boolean)
    .join(', ')

// What a provision is for: the outcomes it serves, by their words, in the plan it stood in.
function servedChanges(was: ContentProvision, is: ContentProvision, before: PlanContent, after: PlanContent) {
  const said = (id: string) =>
    [...after.outcomes, ...before.outcomes].find((outcome) => outcome.id === id)?.willDo ??
    'an outcome of another plan'
  return [
    ...is.outcomeIds
      .filter((id) => !was.outcomeIds.includes(id))
      .map((id) => `${was.what}: now for “${said(id)}”`),
    ...was.outcomeIds
      .filter((id) => !is.outcomeIds.includes(id))
      .map((id) => `${was.what}: no longer for “${said(id)}”`),
  ]
}

const giverChanged = (was: ContentProvision, is: ContentProvision) =>
  was.deliverer === is.deliverer && was.deliveredById !== is.deliveredById
    ? [
        `${was.what}: ${is.deliverer ?? 'whoever gives it'} is ${is.deliveredById === null ? 'not of the staff' : 'another member of staff'} now`,
      ]
    : []

function supportChanges(before: PlanContent, after: PlanContent): string[] {
  const [was, is] = [before.provisions, after.provisions]
  return [
    ...both(was, is).flatMap(([a, b]) => [
      ...fieldChanges(a.what, provisionFields, a, b),
      ...giverChanged(a, b),
      ...servedChanges(a, b, before, after),
    ]),
    ...added(was, is).map((row) => `${row.what} is new${dosageOf(row) ? `: ${dosageOf(row)}` : ''}`),
    ...added(is, was).map((row) => `${row.what} has ended`),
    ...(orderChanged(was, is, ({ id }) => id) ? ['The support stands in another order'] : []),
  ]
}

function lineChanges({ lines: before }: PlanContent, { lines: after }: PlanContent): string[] {
  const nameOfLine = ({ kind, words }: ContentLine) => `${kindHeadings[kind]}, “${words}”`
  return [
    ...both(before, after).flatMap(([was, is]) => fieldChanges(nameOfLine(was), lineFields, was, is)),
    ...added(before, after).map((line) => `${nameOfLine(line)} is new`),
    ...added(after, before).map((line) => `${nameOfLine(line)} was taken out`),
    ...(orderChanged(before, after, ({ id }) => id)
      ? ['The lines for every day stand in another order']
      : []),
  ]
}

const NO_VIEWS = { words: '', how: null, on: null }

function viewsChanges({ pupilViews: was }: PlanContent, { pupilViews: is }: PlanContent): string[] {
  if (was === null && is === null) return []
  if (is === null) return ['The pupil’s own words were taken out']
  return fieldChanges('The pupil’s own words', viewsFields, was ?? NO_VIEWS, is)
}

/** Every difference between two versions of a plan, in plain sentences; nothing where there is none. */
export function contentChanges(before: PlanContent, after: PlanContent): ContentChange[] {
  const of = (part: PlanPart, sentences: readonly string[]) =>
    sentences.map((sentence) => ({ part, sentence }))
  return [
    ...of('outcomes', outcomeChanges(before, after)),
    ...of('support', supportChanges(before, after)),
    ...of('people', [
      ...responsibleChanges(before.responsible, after.responsible),
      ...peopleChanges(before.people, after.people),
    ]),
    ...of('every-day', [
      ...linesChanged('Hopes', before.aspirations, after.aspirations),
      ...linesChanged('In every lesson', before.inEveryLesson, after.inEveryLesson),
      ...linesChanged('At home', before.atHome, after.atHome),
      ...lineChanges(before, after),
      ...viewsChanges(before, after),
    ]),
    ...of('plan', fieldChanges('', planFields, before, after)),
    ...of('agreement', [
      ...agreementChanges(before.agreement, after.agreement),
      ...fieldChanges('Consultation', consultationFields, before.consultation, after.consultation),
    ]),
  ]
}

/** A difference as a whole sentence: "Reading group: 3 sessions a week became 2, from 4 November, agreed with Sara Khan". */
export function changeSentence(
  { part, sentence }: ContentChange,
  { appliesFrom, agreedWith }: { appliesFrom: IsoDate; agreedWith: readonly string[] },
): string {
  if (part === 'agreement') return sentence
  const who = agreedWith.length === 0 ? '' : `, agreed with ${agreedWith.join(' and ')}`
  return `${sentence}, from ${dayAndMonth(appliesFrom)}${who}`
}

const NOT_IN_IT = { parents: null, parentsNote: null, pupil: null, pupilNote: null }

/** A family's edition as the comparison reads it: what is only for staff is in neither of the two, so it is never said. */
export const asCompared = (content: FamilyContent): PlanContent => ({
  ...content,
  outcomes: content.outcomes.map((outcome) => ({ ...outcome, needs: [] })),
  agreement: [],
  consultation: NOT_IN_IT,
})
