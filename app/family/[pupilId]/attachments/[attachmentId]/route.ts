import { openAttachment } from '@/lib/attachment/queries'
import { headersOf } from '@/lib/attachment/rules'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Context = { params: Promise<{ pupilId: string; attachmentId: string }> }

/** A file that hangs on what was shared with the parents. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const place = await params
  const { actor } = await requireParentOf(place.pupilId)
  const file = await orNotFound(openAttachment(actor, place, now()))
  return new Response(new Blob([new Uint8Array(file.bytes)]), { headers: headersOf(file) })
}
