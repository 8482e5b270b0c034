'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { changePupil } from '@/lib/pupil/commands'
import { pupilChangeForm } from '@/lib/pupil/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilVersion } from '../where'

/** Puts right what the roll says of a pupil. */
export async function submitDetails(
  from: z.input<typeof pupilVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(pupilVersion, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    pupilChangeForm,
    (form) => changePupil(actor, pupilId, version, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=details`,
  )
}
