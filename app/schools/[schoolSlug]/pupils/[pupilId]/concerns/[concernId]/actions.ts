'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { answerConcern } from '@/lib/concern/decide.commands'
import { concernAnswerForm, strategyEffectForm, strategyForm, talkForm } from '@/lib/concern/schema'
import { addStrategy, endStrategy } from '@/lib/concern/strategy.commands'
import { recordTalk } from '@/lib/concern/talk.commands'
import { requireActor } from '@/lib/session/require'
import { answer } from '../../cycles/where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const place = z.object({ schoolSlug: z.string(), pupilId: z.uuid(), concernId: z.uuid() })
const where = place.extend({ version: z.int(), onRegister: z.boolean() })
const oneStrategy = place.extend({ strategyId: z.uuid(), version: z.int() })
const oneDecision = place.extend({ decisionId: z.uuid() })

type Place = z.output<typeof place>

const pageOf = ({ schoolSlug, pupilId }: Pick<Place, 'schoolSlug' | 'pupilId'>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`
const concernPage = (at: Place, then: string) => `${pageOf(at)}/concerns/${at.concernId}${then}`

/** Decides on a concern; a decision for SEN support goes on to when and why, any other to talking it over. */
export async function submitAnswer(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { onRegister, ...at } = where.parse(from)
  const actor = await requireActor(at.schoolSlug)
  const { values, input } = readForm(data)
  const parsed = concernAnswerForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(answerConcern(actor, at, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  if (parsed.data.decision === 'sen-support' && !onRegister)
    redirect(`${pageOf(at)}/sen-support?concern=${at.concernId}`)
  redirect(concernPage(at, '?saved=answered#decisions'))
}

/** Writes down a strategy. */
export async function submitStrategy(
  from: z.input<typeof place>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const at = place.parse(from)
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
  const at = oneStrategy.parse(from)
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
  const at = oneDecision.parse(from)
  const actor = await requireActor(at.schoolSlug)
  return answer(
    data,
    talkForm,
    (form) => recordTalk(actor, at, form, now()),
    () => concernPage(at, '?saved=talk#decisions'),
  )
}
