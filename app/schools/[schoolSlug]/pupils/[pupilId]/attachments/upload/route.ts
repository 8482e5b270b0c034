import { notFound } from 'next/navigation'
import { z } from 'zod'
import { attachFile } from '@/lib/attachment/commands'
import { uploadedFile } from '@/lib/attachment/upload.rules'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { attempt } from '@/lib/platform/or-not-found'
import { sentFromHere } from '@/lib/platform/sent-from-here'
import { isSignedIn, requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../where'

type Context = { params: Promise<{ schoolSlug: string; pupilId: string }> }

// What the form is bound to stands in its address, so that it is known before anything of the file is read.
const place = z.object({
  schoolSlug: z.string().max(100),
  pupilId: z.uuid(),
  cycle: z.uuid(),
  of: z.enum(['do-note', 'source']),
  owner: z.uuid(),
})

/** The page a file was sent from. */
const pageOf = ({ schoolSlug, pupilId, cycle, of, owner }: z.output<typeof place>) =>
  `${pupilAddress({ schoolSlug, pupilId })}/cycles/${cycle}/${of === 'do-note' ? `do/notes/${owner}` : `assess/sources/${owner}`}`

/**
 * Takes a file for a Do note or a source. A route and not an action, so that a file can be refused by its length before it
 * is read; proxy.ts lets it through unread for the same reason. The form works with and without JavaScript.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const where = place.safeParse({ ...asked, ...(await params) }).data ?? notFound()
  const page = pageOf(where)
  if (!sentFromHere(request.headers, env().NEXTAUTH_URL))
    return new Response('Open the page and send the file from there.', { status: 403, headers: UNSTORED })
  if (!(await isSignedIn())) return goOn(request, `/sign-in?next=${encodeURIComponent(page)}`)
  const actor = await requireActor(where.schoolSlug)

  const file = await uploadedFile(request)
  if (!file.ok) return refused(request, page, file)
  const formKey = z.uuid().safeParse(file.formKey).data ?? notFound()
  const owner = where.of === 'do-note' ? { doNoteId: where.owner } : { sourceId: where.owner }
  const outcome = await attempt(attachFile(actor, where.pupilId, owner, { ...file, formKey }, now()))
  if (!outcome.ok) {
    const sentence = outcome.problems.map(({ message }) => message).join(' ')
    return refused(request, page, { sentence, title: file.title })
  }
  return goOn(request, `${page}?saved=file`)
}

const asksForJson = (request: Request) => request.headers.get('accept') === 'application/json'
const UNSTORED = { 'cache-control': 'no-store' }

const goOn = (request: Request, to: string) =>
  asksForJson(request)
    ? Response.json({ to }, { headers: UNSTORED })
    : new Response(null, { status: 303, headers: { ...UNSTORED, location: to } })

type Refusal = { sentence: string; title: string }

/** Back to the page with the reason and what was typed, which a cookie of that page alone carries for a minute. */
function refused(request: Request, page: string, { sentence, title }: Refusal): Response {
  if (asksForJson(request)) return Response.json({ problem: sentence }, { headers: UNSTORED })
  const secure = env().NEXTAUTH_URL.startsWith('https:') ? '; Secure' : ''
  const said = encodeURIComponent(JSON.stringify({ sentence, title }))
  const cookie = `attachment-problem=${said}; Path=${page}; Max-Age=60; HttpOnly; SameSite=Lax${secure}`
  return new Response(null, {
    status: 303,
    headers: { ...UNSTORED, location: `${page}?problem=file#files`, 'set-cookie': cookie },
  })
}
