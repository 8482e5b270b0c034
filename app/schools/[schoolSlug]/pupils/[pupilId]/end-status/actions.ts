'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { endStatus } from '@/lib/sen-status/commands'
import { endStatusForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilVersion } from '../where'

/** Takes the pupil off the register. */
export async function submitEnd(
  from: z.input<typeof pupilVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(pupilVersion, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    endStatusForm,
    (form) => endStatus(actor, pupilId, version, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=ended`,
  )
}
