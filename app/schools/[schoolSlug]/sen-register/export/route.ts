import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { exportRegister } from '@/lib/sen-register/commands'
import { registerFiltersFrom } from '@/lib/sen-register/schema'
import { requireActor } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string }> }

/** The register as a file, with the filters of the address; taking it is written down. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor((await params).schoolSlug)
  const asked = registerFiltersFrom(Object.fromEntries(new URL(request.url).searchParams))
  const { fileName, text } = await orNotFound(exportRegister(actor, asked, now()))
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}
