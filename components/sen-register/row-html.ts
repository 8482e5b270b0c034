import { marksOf, meterSymbol } from '@/components/look/marks'
import { stateTones } from '@/components/look/state-tag'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { MEETINGS_EACH_YEAR, STANDING_STATES } from '@/lib/parent-meeting/rules'
import { meetingsHeldWords, stateWords } from '@/lib/parent-meeting/words'
import { yearGroupWords } from '@/lib/pupil/rules'
import {
  reasonWords,
  overdueWords,
  registerStatusWords,
  reviewWords,
  stageOf,
} from '@/lib/sen-register/words'
import { type Html, markup } from './markup'
import type { RowFacts } from './row-facts'

const icon = (name: string): Html =>
  markup`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`

const stateTags = new Map(
  STANDING_STATES.map((state) => {
    const tone = stateTones[state]
    return [state, markup`<span class="state ${tone}">${icon(tone)}${stateWords[state]}</span>`]
  }),
)

const dueToday = markup`<small class="word risk">${icon('by')} Due today</small>`
const overdue = icon('miss')

function place({ yearGroup, className }: RowFacts): string {
  const year = yearGroup === null ? '' : yearGroupWords(yearGroup)
  return className === null ? year : year === '' ? className : `${year}, ${className}`
}

function meter(facts: RowFacts): Html {
  const marks = marksOf(facts)
  const booked = marks.filter((mark) => mark === 'booked').length
  const unseen = booked > 0 && markup`<span class="govuk-visually-hidden">, ${booked} booked</span>`
  const drawing =
    marks.length === MEETINGS_EACH_YEAR &&
    markup`<svg class="marks" aria-hidden="true"><use href="#${meterSymbol(marks)}"/></svg>`
  return markup`<span class="meter">${drawing}${meetingsHeldWords(facts)}${unseen}</span>`
}

/** Meters by their counts: 600 rows show a dozen of them, so each is written once. */
type Meters = Map<number, Html>

function meterOf(facts: RowFacts, meters: Meters): Html {
  const counts = ((facts.held * 100 + facts.booked) * 100 + facts.required) * 100 + facts.eachYear
  const written = meters.get(counts) ?? meter(facts)
  meters.set(counts, written)
  return written
}

function reviewNote({ reviewDue, daysOverdue }: RowFacts, today: IsoDate): Html | null {
  if (daysOverdue > 0) return markup`<small class="word miss">${overdue} ${overdueWords(daysOverdue)}</small>`
  return reviewDue === today ? dueToday : null
}

// Roles are written out because a phone lays the rows out as cards, which would take them away.
function row(facts: RowFacts, pupils: string, today: IsoDate, meters: Meters): string {
  return markup`<tr role="row"><th role="rowheader" scope="row"><a href="${pupils}/${facts.pupilId}">${facts.name}</a><small>${place(facts)}</small></th
    ><td role="cell" class="full"><a href="${pupils}/${facts.pupilId}/parent-meetings">${meterOf(facts, meters)}</a></td
    ><td role="cell" class="full">${stateTags.get(facts.state) ?? null} <small>${reasonWords(facts)}</small></td
    ><td role="cell" data-l="Review">${reviewWords(facts.reviewDue, today)}${reviewNote(facts, today)}</td
    ><td role="cell" data-l="Stage">${stageOf(facts)}</td><td role="cell" data-l="Status">${registerStatusWords[facts.status]}</td
    ><td role="cell" data-l="Main need">${facts.need ?? 'Not recorded'}</td></tr>`.html
}

/** The rows of the register as one string of HTML; `pupils` is the address that pupils' pages lie under. */
export function registerRowsHtml(rows: readonly RowFacts[], pupils: string, today: IsoDate): string {
  const meters: Meters = new Map()
  let text = ''
  for (const facts of rows) text += row(facts, pupils, today, meters)
  return text
}
