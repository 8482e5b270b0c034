'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { answerConcern } from '@/lib/concern/commands'
import { concernAnswerForm } from '@/lib/concern/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({
  schoolSlug: z.string(),
  pupilId: z.uuid(),
  concernId: z.uuid(),
  version: z.int(),
  onRegister: z.boolean(),
})

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Answers a concern; a decision for SEN support goes on to when and why. */
export async function submitAnswer(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, concernId, version, onRegister } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = concernAnswerForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(answerConcern(actor, { pupilId, concernId, version }, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  if (parsed.data.decision === 'sen-support' && !onRegister)
    redirect(`${pageOf(schoolSlug, pupilId)}/sen-support`)
  redirect(`${pageOf(schoolSlug, pupilId)}?saved=answered#concerns`)
}
