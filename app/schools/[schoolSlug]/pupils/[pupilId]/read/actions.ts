'use server'

import { z } from 'zod'
import { act, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { sayRead } from '@/lib/read-receipt/commands'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const version = z.object({ schoolSlug: z.string().max(100), pupilId: z.uuid(), versionId: z.uuid() })

/** "I have read it", with one tap, and back to the pupil. */
export async function submitRead(from: z.input<typeof version>): Promise<FormState> {
  const { schoolSlug, pupilId, versionId } = placeOf(version, from)
  const actor = await requireActor(schoolSlug)
  const next = `${pupilAddress({ schoolSlug, pupilId })}?saved=read`
  return act(sayRead(actor, { pupilId, versionId }, now()), next)
}
