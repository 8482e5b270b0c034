import { notFound } from 'next/navigation'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { attempt } from '@/lib/platform/or-not-found'
import { sentFromHere } from '@/lib/platform/sent-from-here'
import { startImport } from '@/lib/register-import/commands'
import { registerImportPolicy } from '@/lib/register-import/policy'
import { uploadedFile } from '@/lib/register-import/upload.rules'
import { isSignedIn, requireActor } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string }> }

/**
 * Takes the file of the import page. A route and not an action, so that a file can be refused by its length before it is
 * read; proxy.ts lets it through unread for the same reason. The form works with and without JavaScript.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug } = await params
  const page = `/schools/${encodeURIComponent(schoolSlug)}/import`
  if (!sentFromHere(request.headers, env().NEXTAUTH_URL))
    return new Response('Open the import page and send the file from there.', {
      status: 403,
      headers: UNSTORED,
    })
  if (!(await isSignedIn())) return goOn(request, `/sign-in?next=${encodeURIComponent(page)}`)
  const actor = await requireActor(schoolSlug)
  if (!registerImportPolicy.bring(actor, actor)) notFound()

  const file = await uploadedFile(request)
  if (!file.ok) return refused(request, page, file.sentence)
  const outcome = await attempt(startImport(actor, file.bytes, now()))
  if (!outcome.ok) return refused(request, page, outcome.problems.map(({ message }) => message).join(' '))
  return goOn(request, `${page}/${outcome.value.importId}`)
}

const asksForJson = (request: Request) => request.headers.get('accept') === 'application/json'
const UNSTORED = { 'cache-control': 'no-store' }

const goOn = (request: Request, to: string) =>
  asksForJson(request)
    ? Response.json({ to }, { headers: UNSTORED })
    : new Response(null, { status: 303, headers: { ...UNSTORED, location: to } })

/** Back to the page with the reason, which a cookie carries for a minute: it says nothing about any pupil. */
function refused(request: Request, page: string, sentence: string): Response {
  if (asksForJson(request)) return Response.json({ problem: sentence }, { headers: UNSTORED })
  const secure = env().NEXTAUTH_URL.startsWith('https:') ? '; Secure' : ''
  const cookie = `import-problem=${encodeURIComponent(sentence)}; Path=${page}; Max-Age=60; HttpOnly; SameSite=Lax${secure}`
  return new Response(null, {
    status: 303,
    headers: { ...UNSTORED, location: `${page}?problem=1`, 'set-cookie': cookie },
  })
}
