import { randomUUID } from 'node:crypto'
import { writeDoNote } from '@/lib/do-note/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { asMember, type DemoPupil, forEach, must } from './demo-acts'
import { type DemoCycle, inForceOn } from './demo-cycle'
import { eachWeek, on } from './demo-days'
import { type DemoPlan, plansFor } from './demo-plans'

const WHY_NOT = [
  'Away ill',
  'A class trip that morning',
  'Nobody could cover the class',
  'Assembly ran over',
] as const

/** Kept well, one session in nine falls away; kept poorly, three in five do, and the note says why. */
const isMissed = (kept: DemoCycle['kept'], index: number) =>
  kept === 'poorly' ? index % 5 > 1 : index % 9 === 5

/** Where the pupil stands after so much of the course: on the way to the target, or, told poorly, well below the line. */
function measuredAfter({ baseline, target }: DemoPlan, share: number, kept: DemoCycle['kept']) {
  const pace = kept === 'poorly' ? 0.25 : 1.04
  return String(Math.ceil(baseline + (target - baseline) * share * pace - 0.25))
}

type Line = { id: string; minutes: number | null; perWeek: number | null; outcomeIds: string[] }

const linesOf = (actor: Actor, cycleId: string): Promise<Line[]> =>
  asActor(actor, async (tx) => {
    const lines = await tx.provision.findMany({
      where: { cycleId, removedAt: null },
      orderBy: [{ care: 'asc' }, { id: 'asc' }],
      select: { id: true, minutes: true, perWeek: true, outcomes: { select: { outcomeId: true } } },
    })
    return lines.map(({ outcomes, ...line }) => ({
      ...line,
      outcomeIds: outcomes.map(({ outcomeId }) => outcomeId),
    }))
  })

/** What was noted of each line: as often as the plan says, measured once a week, seen in a few words now and then. */
export async function tellNotes(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const { year, notedUntil, reviewDue, kept } = cycle
  if (!notedUntil) return
  const from = inForceOn(cycle)
  const writer = await asMember(actor, cycle.deliverer, [pupil])
  const weeksInAll = eachWeek(year, { from, until: reviewDue }, 1).length
  const sessions = (await linesOf(actor, cycleId)).flatMap((line, place) => {
    const told = plansFor(pupil.need)[place]
    const perWeek = cycle.isWeekly ? 1 : (line.perWeek ?? 1)
    const days = eachWeek(year, { from, until: notedUntil }, perWeek)
    return days.map((day, index) => ({ day, index, line, told: told ?? null, perWeek }))
  })
  await forEach(sessions, async ({ day, index, line, told, perWeek }) => {
    const missed = isMissed(kept, index)
    const isMeasured = !missed && told !== null && (kept === 'poorly' || index % perWeek === 0)
    const share = Math.min(1, (Math.floor(index / perWeek) + 1) / Math.max(weeksInAll, 1))
    const form = {
      formKey: randomUUID(),
      about: line.id,
      delivered: missed ? ('not-given' as const) : ('given' as const),
      reason: missed ? (WHY_NOT[Math.floor(index / 2) % WHY_NOT.length] ?? null) : null,
      givenBy: null,
      minutes: missed ? null : line.minutes,
      observation: isMeasured || index % 2 === 1 ? (told?.seen[index % told.seen.length] ?? null) : null,
      outcomeId: isMeasured ? (line.outcomeIds[0] ?? null) : null,
      measured: isMeasured ? measuredAfter(told, share, kept) : null,
      happenedOn: day,
      audience: index % 5 === 1 ? ('parents' as const) : ('staff' as const),
    }
    await must(
      writeDoNote(writer, cycleId, { ...form, observation: missed ? null : form.observation }, on(day)),
    )
  })
}
