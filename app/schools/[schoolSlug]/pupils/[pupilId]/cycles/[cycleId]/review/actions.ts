'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/platform/actor'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { type FormState, readForm, valueOf } from '@/lib/platform/form-state'
import { orNotFound } from '@/lib/platform/or-not-found'
import { recordReview } from '@/lib/review/commands'
import { saveReviewDraft } from '@/lib/review/draft.commands'
import { overtakenVersion, seenVersion } from '@/lib/review/draft.rules'
import { draftAnchor } from '@/lib/review/open.rules'
import { reviewForm } from '@/lib/review/schema'
import { savedSinceWords } from '@/lib/review/words'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, type cyclePlace, cycleVersion } from '../../where'

const savedAs = (nextCycleId: string | null) => (nextCycleId === null ? 'ended' : 'review')

/** Records the review, and shows it where it now stands for ever; or keeps what is written so far as a draft. */
export async function submitReview(
  from: z.input<typeof cycleVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  const anchor = draftAnchor(data.get('intent'))
  if (anchor !== null) return keepDraft(actor, place, data, anchor)
  return answer(
    data,
    reviewForm,
    (form) => recordReview(actor, place.cycleId, version, form, now()),
    ({ nextCycleId }) => cycleAddress(place, `/review?saved=${savedAs(nextCycleId)}`),
  )
}

async function keepDraft(
  actor: Actor,
  place: z.output<typeof cyclePlace>,
  data: FormData,
  anchor: string,
): Promise<FormState> {
  const { values } = readForm(data)
  const opened = seenVersion(valueOf(values, 'draftVersion'))
  const saved = await orNotFound(saveReviewDraft(actor, place.cycleId, opened, values, now()))
  if (!saved.ok) return { values, problems: saved.problems }
  const { version, savedBy } = saved.value
  if (savedBy === null)
    redirect(cycleAddress(place, `/review?saved=draft&version=${version}${anchor && `#${anchor}`}`))
  return {
    values: { ...values, draftVersion: overtakenVersion(version) },
    problems: [{ field: 'form', message: savedSinceWords(savedBy) }],
  }
}
