'use server'

import { z } from 'zod'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { staffForm } from '@/lib/pupil/schema'
import { endStaff, nameStaff } from '@/lib/pupil/staff.commands'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const pupil = z.object({ schoolSlug: z.string(), pupilId: z.uuid() })
const link = pupil.extend({ pupilStaffId: z.uuid() })

const pageOf = ({ schoolSlug, pupilId }: z.output<typeof pupil>) =>
  `${pupilAddress({ schoolSlug, pupilId })}/people`

/** Names a teacher or an assistant for the pupil. */
export async function submitStaff(
  from: z.input<typeof pupil>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const of = placeOf(pupil, from)
  const actor = await requireActor(of.schoolSlug)
  return answer(
    data,
    staffForm,
    (form) => nameStaff(actor, of.pupilId, form, now()),
    () => `${pageOf(of)}?saved=named`,
  )
}

/** Ends at once that someone is named for the pupil. */
export async function submitEndStaff(from: z.input<typeof link>): Promise<FormState> {
  const of = placeOf(link, from)
  const actor = await requireActor(of.schoolSlug)
  return act(endStaff(actor, of.pupilId, of.pupilStaffId, now()), `${pageOf(of)}?saved=ended`)
}
