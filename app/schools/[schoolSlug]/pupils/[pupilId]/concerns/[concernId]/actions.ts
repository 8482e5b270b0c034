'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { answerConcern } from '@/lib/concern/decide.commands'
import { concernAnswerForm, strategyEffectForm, strategyForm, talkForm } from '@/lib/concern/schema'
import { addStrategy, endStrategy } from '@/lib/concern/strategy.commands'
import { recordTalk } from '@/lib/concern/talk.commands'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const place = pupilPlace.extend({ concernId: z.uuid() })
const where = place.extend({ version: z.int(), onRegister: z.boolean() })
const oneStrategy = place.extend({ strategyId: z.uuid(), version: z.int() })
const oneDecision = place.extend({ decisionId: z.uuid() })

type Place = z.output<typeof place>

const concernPage = (at: Place, then: string) => `${pupilAddress(at)}/concerns/${at.concernId}${then}`

/** Decides on a concern; a decision for SEN support goes on to when and why, any other to talking it over. */
export async function submitAnswer(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { onRegister, ...at } = placeOf(where, from)
  const actor = await requireActor(at.schoolSlug)
  return answer(
    data,
    concernAnswerForm,
    (form) => answerConcern(actor, at, form, now()),
    (_done, { decision }) =>
      decision === 'sen-support' && !onRegister
        ? `${pupilAddress(at)}/sen-support?concern=${at.concernId}`
        : concernPage(at, '?saved=answered#decisions'),
  )
}

/** Writes down a strategy. */
export async function submitStrategy(
  from: z.input<typeof place>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const at = placeOf(place, from)
  const actor = await requireActor(at.schoolSlug)
  return answer(
    data,
    strategyForm,
    (form) => addStrategy(actor, at, form, now()),
    () => concernPage(at, '?saved=strategy#strategies'),
  )
}

/** Says what came of a strategy. */
export async function submitEffect(
  from: z.input<typeof oneStrategy>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const at = placeOf(oneStrategy, from)
  const actor = await requireActor(at.schoolSlug)
  return answer(
    data,
    strategyEffectForm,
    (form) => endStrategy(actor, at, form, now()),
    () => concernPage(at, '?saved=strategy#strategies'),
  )
}

/** Records that a decision was talked over. */
export async function submitTalk(
  from: z.input<typeof oneDecision>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const at = placeOf(oneDecision, from)
  const actor = await requireActor(at.schoolSlug)
  return answer(
    data,
    talkForm,
    (form) => recordTalk(actor, at, form, now()),
    () => concernPage(at, '?saved=talk#decisions'),
  )
}
