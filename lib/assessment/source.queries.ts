import 'server-only'
import { v7 } from 'uuid'
import { attachmentPolicy } from '@/lib/attachment/policy'
import { attachmentsOf } from '@/lib/attachment/reads'
import type { AttachmentLine } from '@/lib/attachment/rules'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { isDraft } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { annotationsOf } from './beside.reads'
import { type AnnotationLine, areOwnWords, sourceStageProblem } from './own-words.rules'
import { assessmentPolicy } from './policy'
import { readSources } from './reads'
import type { SourceLine } from './rules'

export type SourcePage = {
  cycle: CycleHeader
  source: SourceLine
  annotations: AnnotationLine[]
  files: AttachmentLine[]
  formKey: string
  mayCorrect: boolean
  mayAttach: boolean
  /** Staff set a note beside a family’s words, which stay as they are. */
  mayAddBeside: boolean
}

/** One source of an assessment: who said what and when, the notes beside it, and the files that hang on it (6.45). */
export function getSourcePage(
  actor: Actor,
  place: CyclePlace & { sourceId: string },
  now: Date,
): Promise<SourcePage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'source', now)
    const source = (await readSources(tx, cycle.cycleId)).find(({ id }) => id === place.sourceId)
    if (!source || !assessmentPolicy.read(actor, cycle)) throw new NotFound(`source ${place.sourceId}`)
    const own = areOwnWords(source.kind)
    return {
      cycle,
      source,
      annotations: (await annotationsOf(tx, cycle.cycleId)).filter(({ sourceId }) => sourceId === source.id),
      files: await attachmentsOf(tx, { sourceId: source.id }),
      formKey: v7(),
      mayCorrect: isDraft(cycle.stage) && !own && assessmentPolicy.correct(actor, cycle, source),
      mayAttach: sourceStageProblem(source.kind, cycle.stage) === null && attachmentPolicy.add(actor, cycle),
      mayAddBeside: own && cycle.stage !== 'closed' && assessmentPolicy.contribute(actor, cycle),
    }
  })
}
