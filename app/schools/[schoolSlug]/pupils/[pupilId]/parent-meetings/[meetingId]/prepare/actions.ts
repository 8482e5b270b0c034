'use server'

import { z } from 'zod'
import { act, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { markPrepared } from '@/lib/preparation/commands'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = pupilPlace.extend({ meetingId: z.uuid() })

/** Says that the meeting is prepared. */
export async function submitPrepared(from: z.input<typeof where>): Promise<FormState> {
  const { meetingId, ...place } = placeOf(where, from)
  const actor = await requireActor(place.schoolSlug)
  const page = `${pupilAddress(place)}/parent-meetings/${meetingId}/prepare?saved=prepared`
  return act(markPrepared(actor, meetingId, now()), page)
}
