import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { ImportedStatus } from './status-words.rules'

export type SenStatus = Exclude<ImportedStatus, 'none'>

/** A time on SEN support or with an EHC plan; the last day belongs to it. */
export type StatusPeriod = { id: string; status: SenStatus; from: IsoDate; until: IsoDate | null }

/** What is to be done to the periods, in this order, so that no two ever overlap. */
export type StatusStep =
  | { act: 'end'; periodId: string; until: IsoDate }
  | { act: 'correct'; periodId: string; status: SenStatus; from: IsoDate; until: IsoDate | null }
  | { act: 'open'; status: SenStatus; from: IsoDate; until: IsoDate | null }

export type StatusSteps = { ok: true; steps: StatusStep[] } | { ok: false; message: string }

type Said = { status: ImportedStatus | null; statusFrom: IsoDate | null; statusUntil: IsoDate | null }

const CLASH =
  'SEN start date must be after the earlier SEN statuses that are kept here began: correct it, or correct the history on the pupil’s page'

/**
 * What a status in the file does to what is known: a changed status closes the old one on the day and opens the new
 * (issue 2, section 4). The old one's last day is the day before, so the pupil is in scope every day and never twice.
 * A blank start means the day of the import; a blank status says nothing.
 */
export function statusSteps(periods: readonly StatusPeriod[], said: Said, today: IsoDate): StatusSteps {
  const { status, statusFrom: from, statusUntil: until } = said
  if (status === null) return done([])
  const inOrder = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const latest = inOrder.at(-1) ?? null
  const isOver = until !== null && until < today
  if (status === 'none') return done(ending(latest, from === null ? today : plusDays(from, -1), today))
  if (isOver && from === null) return done(ending(latest?.status === status ? latest : null, until, today))
  const held = inOrder.find(
    (period) => period.status === status && period.from === from && period.until === until,
  )
  if (held && (isOver || held === latest)) return done([])
  if (latest?.status === status && (stands(latest, today) || from === latest.from)) {
    const wanted = {
      status,
      from: from ?? latest.from,
      until: until ?? (stands(latest, today) ? latest.until : null),
    }
    return corrected(inOrder, latest, wanted)
  }
  const wanted = { status, from: from ?? today, until }
  if (!latest) return done([{ act: 'open', ...wanted }])
  if (latest.from >= wanted.from)
    return stands(latest, today) ? corrected(inOrder, latest, wanted) : { ok: false, message: CLASH }
  return done([...shortened(latest, wanted.from), { act: 'open', ...wanted }])
}

/** The period a pupil is in, or will be in: the one a register speaks of. */
export function standingPeriod(periods: readonly StatusPeriod[], today: IsoDate): StatusPeriod | null {
  const latest = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1)
  return latest && stands(latest, today) ? latest : null
}

const done = (steps: StatusStep[]) => ({ ok: true as const, steps })

const stands = ({ until }: StatusPeriod, today: IsoDate) => until === null || until >= today

function ending(period: StatusPeriod | null, lastDay: IsoDate, today: IsoDate): StatusStep[] {
  if (!period || !stands(period, today)) return []
  // A period has one day at least: one that ends before it began ends on its first day.
  const until = lastDay < period.from ? period.from : lastDay
  // It ended already, here, and earlier than the file would have it.
  if (period.until !== null && period.until <= until) return []
  return [{ act: 'end', periodId: period.id, until }]
}

function shortened(period: StatusPeriod, before: IsoDate): StatusStep[] {
  if (period.until !== null && period.until < before) return []
  return [{ act: 'end', periodId: period.id, until: plusDays(before, -1) }]
}

type Wanted = { status: SenStatus; from: IsoDate; until: IsoDate | null }

function corrected(inOrder: readonly StatusPeriod[], period: StatusPeriod, wanted: Wanted): StatusSteps {
  if (period.status === wanted.status && period.from === wanted.from && period.until === wanted.until)
    return done([])
  if (wanted.until !== null && wanted.until < wanted.from) return { ok: false, message: CLASH }
  const earlier = inOrder.filter((each) => each !== period)
  if (earlier.some((each) => each.from >= wanted.from)) return { ok: false, message: CLASH }
  const before = earlier.at(-1)
  const room = before ? shortened(before, wanted.from) : []
  return done([...room, { act: 'correct', periodId: period.id, ...wanted }])
}
