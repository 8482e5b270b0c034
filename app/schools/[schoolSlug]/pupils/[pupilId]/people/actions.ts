'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { staffForm } from '@/lib/pupil/schema'
import { endStaff, nameStaff } from '@/lib/pupil/staff.commands'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const pupil = z.object({ schoolSlug: z.string(), pupilId: z.uuid() })
const link = pupil.extend({ pupilStaffId: z.uuid() })

const pageOf = ({ schoolSlug, pupilId }: z.output<typeof pupil>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}/people`

/** Names a teacher or an assistant for the pupil. */
export async function submitStaff(
  from: z.input<typeof pupil>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const of = pupil.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const { values, input } = readForm(data)
  const parsed = staffForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(nameStaff(actor, of.pupilId, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${pageOf(of)}?saved=named`)
}

/** Ends at once that someone is named for the pupil. */
export async function submitEndStaff(from: z.input<typeof link>): Promise<FormState> {
  const of = link.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const outcome = await attempt(endStaff(actor, of.pupilId, of.pupilStaffId, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(`${pageOf(of)}?saved=ended`)
}
