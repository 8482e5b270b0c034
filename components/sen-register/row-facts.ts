import type { IsoDate } from '@/lib/calendar/iso-date'
import type { StandingState } from '@/lib/parent-meeting/rules'
import type { RegisterLine, RegisterStage, RegisterStatus } from '@/lib/sen-register/rules'

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
  state: StandingState
  sentence: string
  nextDue: IsoDate | null
  reviewDue: IsoDate | null
  daysOverdue: number
  stage: RegisterStage
  status: RegisterStatus
  need: string | null
}

type Packed = [
  RowFacts['pupilId'],
  RowFacts['name'],
  RowFacts['also'],
  RowFacts['yearGroup'],
  RowFacts['className'],
  RowFacts['held'],
  RowFacts['booked'],
  RowFacts['required'],
  RowFacts['state'],
  RowFacts['sentence'],
  RowFacts['nextDue'],
  RowFacts['reviewDue'],
  RowFacts['daysOverdue'],
  RowFacts['stage'],
  RowFacts['status'],
  RowFacts['need'],
]

const pack = (line: RegisterLine): Packed => [
  line.pupilId,
  line.name,
  line.also,
  line.yearGroup,
  line.className,
  line.standing.held,
  line.standing.booked,
  line.standing.required,
  line.standing.state,
  line.sentence,
  line.standing.nextDue,
  line.reviewDue,
  line.daysOverdue,
  line.stage,
  line.status,
  line.need?.name ?? null,
]

const unpack = ([
  pupilId,
  name,
  also,
  yearGroup,
  className,
  held,
  booked,
  required,
  state,
  sentence,
  nextDue,
  reviewDue,
  daysOverdue,
  stage,
  status,
  need,
]: Packed): RowFacts => ({
  pupilId,
  name,
  also,
  yearGroup,
  className,
  held,
  booked,
  required,
  state,
  sentence,
  nextDue,
  reviewDue,
  daysOverdue,
  stage,
  status,
  need,
})

/**
 * All rows as one short text. React would walk every value of a list of objects twice, once to send it and once to
 * read it, and write the name of each fact 600 times.
 */
export const packedRows = (lines: readonly RegisterLine[]): string => JSON.stringify(lines.map(pack))

/** The rows again, on the other side. */
export const unpackedRows = (packed: string): RowFacts[] => (JSON.parse(packed) as Packed[]).map(unpack)
