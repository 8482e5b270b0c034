import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { linesByKind } from '@/lib/plan-line/rules'
import { kindHeadings, lineWords } from '@/lib/plan-line/words'
import { roleWords } from '@/lib/person/words'
import type {
  Agreement,
  ContentOutcome,
  ContentPerson,
  ContentProvision,
  FamilyContent,
  PlanContent,
} from './content.schema'
import type { Edition } from './copy.rules'
import { answeredLine, attemptLine, wishWords } from './words'

/** One thing of a written copy: a paragraph, or a line with its name before it. */
export type CopyLine = { readonly label?: string; readonly text: string }

/** A part of a written copy under its heading; `parts` are headed one step lower. */
export type CopyPart = {
  readonly heading: string
  readonly lines: readonly CopyLine[]
  readonly parts?: readonly CopyPart[]
}

const line = (label: string, text: string | null): CopyLine[] =>
  text === null || text === '' ? [] : [{ label, text }]
const dated = (label: string, day: IsoDate | null) => line(label, day && longDate(day))
const paragraphs = (text: string | null): CopyLine[] =>
  (text ?? '')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => ({ text: row.trim() }))

const counted = (value: string | null, unit: string | null) =>
  value === null
    ? null
    : unit === null || value.toLowerCase().includes(unit.toLowerCase())
      ? value
      : `${value} ${unit}`

const times = (perWeek: number) =>
  perWeek === 1 ? 'once a week' : perWeek === 2 ? 'twice a week' : `${perWeek} times a week`

/** "20 minutes, 3 times a week, in a group of 4, with Mrs Joan Pickering, in the library", as far as it is settled. */
export const howGiven = ({ minutes, perWeek, groupSize, deliverer, place }: ContentProvision): string =>
  [
    minutes && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    perWeek && times(perWeek),
    groupSize && (groupSize === 1 ? 'one to one' : `in a group of ${groupSize}`),
    deliverer && `with ${deliverer}`,
    place,
  ]
    .filter(Boolean)
    .join(', ')

const supportPart = (provision: ContentProvision): CopyLine[] => {
  const { from, until, alsoGivenBy, equipment, inPlaceOn } = provision
  const when = [from && `from ${longDate(from)}`, until && `until ${longDate(until)}`]
    .filter(Boolean)
    .join(' ')
  const also = alsoGivenBy.length > 0 && `also given by ${alsoGivenBy.join(' and ')}`
  const equipped =
    equipment && `${equipment}, ${inPlaceOn ? `in place since ${longDate(inPlaceOn)}` : 'not in place yet'}`
  const how = [howGiven(provision), when, also, equipped].filter(Boolean).join(', ')
  return [{ label: provision.what, text: how || 'not settled yet' }]
}

type AnyOutcome = Omit<ContentOutcome, 'needs'> & { needs?: readonly string[] }

const outcomePart = (
  outcome: AnyOutcome,
  place: number,
  provisions: readonly ContentProvision[],
): CopyPart => ({
  heading: `${place + 1}. ${outcome.willDo}`,
  lines: [
    ...line('How we will know', outcome.measure),
    ...line(
      outcome.baselineOn ? `At the start, ${longDate(outcome.baselineOn)}` : 'At the start',
      counted(outcome.baseline, outcome.unit),
    ),
    ...line(outcome.by ? `Aim, by ${longDate(outcome.by)}` : 'Aim', counted(outcome.target, outcome.unit)),
    ...line('A step to', outcome.longTerm),
    ...line('Why it matters', outcome.why),
    ...line('Whose wish it is', outcome.wish && wishWords[outcome.wish]),
    ...line('What we expect it to change', outcome.expectedImpact),
    ...line('Needs it answers', outcome.needs?.join(', ') ?? null),
    ...provisions.filter(({ outcomeIds }) => outcomeIds.includes(outcome.id)).flatMap(supportPart),
  ],
})

const personLine = ({ name, role, jobTitle }: ContentPerson) => `${name}, ${jobTitle ?? roleWords(role)}`

const agreementPart = (said: Agreement): CopyLine[] => [
  {
    label: said.name,
    text: [
      answeredLine(said),
      said.said && `“${said.said}”`,
      ...said.attempts.map((each) => `asked ${attemptLine(each)}`),
    ]
      .filter(Boolean)
      .join('; '),
  },
]

type AnyContent = Omit<FamilyContent, 'outcomes'> & {
  outcomes: readonly AnyOutcome[]
  agreement?: readonly Agreement[]
  consultation?: PlanContent['consultation']
}

const part = (heading: string, lines: readonly CopyLine[], parts: readonly CopyPart[] = []): CopyPart[] =>
  lines.length + parts.length === 0 ? [] : [{ heading, lines, parts }]

/** A plan as it is set out in writing, part by part: the same for the page, the PDF and the Word file (P29). */
export function copyParts(content: AnyContent): CopyPart[] {
  const { outcomes, provisions, pupilViews, agreement = [], consultation } = content
  const besides = provisions.filter(({ outcomeIds }) => !outcomes.some(({ id }) => outcomeIds.includes(id)))
  return [
    ...part('About this plan', [
      ...dated('In force from', content.activatedOn),
      ...dated('We look at it again on', content.reviewDue),
      ...line('Responsible', content.responsible && personLine(content.responsible)),
    ]),
    ...part('In the pupil’s own words', pupilViews ? [{ text: `“${pupilViews.words}”` }] : []),
    ...part('Hopes', paragraphs(content.aspirations)),
    ...part(
      'What we are aiming for, and the support for it',
      [],
      outcomes.map((outcome, place) => outcomePart(outcome, place, provisions)),
    ),
    ...part('Other support', besides.flatMap(supportPart)),
    ...part('In every lesson', paragraphs(content.inEveryLesson)),
    ...part('At home', paragraphs(content.atHome)),
    ...part(
      'For every day',
      [],
      linesByKind(content.lines.map((row) => ({ ...row, version: 1 }))).flatMap(({ kind, lines: own }) =>
        part(
          kindHeadings[kind],
          own.map((row) => ({ text: lineWords(row) })),
        ),
      ),
    ),
    ...part(
      'Who works on this plan',
      content.people.map((person) => ({ text: personLine(person) })),
    ),
    ...part('Agreed with parents and pupil', [
      ...agreement.flatMap(agreementPart),
      ...line('How the parents were consulted', consultation?.parentsNote ?? null),
      ...line('How the pupil was consulted', consultation?.pupilNote ?? null),
    ]),
  ]
}

/** All that a written copy says, before it is set as a PDF or a Word file. */
export type WrittenCopy = {
  readonly edition: Edition
  readonly schoolName: string
  readonly planName: string
  /** The whole name for staff, the first name for the family. */
  readonly pupilName: string
  readonly number: number
  readonly appliesFrom: IsoDate
  readonly reason: string | null
  readonly takenOn: IsoDate
  readonly content: PlanContent | FamilyContent
}

/** What stands at the head of a copy, and in the properties of its file. */
export const copyHead = (copy: WrittenCopy) => ({
  title: `${copy.planName} of ${copy.pupilName}`,
  lead: `${copy.schoolName}. ${copy.edition === 'family' ? 'Family copy' : 'School copy'}, version ${copy.number}, from ${longDate(copy.appliesFrom)}. Taken on ${longDate(copy.takenOn)}`,
  why: copy.reason === null ? null : `What changed last, and why: ${copy.reason}`,
})

/** What was different in the last change of a plan, as its family may know it. */
export type FamilyChange = { number: number; from: IsoDate; reason: string; sentences: string[] }
