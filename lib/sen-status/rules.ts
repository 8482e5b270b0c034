import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'

/** What a pupil can be on the register as: K and E at the census edge (domain.md 3.1). No period means neither. */
export const STATUS_KINDS = ['sen-support', 'ehc-plan'] as const

export type StatusKind = (typeof STATUS_KINDS)[number]

/** A time on SEN support or with an EHC plan; the last day belongs to it. */
export type StatusPeriod = {
  readonly id: string
  readonly kind: StatusKind
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** The period that holds on this day, if any: one at a time (domain.md 3.1). */
export const statusOn = (periods: readonly StatusPeriod[], day: IsoDate): StatusPeriod | null =>
  periods.find(({ from, until }) => from <= day && (until === null || day <= until)) ?? null

/** What starting a status does to what stands: the period to close first, with its last day, or why it may not be. */
export type StatusStart =
  { ok: true; close: { id: string; until: IsoDate } | null } | { ok: false; message: string }

const kindInSentence: Record<StatusKind, string> = { 'sen-support': 'SEN support', 'ehc-plan': 'an EHC plan' }

const no = (message: string): StatusStart => ({ ok: false, message })

type Start = { readonly kind: StatusKind; readonly from: IsoDate }

/** The period that holds today, or is still to come: what a new status or an end has to do with. */
export const standingStatus = (periods: readonly StatusPeriod[], today: IsoDate): StatusPeriod | null =>
  periods.find(({ until }) => until === null || until >= today) ?? null

/**
 * Whether a pupil may go on SEN support or have an EHC plan from this day. One status at a time: the other kind is
 * closed the day before, so that the pupil is on the register every day and never twice (domain.md 3.1, C13).
 */
export function statusStart(
  periods: readonly StatusPeriod[],
  { kind, from }: Start,
  pupil: { dateOfBirth: IsoDate; today: IsoDate },
): StatusStart {
  if (from > pupil.today) return no('The first day must be today or in the past')
  if (from < pupil.dateOfBirth) return no('The first day must be after the pupil was born')
  const standing = standingStatus(periods, pupil.today)
  if (standing?.kind === kind)
    return no(`The pupil has had ${kindInSentence[kind]} since ${longDate(standing.from)}`)
  const inTheWay = periods.find(({ id, until }) => id !== standing?.id && until !== null && until >= from)
  if (inTheWay?.until)
    return no(
      `The first day must be after ${longDate(inTheWay.until)}, when ${kindInSentence[inTheWay.kind]} ended`,
    )
  if (!standing) return { ok: true, close: null }
  if (standing.from >= from)
    return no(
      `The first day must be after ${longDate(standing.from)}, when ${kindInSentence[standing.kind]} began`,
    )
  return { ok: true, close: { id: standing.id, until: plusDays(from, -1) } }
}

/** Why a status cannot end on this day: the last day is in it, so it is not before the first (C13). */
export function statusEndProblem(period: { from: IsoDate }, lastDay: IsoDate, today: IsoDate): string | null {
  if (lastDay > today) return 'The last day must be today or in the past'
  if (lastDay < period.from) return `The last day must be on or after ${longDate(period.from)}, when it began`
  return null
}

/** What can lie behind a decision for SEN support (Code of Practice 6.15 to 6.18, 6.23 and 6.24). */
export const SEN_REASONS = [
  'less-than-expected-progress',
  'different-or-additional',
  'wider-development',
  'specialist-advice',
  'diagnosis',
  'previous-school',
  'english-as-an-additional-language',
] as const

export type SenReason = (typeof SEN_REASONS)[number]

/** A home language other than English is not SEN by itself (6.24; Children and Families Act 2014, section 20). */
export const senReasonsProblem = (reasons: readonly SenReason[]): string | null =>
  reasons.length > 0 && reasons.every((reason) => reason === 'english-as-an-additional-language')
    ? 'English as an additional language is not SEN by itself: select what else shows that SEN support is needed'
    : null

/** Why a time on the register comes to an end. */
export const END_REASONS = ['needs-met', 'plan-ceased', 'left-school', 'other'] as const

export type EndReason = (typeof END_REASONS)[number]
