import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { rowsToMend } from '@/lib/register-import/queries'
import { requireActor } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string; importId: string }> }

/** The rows that stay out of an import, as a file to mend and import again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug, importId } = await params
  const actor = await requireActor(schoolSlug)
  const text = await orNotFound(rowsToMend(actor, idOrNotFound(importId), now()))
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rows-to-mend.csv"',
      'cache-control': 'no-store',
    },
  })
}
