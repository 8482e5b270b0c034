import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Agreeing, missingFromAgreement } from '@/lib/plan/agreement.rules'

export type ParentConsultation = 'agreed' | 'partly' | 'disagreed' | 'invited-no-answer'
export type PupilConsultation = 'took-part' | 'views-gathered' | 'not-obtained'

/** As much of a plan as decides whether it may become active. */
export type PlanToActivate = {
  readonly outcomes: readonly {
    readonly id: string
    readonly willDo: string | null
    readonly measure: string | null
    readonly baseline: string | null
    readonly target: string | null
    readonly by: IsoDate | null
    readonly expectedImpact: string | null
  }[]
  readonly provisions: readonly {
    readonly id: string
    readonly what: string | null
    readonly outcomeIds: readonly string[]
  }[]
  readonly reviewDue: IsoDate | null
  readonly responsibleTeacher: boolean
  readonly agreement: Agreeing
  /** What parents suggested and nobody has answered yet (P19). */
  readonly suggestions?: readonly { readonly id: string; readonly from: string }[]
}

/** One thing still to be written: which, the Code paragraph that asks for it, and what to do in words. */
export type MissingItem = { item: string; paragraph: string; message: string }

const isBlank = (text: string | null) => text === null || text.trim() === ''

type Outcome = PlanToActivate['outcomes'][number]

const OUTCOME_PARTS: readonly { part: Exclude<keyof Outcome, 'id'>; paragraph: string; message: string }[] = [
  { part: 'willDo', paragraph: '6.48', message: 'enter what the pupil will do' },
  { part: 'measure', paragraph: '9.66', message: 'enter how it will be measured' },
  { part: 'baseline', paragraph: '9.66', message: 'enter where the pupil is now' },
  { part: 'target', paragraph: '9.66', message: 'enter what the pupil is aiming for' },
  { part: 'by', paragraph: '9.66', message: 'enter the date it should be reached by' },
  {
    part: 'expectedImpact',
    paragraph: '6.48',
    message: 'enter the impact expected on progress, development or behaviour',
  },
]

function missingFromOutcomes({ outcomes }: PlanToActivate): MissingItem[] {
  if (outcomes.length === 0)
    return [{ item: 'outcomes', paragraph: '6.48', message: 'Add at least one outcome' }]
  return outcomes.flatMap((outcome, index) =>
    OUTCOME_PARTS.filter(({ part }) => isBlank(outcome[part])).map(({ part, paragraph, message }) => ({
      item: `outcomes.${outcome.id}.${part}`,
      paragraph,
      message: `Outcome ${index + 1}: ${message}`,
    })),
  )
}

function missingFromProvisions({ outcomes, provisions }: PlanToActivate): MissingItem[] {
  if (provisions.length === 0)
    return [
      {
        item: 'provisions',
        paragraph: '6.48',
        message: 'Add at least one provision: the support that will be given',
      },
    ]
  const ids = new Set(outcomes.map(({ id }) => id))
  return provisions.flatMap(({ id, what, outcomeIds }, index) => [
    ...(isBlank(what)
      ? [
          {
            item: `provisions.${id}.what`,
            paragraph: '6.48',
            message: `Provision ${index + 1}: enter what will be done`,
          },
        ]
      : []),
    ...(outcomeIds.some((outcomeId) => ids.has(outcomeId))
      ? []
      : [
          {
            item: `provisions.${id}.outcomeIds`,
            paragraph: '6.40',
            message: `Provision ${index + 1}: select at least one outcome it is for`,
          },
        ]),
  ])
}

/**
 * What a plan still lacks before it can become active, in the order of the form; nothing, when it may (6.48).
 * A plan the parent disagrees with may be activated: the Code asks for consultation and its record, not for consent.
 */
export function missingBeforeActivation(plan: PlanToActivate): MissingItem[] {
  return [
    ...missingFromOutcomes(plan),
    ...missingFromProvisions(plan),
    ...(plan.responsibleTeacher
      ? []
      : [
          {
            item: 'responsibleTeacher',
            paragraph: '6.36',
            message: 'Select the teacher who is responsible for this plan',
          },
        ]),
    ...(plan.reviewDue
      ? []
      : [{ item: 'reviewDue', paragraph: '6.48', message: 'Enter the date the plan will be reviewed' }]),
    ...(plan.suggestions ?? []).map(({ id, from }) => ({
      item: `suggestions.${id}`,
      paragraph: '6.48',
      message: `Answer what ${from} suggests: it is in the plan, it was tried, or why not now`,
    })),
    ...missingFromAgreement(plan.agreement),
  ]
}
