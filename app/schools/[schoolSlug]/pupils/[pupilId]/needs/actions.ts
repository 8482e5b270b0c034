'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { setNeeds } from '@/lib/sen-status/needs.commands'
import { needsForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilVersion } from '../where'

/** Saves the needs of the pupil from a day on. */
export async function submitNeeds(
  from: z.input<typeof pupilVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(pupilVersion, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    needsForm,
    (form) => setNeeds(actor, pupilId, version, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=needs`,
  )
}
