import { writtenCopy } from '@/app/written-copy'
import { EDITIONS } from '@/lib/plan/copy.rules'
import { requireActor } from '@/lib/session/require'

type Context = { params: Promise<{ schoolSlug: string; pupilId: string; file: string }> }

/** The plan as PDF or Word, for the school or to hand to the family. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug, ...asked } = await params
  return writtenCopy(await requireActor(schoolSlug), asked, EDITIONS)
}
