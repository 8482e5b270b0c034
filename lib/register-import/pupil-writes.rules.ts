import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { type BroadArea, needSteps } from '@/lib/sen-status/needs.rules'
import type { PupilDetails, PupilWrites } from './changes.rules'
import type { KnownInFull } from './known.rules'
import type { SenStatus, StatusStep } from './status-steps.rules'

/** A pupil as the row is to stand; `version` is the one it was read at, `isBack` says that a status begins. */
export type PupilRow = PupilDetails & { id: string; version: number; isBack: boolean }

/** The rows of statuses, needs and cycles that an import writes, each list by one statement. */
export type RegisterRows = {
  ends: { id: string; until: IsoDate; reason: string }[]
  corrections: { id: string; status: SenStatus; from: IsoDate; until: IsoDate | null }[]
  opens: { id: string; pupilId: string; status: SenStatus; from: IsoDate; until: IsoDate | null }[]
  needsClosed: { id: string; until: IsoDate }[]
  needsOpened: {
    id: string
    pupilId: string
    code: string
    rank: number
    broadArea: BroadArea | null
    from: IsoDate
    until: IsoDate | null
  }[]
  cyclesClosed: { id: string; pupilId: string; on: IsoDate }[]
}

/** A new id for each row, handed in so that the rules stay plain. */
export type NewId = () => string

/** The day after which the pupil has no status any more, as far as these steps say; null where they leave one standing. */
export function endOfSupport(steps: readonly StatusStep[], today: IsoDate): IsoDate | null {
  const last = steps.at(-1)
  if (!last || last.until === null) return null
  return last.act === 'end' || last.until <= today ? last.until : null
}

const ENDED = 'Ended in the school’s MIS'
const BEGAN: Record<SenStatus, string> = {
  'sen-support': 'SEN support began',
  'ehc-plan': 'An EHC plan began',
}

/** The register's rows for one pupil. With the last status go the needs and the open cycle: there is no support left to review (6.54). */
export function registerRows(
  pupil: { id: string; known: KnownInFull | null },
  writes: PupilWrites,
  { today, newId }: { today: IsoDate; newId: NewId },
): RegisterRows {
  const { id: pupilId, known } = pupil
  const { statusSteps: steps } = writes
  const last = steps.at(-1)
  const lastDay = endOfSupport(steps, today)
  const rows: RegisterRows = {
    ends: steps.flatMap((step) =>
      step.act === 'end'
        ? [
            {
              id: step.periodId,
              until: step.until,
              reason: last && last.act !== 'end' ? BEGAN[last.status] : ENDED,
            },
          ]
        : [],
    ),
    corrections: steps.flatMap((step) =>
      step.act === 'correct'
        ? [{ id: step.periodId, status: step.status, from: step.from, until: step.until }]
        : [],
    ),
    opens: steps.flatMap(({ act, ...step }) =>
      act === 'open' && 'from' in step ? [{ id: newId(), pupilId, ...step }] : [],
    ),
    ...needRows(pupil, writes, { today, newId, lastDay }),
    cyclesClosed: [],
  }
  const cycle = known?.openCycle
  if (cycle && lastDay !== null && lastDay <= today)
    rows.cyclesClosed.push({
      id: cycle.id,
      pupilId,
      on: lastDay < cycle.startedOn ? cycle.startedOn : lastDay,
    })
  return rows
}

function needRows(
  { id: pupilId, known }: { id: string; known: KnownInFull | null },
  writes: PupilWrites,
  { today, newId, lastDay }: { today: IsoDate; newId: NewId; lastDay: IsoDate | null },
): Pick<RegisterRows, 'needsClosed' | 'needsOpened'> {
  const open = known?.openNeeds ?? []
  const last = writes.statusSteps.at(-1)
  if (lastDay !== null && known)
    return { needsClosed: open.map(({ id }) => ({ id, until: lastDay })), needsOpened: [] }
  // Back on the register with the needs of last time, unless the file says others.
  const again = last && last.act !== 'end' && open.length === 0 ? (known?.needs ?? null) : null
  const wanted = writes.needs ?? again
  if (wanted === null) return { needsClosed: [], needsOpened: [] }
  const begins = last && last.act !== 'end' && open.length === 0 ? last.from : today
  const areaOf = (code: string) => open.find((need) => need.code === code)?.broadArea ?? null
  const { close, open: opened } = needSteps(
    open,
    wanted.map((code) => ({ code, broadArea: areaOf(code) })),
  )
  return {
    needsClosed: close.map((id) => ({ id, until: plusDays(today, -1) })),
    needsOpened: opened.map((need) => ({ id: newId(), pupilId, ...need, from: begins, until: lastDay })),
  }
}
