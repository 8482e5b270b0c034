import { calendarByLink } from '@/lib/invitation/link.commands'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'

type Context = { params: Promise<{ linkToken: string }> }

/** The time of the meeting for a calendar, from the link of an invitation. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { linkToken: token } = await params
  const asking = { token, address: addressOf(request.headers), now: now() }
  return new Response(await orNotFound(calendarByLink(asking)), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'no-store',
    },
  })
}
