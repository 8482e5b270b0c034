'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, readForm, valueOf } from '@/lib/platform/form-state'
import { orNotFound } from '@/lib/platform/or-not-found'
import { recordReview } from '@/lib/review/commands'
import { saveReviewDraft } from '@/lib/review/draft.commands'
import { reviewForm } from '@/lib/review/schema'
import { savedSinceWords } from '@/lib/review/words'
import { requireActor } from '@/lib/session/require'
import { answer, cycleAddress, cycleVersion, placeOf } from '../../where'

const savedAs = (nextCycleId: string | null) => (nextCycleId === null ? 'ended' : 'review')

/** Records the review, and shows it where it now stands for ever; or keeps what is written so far as a draft. */
export async function submitReview(
  from: z.input<typeof cycleVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  if (data.get('intent') === 'draft') {
    const { values } = readForm(data)
    const saved = await orNotFound(
      saveReviewDraft(actor, place.cycleId, Number(valueOf(values, 'draftVersion')), values, now()),
    )
    if (!saved.ok) return { values, problems: saved.problems }
    const { version: kept, savedBy } = saved.value
    if (savedBy === null) redirect(cycleAddress(place, '/review?saved=draft'))
    // overtaken: saving again from here keeps these words, knowingly
    return {
      values: { ...values, draftVersion: String(kept) },
      problems: [{ field: 'form', message: savedSinceWords(savedBy) }],
    }
  }
  return answer(
    data,
    reviewForm,
    (form) => recordReview(actor, place.cycleId, version, form, now()),
    ({ nextCycleId }) => cycleAddress(place, `/review?saved=${savedAs(nextCycleId)}`),
  )
}
