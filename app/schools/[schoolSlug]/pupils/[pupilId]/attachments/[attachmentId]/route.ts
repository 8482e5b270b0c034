import { openAttachment } from '@/lib/attachment/queries'
import { headersOf } from '@/lib/attachment/rules'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string; pupilId: string; attachmentId: string }> }

/** A file, for a member of staff who may read what it hangs on. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug, ...place } = await params
  const actor = await requireActor(schoolSlug)
  const file = await orNotFound(openAttachment(actor, place, now()))
  return new Response(new Blob([new Uint8Array(file.bytes)]), { headers: headersOf(file) })
}
