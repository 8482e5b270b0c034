import { writtenCopy } from '@/app/written-copy'
import { requireParentOf } from '@/lib/session/require'

type Context = { params: Promise<{ pupilId: string; file: string }> }

/** The family's copy of the plan as PDF or Word. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await params
  const { actor } = await requireParentOf(asked.pupilId)
  return writtenCopy(actor, asked, ['family'])
}
