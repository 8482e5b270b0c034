import { getOwnCalendar } from '@/lib/invitation/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Context = { params: Promise<{ pupilId: string; meetingId: string }> }

/** A meeting to come, for the calendar of the parent who asks. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { pupilId, meetingId } = await params
  const { actor } = await requireParentOf(pupilId)
  return new Response(await orNotFound(getOwnCalendar(actor, { pupilId, meetingId }, now())), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'no-store',
    },
  })
}
