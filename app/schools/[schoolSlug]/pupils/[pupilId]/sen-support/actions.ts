'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { startSenSupport } from '@/lib/sen-status/commands'
import { senSupportForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilVersion } from '../where'

/** Puts the pupil on SEN support. */
export async function submitSenSupport(
  from: z.input<typeof pupilVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(pupilVersion, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    senSupportForm,
    (form) => startSenSupport(actor, pupilId, version, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=sen-support`,
  )
}
