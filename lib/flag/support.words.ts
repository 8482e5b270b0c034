import { isNoted, provisionGroups, type SheetLine, type SheetPupil } from '@/lib/class/rules'
import { howWords, weekWords } from '@/lib/class/words'
import { addresses } from './addresses.rules'
import { whoWords } from './pupil.words'
import type { TodayLine } from './rules'

/** How many lines of support Today shows; a class sheet shows them all. */
export const SUPPORT_SHOWN = 12

/** A class with support in force, and how much of it was noted today. */
export type ClassSupport = { id: string; name: string; sessions: number; noted: number }

/** What is given to one's own pupils today: what is still to be noted, one's own sessions first, and each class. */
export type TodaySupport = { toNote: TodayLine[]; sessions: number; noted: number; classes: ClassSupport[] }

const lineOf = (line: SheetLine): TodayLine => ({
  act: `Note ${line.what} for ${line.name}`,
  path: addresses.do(line.pupilId, line.cycleId),
  who: whoWords([line.className], [line.outcome, howWords(line)].filter(Boolean).join('; ')),
  since: weekWords(line),
  source: 'Code 6.52',
})

/** What is given today to the pupils of a teacher or an assistant, and what was noted of it (6.52). */
export function todaySupport(pupils: readonly SheetPupil[], membershipId: string): TodaySupport {
  // Whoever is away today is given nothing, and nobody is asked to note it.
  const lines = provisionGroups(pupils.filter(({ isAway }) => !isAway)).flatMap((group) => group.lines)
  const open = lines.filter((line) => !isNoted(line))
  const isMine = ({ deliveredById }: SheetLine) => deliveredById === membershipId
  const classOf = new Map(pupils.map(({ pupilId, classId }) => [pupilId, classId]))
  const classes = new Map<string, ClassSupport>()
  for (const { classId, className } of pupils)
    if (classId !== null && !classes.has(classId)) {
      const here = lines.filter(({ pupilId }) => classOf.get(pupilId) === classId)
      classes.set(classId, {
        id: classId,
        name: className ?? '',
        sessions: here.length,
        noted: here.filter(isNoted).length,
      })
    }
  return {
    toNote: [...open.filter(isMine), ...open.filter((line) => !isMine(line))].map(lineOf),
    sessions: lines.length,
    noted: lines.length - open.length,
    classes: [...classes.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true })),
  }
}
