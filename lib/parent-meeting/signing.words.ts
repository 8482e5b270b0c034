import { dayAndMonth, weekdayDate } from '@/lib/calendar/iso-date'
import { listed } from './line.words'
import { pupilPartWords } from './record.words'
import type { Came, HeardAs, RecordContent, RecordLine } from './signing.rules'
import { formatWords } from './words'

/** What somebody said when the record was read back, as it is offered. */
export const heardWords: Record<HeardAs, string> = {
  agreed: 'Read back and agreed',
  differs: 'Does not agree with all of it',
  'not-heard': 'Not read back to them',
}

const HOURS = { none: null, late: 'came late', early: 'left early', both: 'came late and left early' }

/** `Farah Khan, mother, came late`: someone who was there, as what, and for how much of it (P81). */
export function cameWords({ name, role, cameLate, leftEarly }: Came): string {
  const hours = HOURS[cameLate ? (leftEarly ? 'both' : 'late') : leftEarly ? 'early' : 'none']
  return [name, role, hours].filter(Boolean).join(', ')
}

function peopleWords({ parents, leader, leaderRole, staff }: RecordContent): string {
  const school = staff.filter(({ name }) => name !== leader).map(cameWords)
  const led = staff.find(({ name }) => name === leader)
  const lead = led ? cameWords(led) : [leader, leaderRole].filter(Boolean).join(', ')
  return [...parents.map(cameWords), ...(leader ? [`${lead}, led`] : []), ...school].join('\n')
}

function pupilWords({ pupilPart, pupilPartNote, pupilSaid }: RecordContent): string | null {
  const part = pupilPart && pupilPartWords[pupilPart]
  const said = [part, pupilPartNote].filter(Boolean).join('. ')
  return [said, pupilSaid].filter(Boolean).join('\n') || null
}

const actionWords = ({ who, what, by }: RecordContent['actions'][number]) =>
  `${who}${by ? `, by ${dayAndMonth(by)}` : ''}: ${what}`

const minutesWords = (minutes: number | null) =>
  minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** A record line by line in plain words, to read back, to compare, to give and to ask about (6.65 to 6.71). */
export function recordLines(content: RecordContent, givenName: string, forFamily = false): RecordLine[] {
  const { on, format, minutes } = content
  const lines: [key: string, term: string, text: string | null][] = [
    [
      'held',
      'Held',
      [weekdayDate(on), formatWords[format], minutesWords(minutes)].filter(Boolean).join(', '),
    ],
    ['came', 'Who came', peopleWords(content)],
    ['notes', 'Notes taken by', content.noteTaker],
    ['part', `${givenName}’s part`, pupilWords(content)],
    ['outcomes', 'Outcomes', content.outcomesAgreed],
    ['support', 'Activities and support', content.supportAgreed],
    ['parents', forFamily ? 'You will' : 'The parents will', content.parentWillDo],
    ['pupil', `${givenName} will`, content.pupilWillDo],
    ['school', 'The school will', content.schoolWillDo],
    [
      'aspirations',
      forFamily ? `What you hope for ${givenName}` : `What the parents hope for ${givenName}`,
      content.aspirations,
    ],
    ['worries', forFamily ? 'What worries you most' : 'What the parents worry about most', content.worries],
    ['home', 'At home and outside school', content.atHome],
    ...content.actions.map((action, index): [string, string, string] => [
      `action-${index + 1}`,
      content.actions.length === 1 ? 'Action' : `Action ${index + 1}`,
      actionWords(action),
    ]),
    ['next', 'Next meeting', content.nextMeeting],
  ]
  return lines.flatMap(([key, term, text]) => (text ? [{ key, term, text }] : []))
}

/** Whose word the record still waits for before it is signed, said in a line. */
export const readBackHint = (people: readonly { name: string }[]): string =>
  people.length === 0
    ? 'Nobody from the family came, so there is nobody to read it back to'
    : `Read it aloud to ${listed(people.map(({ name }) => name))}, then say what each of them said`
