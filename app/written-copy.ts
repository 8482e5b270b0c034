import 'server-only'
import { notFound } from 'next/navigation'
import { takeCopy } from '@/lib/plan/copy.commands'
import { contentTypes, copyAsked, copyFileName, type CopyFormat, type Edition } from '@/lib/plan/copy.rules'
import type { WrittenCopy } from '@/lib/plan/copy.words'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'

// Loaded when the first copy is taken, and on no page.
const made: Record<CopyFormat, (copy: WrittenCopy) => Promise<Buffer>> = {
  pdf: async (copy) => (await import('@/components/plan/plan-pdf')).planPdf(copy),
  docx: async (copy) => (await import('@/components/plan/plan-docx')).planDocx(copy),
}

/** A plan as a file, in one of the editions that are offered at this address; taking it is written down. */
export async function writtenCopy(
  actor: Actor,
  { pupilId, file }: { pupilId: string; file: string },
  offered: readonly Edition[],
): Promise<Response> {
  const asked = copyAsked(file)
  if (!asked || !offered.includes(asked.edition)) notFound()
  const copy = await orNotFound(takeCopy(actor, idOrNotFound(pupilId), asked, now()))
  const bytes = await made[asked.format](copy)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': contentTypes[asked.format],
      'content-disposition': `attachment; filename="${copyFileName(copy, asked.format)}"`,
      'cache-control': 'no-store',
    },
  })
}
