'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { recordEhcPlan } from '@/lib/sen-status/commands'
import { ehcPlanForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilVersion } from '../where'

/** Records the EHC plan of the pupil. */
export async function submitEhcPlan(
  from: z.input<typeof pupilVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(pupilVersion, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    ehcPlanForm,
    (form) => recordEhcPlan(actor, pupilId, version, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=ehc-plan`,
  )
}
