'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, type FormValues, readForm, valueOf } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { saveRound } from '@/lib/review/draft.commands'
import { overtakenVersion, roundCycles, seenVersion } from '@/lib/review/draft.rules'
import { notKeptWords } from '@/lib/review/words'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string().max(100), page: z.int().min(1).catch(1) })

const versionOf = (cycleId: string) => `drafts.${cycleId}.version`

/** Keeps each pupil's part of a round as that pupil's own draft; what was overtaken stays on the page, with why. */
export async function submitRound(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, page } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values } = readForm(data)
  const parts = roundCycles(values).map((cycleId) => ({
    cycleId,
    ...seenVersion(valueOf(values, versionOf(cycleId))),
  }))
  const outcome = await attempt(saveRound(actor, parts, values, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  const left = outcome.value.filter(({ is }) => is === 'elsewhere' || is === 'closed')
  if (left.length === 0)
    redirect(`/schools/${encodeURIComponent(schoolSlug)}/review-round?page=${page}&saved=round`)
  const versions: FormValues = {}
  for (const { cycleId, version, is } of outcome.value)
    versions[versionOf(cycleId)] = is === 'elsewhere' ? overtakenVersion(version) : String(version)
  return {
    values: { ...values, ...versions },
    problems: left.map((part) => ({
      field: `drafts.${part.cycleId}.pupilViews`,
      message: notKeptWords(part),
    })),
  }
}
