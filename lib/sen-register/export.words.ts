import { type IsoDate } from '@/lib/calendar/iso-date'
import { stateWords } from '@/lib/parent-meeting/words'
import { yearGroupWords } from '@/lib/pupil/rules'
import type { RegisterLine } from './rules'
import { registerStatusWords, stageOf } from './words'

/** The head of the exported register. */
export const EXPORT_HEAD = [
  ...['Name', 'Year', 'Class', 'SEN status', 'Main need', 'Stage', 'Review due', 'Days overdue'],
  ...['Meetings that count', 'Meetings needed', 'Meetings booked', 'State', 'Reason', 'Next meeting due'],
]

// As a spreadsheet in England reads a date.
const dayFirst = (day: IsoDate | null) => (day === null ? '' : day.split('-').reverse().join('/'))

/** One pupil in the exported register: the same facts and words as on the page. */
export const exportCells = (line: RegisterLine): string[] => [
  line.name,
  line.yearGroup === null ? '' : yearGroupWords(line.yearGroup),
  line.className ?? '',
  registerStatusWords[line.status],
  line.need?.name ?? '',
  stageOf(line),
  dayFirst(line.reviewDue),
  line.daysOverdue > 0 ? String(line.daysOverdue) : '',
  String(line.standing.held),
  String(line.standing.required),
  String(line.standing.booked),
  stateWords[line.standing.state],
  line.sentence,
  dayFirst(line.standing.nextDue),
]
