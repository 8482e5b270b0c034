import type { OfCycle } from './cycle'
import { insert, newId } from './insert'

/** A line of a plan for every day. */
export async function aPlanLine(
  cycle: OfCycle,
  over: {
    kind?: string
    words?: string
    about?: string | null
    who?: string | null
    howOften?: string | null
    shared?: boolean
  } = {},
) {
  const line = { id: newId(), kind: 'strategy', words: 'Steps as pictures', shared: true, ...over }
  await insert('plan_lines', {
    ...{ school_id: cycle.schoolId, id: line.id, pupil_id: cycle.pupilId, cycle_id: cycle.id },
    ...{ kind: line.kind, words: line.words, about: line.about ?? null },
    ...{ who: line.who ?? null, how_often: line.howOften ?? null },
    shared_at: line.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return line
}

/** A version of a plan as it was published: the least that its readers ask of it. */
export async function aPlanVersion(
  cycle: OfCycle,
  publishedBy: { id: string },
  over: { number?: number; publishedAt?: string; content?: object } = {},
) {
  const version = { id: newId(), number: 1, publishedAt: '2026-11-09T09:00:00Z', content: {}, ...over }
  const own = {
    school_id: cycle.schoolId,
    pupil_id: cycle.pupilId,
    cycle_id: cycle.id,
    number: version.number,
  }
  await insert('plan_versions', {
    ...own,
    ...{ id: version.id, published_at: version.publishedAt, published_by_id: publishedBy.id },
    ...{ applies_from: version.publishedAt.slice(0, 10), content: JSON.stringify(version.content) },
    reason: version.number === 1 ? null : 'It was too hard',
  })
  return version
}
