import type { z } from 'zod'
import { dropDraft, keepDraft } from '@/lib/draft/commands'
import { listDrafts } from '@/lib/draft/queries'
import { MOST_BYTES } from '@/lib/draft/rules'
import { draftPlace, draftToKeep } from '@/lib/draft/schema'
import { savedWords } from '@/lib/draft/words'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { orNotFound } from '@/lib/platform/or-not-found'
import { sentFromHere } from '@/lib/platform/sent-from-here'
import { isSignedIn, requireStaff } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string }> }

const MOST_BODY = 2 * MOST_BYTES + 10_000
const answer = (status: number, body: unknown = null) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** What the person asking had typed into the forms of a page: a route, so that a page without a form asks for nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await isSignedIn())) return answer(401)
  const { actor } = await requireStaff((await params).schoolSlug)
  const page = new URL(request.url).searchParams.get('page') ?? ''
  return answer(200, await orNotFound(listDrafts(actor, page)))
}

/** Keeps what is typed, every few seconds and as the page is left: a beacon can reach a route, and not an action. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { refused, actor, school, sent } = await received(request, context, draftToKeep)
  if (refused) return refused
  const at = now()
  const outcome = await orNotFound(keepDraft(actor, school, sent, at))
  return outcome.ok ? answer(200, { saved: savedWords(outcome.value.at) }) : answer(429)
}

/** Drops a draft: the form was sent, or begun again. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  const { refused, actor, sent } = await received(request, context, draftPlace)
  if (refused) return refused
  await orNotFound(dropDraft(actor, sent))
  return answer(200)
}

async function received<Sent>(request: Request, { params }: Context, schema: z.ZodType<Sent>) {
  if (!sentFromHere(request.headers, env().NEXTAUTH_URL)) return { refused: answer(403) }
  if (!(await isSignedIn())) return { refused: answer(401) }
  const { actor, school } = await requireStaff((await params).schoolSlug)
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) return { refused: answer(413) }
  const text = await request.text()
  if (text.length > MOST_BODY) return { refused: answer(413) }
  const sent = schema.safeParse(read(text))
  return sent.success ? { actor, school, sent: sent.data } : { refused: answer(400) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
