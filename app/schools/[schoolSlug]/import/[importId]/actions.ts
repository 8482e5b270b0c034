'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { answerAsks, correctMapping, discardImport } from '@/lib/register-import/commands'
import { confirmImport } from '@/lib/register-import/confirm.commands'
import { answersForm, mappingForm } from '@/lib/register-import/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), importId: z.uuid(), version: z.int() })
type Where = z.input<typeof where>

const importsOf = ({ schoolSlug }: Where) => `/schools/${encodeURIComponent(schoolSlug)}/import`

/** Puts right what the columns are and reads the file again. */
export async function submitMapping(from: Where, _before: FormState, data: FormData): Promise<FormState> {
  const { schoolSlug, importId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = mappingForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(correctMapping(actor, importId, version, parsed.data.columns, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${importsOf(from)}/${importId}?saved=mapping`)
}

/** Saves who the rows in question are about. */
export async function submitAnswers(from: Where, _before: FormState, data: FormData): Promise<FormState> {
  const { schoolSlug, importId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = answersForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(answerAsks(actor, importId, version, parsed.data.answers, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${importsOf(from)}/${importId}?saved=answers`)
}

/** Writes the good rows of the file to the register. */
export async function submitConfirm(from: Where): Promise<FormState> {
  const { schoolSlug, importId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const outcome = await attempt(confirmImport(actor, importId, version, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(`${importsOf(from)}/${importId}`)
}

/** Puts the file away. */
export async function submitDiscard(from: Where): Promise<FormState> {
  const { schoolSlug, importId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const outcome = await attempt(discardImport(actor, importId, version, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(importsOf(from))
}
