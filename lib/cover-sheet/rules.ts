import type { SheetPupil } from '@/lib/class/rules'
import { type LineKind, linesForStaff, type PlanLine } from '@/lib/plan-line/rules'

/** One pupil as a colleague who covers needs to know them: need, and what to do, and nothing else (6.49, P53). */
export type CoverPupil = {
  readonly pupilId: string
  readonly name: string
  /** In words, the first need first. */
  readonly needs: readonly string[]
  readonly inEveryLesson: string | null
  readonly lines: readonly PlanLine[]
}

// Where it helps in the moment comes first: what to do when, and where it is quiet.
const ORDER: readonly LineKind[] = ['what-to-do-when', 'quiet-place', 'strategy', 'adjustment']

type Known = {
  readonly needs: Readonly<Record<string, readonly string[]>>
  readonly lines: Readonly<Record<string, readonly PlanLine[]>>
}

/**
 * The pupils of a class for whoever covers it: need, what holds in every lesson and the lines for the room. Outcomes,
 * notes, provision, home and personal care stay where they are (P44, P53).
 */
export const coverPupils = (
  pupils: readonly Pick<SheetPupil, 'pupilId' | 'name' | 'inEveryLesson'>[],
  { needs, lines }: Known,
): CoverPupil[] =>
  pupils.map(({ pupilId, name, inEveryLesson }) => ({
    pupilId,
    name,
    needs: needs[pupilId] ?? [],
    inEveryLesson,
    lines: linesForStaff(lines[pupilId] ?? []).toSorted(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    ),
  }))
