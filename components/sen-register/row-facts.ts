import type { IsoDate } from '@/lib/calendar/iso-date'
import { MEETINGS_EACH_YEAR, STANDING_STATES, type StandingState } from '@/lib/parent-meeting/rules'
import {
  REGISTER_STAGES,
  REGISTER_STATUSES,
  type RegisterLine,
  type RegisterStage,
  type RegisterStatus,
} from '@/lib/sen-register/rules'

/** What the browser has to know of one pupil to write their row. */
export type RowFacts = {
  pupilId: string
  name: string
  also: string | null
  yearGroup: number | null
  className: string | null
  held: number
  booked: number
  required: number
  eachYear: number
  state: StandingState
  sentence: string
  nextDue: IsoDate | null
  reviewDue: IsoDate | null
  daysOverdue: number
  stage: RegisterStage
  status: RegisterStatus
  need: string | null
}

// A name may hold anything, but a tab or a new line in it is only a space to whoever reads it.
const text = (value: string) => (/[\t\n]/.test(value) ? value.replace(/[\t\n]/g, ' ') : value)

// As the Code stands every line would say three: it is only said where the rule of the year asks for another number.
const needed = ({ required, eachYear }: RegisterLine['standing']) =>
  eachYear === MEETINGS_EACH_YEAR ? String(required) : `${required}/${eachYear}`

function neededFrom(text: string) {
  const [required, eachYear = MEETINGS_EACH_YEAR] = text.split('/')
  return { required: Number(required), eachYear: Number(eachYear) }
}

const textOrNull = (value: string | undefined) => value || null

/**
 * All rows as one text for the browser: a line for each pupil, a tab between facts, words of ours by their place.
 * As a list of objects React would walk every value, to send it and again to read it; as JSON it is half as long
 * again once it stands in a script (docs/decisions/0010).
 */
export function packedRows(lines: readonly RegisterLine[]): string {
  const needs = new Map<string, number>()
  const needAt = (name: string) => {
    const place = needs.get(name) ?? needs.size
    needs.set(name, place)
    return place
  }
  let rows = ''
  for (const line of lines) {
    const { held, booked, state, nextDue } = line.standing
    const who = `${line.pupilId}\t${text(line.name)}\t${text(line.also ?? '')}\t${line.yearGroup ?? ''}\t${text(line.className ?? '')}`
    const meetings = `${held}\t${booked}\t${needed(line.standing)}\t${STANDING_STATES.indexOf(state)}\t${line.sentence}\t${nextDue ?? ''}`
    const review = `${line.reviewDue ?? ''}\t${line.daysOverdue}\t${REGISTER_STAGES.indexOf(line.stage)}`
    const status = `${REGISTER_STATUSES.indexOf(line.status)}\t${needAt(text(line.need?.name ?? ''))}`
    rows += `\n${who}\t${meetings}\t${review}\t${status}`
  }
  return [...needs.keys()].join('\t') + rows
}

/** The rows again, on the other side. */
export function unpackedRows(packed: string): RowFacts[] {
  const [first = '', ...rows] = packed.split('\n')
  const needs = first.split('\t')
  return rows.map((row) => {
    const [
      pupilId = '',
      name = '',
      also,
      year,
      className,
      held,
      booked,
      required,
      state,
      sentence = '',
      ...rest
    ] = row.split('\t')
    const [nextDue, reviewDue, days, stage, status, need] = rest
    return {
      pupilId,
      name,
      also: textOrNull(also),
      yearGroup: year ? Number(year) : null,
      className: textOrNull(className),
      held: Number(held),
      booked: Number(booked),
      ...neededFrom(required ?? ''),
      state: STANDING_STATES[Number(state)] ?? 'not-in-scope',
      sentence,
      nextDue: textOrNull(nextDue) as IsoDate | null,
      reviewDue: textOrNull(reviewDue) as IsoDate | null,
      daysOverdue: Number(days),
      stage: REGISTER_STAGES[Number(stage)] ?? 'none',
      status: REGISTER_STATUSES[Number(status)] ?? 'ended',
      need: textOrNull(needs[Number(need)]),
    }
  })
}
