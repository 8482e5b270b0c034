import type { IsoDate } from '@/lib/calendar/iso-date'

/** How somebody can answer on a plan, or not answer at all after they were asked (6.48). */
export const ANSWERS = ['agreed', 'partly', 'disagreed', 'no-answer'] as const
/** How somebody was spoken with or written to. */
export const METHODS = ['in-person', 'video', 'phone', 'letter', 'email', 'message'] as const

export type Answer = (typeof ANSWERS)[number]
export type Method = (typeof METHODS)[number]

/** One attempt to reach somebody about the plan. */
export type Attempt = { readonly on: IsoDate; readonly method: Method; readonly cameOfIt: string | null }

/** What somebody last said of the plan; `changeId`: of a change of it, null where it first came into force. */
export type Answered = {
  readonly answer: Answer
  readonly said: string | null
  readonly method: Method
  readonly on: IsoDate
  readonly changeId: string | null
}

/** A parent whom the school may ask, or the pupil (no contact), with where they stand on the plan. */
export type Party = {
  readonly contactId: string | null
  readonly name: string
  readonly relationship: string | null
  /** Without a word from them, or the attempts to get one, no plan comes into force (6.48). */
  readonly mustBeAsked: boolean
  readonly latest: Answered | null
  readonly attempts: readonly Attempt[]
}

/** How parents and pupil were consulted as it was noted before each person had an answer of their own. */
export type EarlierNote = { readonly parents: string | null; readonly pupil: string | null }

/** All that decides whether everyone was asked. `isYoungPerson`: over compulsory school age, and asked themselves. */
export type Agreeing = {
  readonly parties: readonly Party[]
  readonly earlier: EarlierNote
  readonly isYoungPerson: boolean
}

type Missing = { item: string; paragraph: string; message: string }

const UNANSWERED = (name: string) =>
  `Write down what ${name} says of the plan, or that they were invited and did not answer`

function missingOf({ contactId, name, latest, attempts }: Party): Missing[] {
  const item = `agreement.${contactId ?? 'pupil'}`
  if (!latest) return [{ item, paragraph: '6.48', message: UNANSWERED(name) }]
  return latest.answer === 'no-answer' && attempts.length === 0
    ? [{ item, paragraph: '6.48', message: `Write down each attempt to reach ${name}: the day and how` }]
    : []
}

/**
 * Who has not been asked about the plan, nor tried for (6.48): each parent whom the school may ask, and the pupil. A
 * note from before each person had an answer stands for those it was about. Disagreement stops nothing: the Code asks
 * for consultation and its record, not for consent.
 */
export function missingFromAgreement({ parties, earlier, isYoungPerson }: Agreeing): Missing[] {
  const parents = parties.filter(({ contactId }) => contactId !== null)
  const coveredByNote = (party: Party) =>
    party.latest === null && (party.contactId === null ? earlier.pupil !== null : earlier.parents !== null)
  const nobody = parents.length === 0 && earlier.parents === null && !isYoungPerson
  return [
    ...(nobody
      ? [
          {
            item: 'agreement.nobody',
            paragraph: '6.48',
            message: 'Add a parent or carer whom the school may ask about the plan',
          },
        ]
      : []),
    ...parties.filter((party) => party.mustBeAsked && !coveredByNote(party)).flatMap(missingOf),
  ]
}

/** Where the parents stand together: the least that any of them agrees; null while none was asked. */
export function parentsTogether(
  parties: readonly Party[],
): 'agreed' | 'partly' | 'disagreed' | 'invited-no-answer' | null {
  const answers = parties.flatMap(({ contactId, latest }) =>
    contactId !== null && latest ? [latest.answer] : [],
  )
  const spoken = answers.filter((answer) => answer !== 'no-answer')
  if (answers.length === 0) return null
  if (spoken.length === 0) return 'invited-no-answer'
  if (spoken.every((answer) => answer === 'agreed')) return 'agreed'
  return spoken.every((answer) => answer === 'disagreed') ? 'disagreed' : 'partly'
}

// As much of an agreement as a version keeps.
type Kept = Pick<Answered, 'answer' | 'on' | 'said'> & Pick<Party, 'contactId' | 'name'>

/** Who said yes to what is new, or yes in part: the names with which a comparison's sentences end. */
export const agreedIn = (before: readonly Kept[], after: readonly Kept[]): string[] =>
  after
    .filter(({ answer }) => answer === 'agreed' || answer === 'partly')
    .filter((now) => {
      const was = before.find(({ contactId }) => contactId === now.contactId)
      return !was || was.on !== now.on || was.answer !== now.answer || was.said !== now.said
    })
    .map(({ name }) => name)

/** Who said yes, or yes in part, to the change that is being written. */
export const agreedTo = (parties: readonly Party[], changeId: string): string[] =>
  parties
    .filter(
      ({ latest }) =>
        latest?.changeId === changeId && (latest.answer === 'agreed' || latest.answer === 'partly'),
    )
    .map(({ name }) => name)

/** Where a plan stands, in the four steps that everybody knows (6.48). */
export type PlanStep = 'draft' | 'agreed' | 'active' | 'closed'

/** A plan is agreed once everyone was asked and nothing of it is missing; active once it came into force. */
export const planStep = (
  plan: { activatedOn: IsoDate | null; closedOn: IsoDate | null },
  missing: number,
): PlanStep =>
  plan.closedOn !== null
    ? 'closed'
    : plan.activatedOn !== null
      ? 'active'
      : missing === 0
        ? 'agreed'
        : 'draft'

/** Why an answer cannot be as it was written down; null when it can. */
export function answerProblem(
  form: { answer: Answer; said: string | null; on: IsoDate },
  { today, attempts }: { today: IsoDate; attempts: number },
): { field: string; message: string } | null {
  if (form.on > today) return { field: 'on', message: 'The day must be today or in the past' }
  if (form.answer === 'partly' && form.said === null)
    return { field: 'said', message: 'Enter what they agreed with, and what not' }
  if (form.answer === 'disagreed' && form.said === null)
    return { field: 'said', message: 'Enter what they did not agree with' }
  if (form.answer === 'no-answer' && attempts === 0)
    return { field: 'answer', message: 'Write down each attempt to reach them first: the day and how' }
  return null
}
