import { z } from 'zod'
import { plusDays } from '@/lib/calendar/iso-date'
import { FORMATS } from '@/lib/parent-meeting/record.rules'
import { timeTyped } from '@/lib/parent-meeting/time.rules'
import {
  chooseAny,
  chooseOne,
  dateBoxes,
  optionalText,
  requiredText,
  ticked,
  wholeNumber,
} from '@/lib/platform/text.schema'
import { type Constraint, levelsOf } from './constraints.rules'
import { minutesOf, MOST_DAYS, roomsTyped, ROUND_PURPOSES, SENCO_JOINS, WAYS, WHO } from './rules'
import { TIMES_OF_DAY } from './timetable.rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, rooms: 4000 } as const

const formKey = z.uuid('Open the page again, then send the form')
const fromList = (what: string) => z.uuid(`Select ${what} from the list`)
const fromListOrNobody = (what: string) =>
  z
    .union([z.literal(''), fromList(what)], `Select ${what} from the list`)
    .default('')
    .transform((id) => id || null)

/** A time of day as people type it, as minutes after midnight. */
const timeBox = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, ctx): number => {
      const { time, problem } = timeTyped(typed)
      if (time !== null) return minutesOf(time)
      ctx.issues.push({ code: 'custom', input: typed, message: problem ?? `Enter ${what}` })
      return z.NEVER
    })

const rooms = z
  .string()
  .max(LIMITS.rooms, `Rooms must be ${LIMITS.rooms} characters or less`)
  .default('')
  .transform((typed, ctx) => {
    const { rooms: read, problem } = roomsTyped(typed)
    if (problem) ctx.issues.push({ code: 'custom', input: typed, message: problem })
    return read
  })

const BEFORE_IT_ENDS = 'The time the meetings end must be later than the time they begin'

/** A new round: whom to meet, in which days, who is there when, and where. */
export const startForm = z
  .object({
    name: requiredText('a name for the round', LIMITS.short),
    who: chooseOne(WHO, 'which pupils to meet'),
    className: optionalText('class', LIMITS.short),
    yearGroup: optionalText('year', 3),
    firstOn: dateBoxes('the first day'),
    lastOn: dateBoxes('the last day'),
    minutes: wholeNumber('the minutes for each meeting', 5, 240),
    purpose: chooseOne(ROUND_PURPOSES, 'what the meetings are for'),
    format: chooseOne(FORMATS, 'how you will meet'),
    from: timeBox('when meetings can begin'),
    until: timeBox('when meetings must end'),
    senco: chooseOne(SENCO_JOINS, 'whether the SENCO sits in'),
    rooms,
    formKey,
  })
  .check((ctx) => {
    const { who, className, yearGroup, firstOn, lastOn, from, until } = ctx.value
    const say = (field: string, message: string) =>
      ctx.issues.push({ code: 'custom', path: [field], message, input: ctx.value })
    if (who === 'class' && className === null) say('className', 'Select the class')
    if (who === 'year' && yearGroup === null) say('yearGroup', 'Select the year group')
    if (firstOn > lastOn) say('lastOn', 'The last day must be on or after the first')
    else if (plusDays(firstOn, 3 * MOST_DAYS) < lastOn)
      say('lastOn', `A round can have no more than ${MOST_DAYS} school days: start another for the rest`)
    if (from >= until) say('until', BEFORE_IT_ENDS)
  })

export type StartForm = z.output<typeof startForm>

/** The same hours for everyone, on every day of the round. */
export const allHoursForm = z
  .object({ from: timeBox('when meetings can begin'), until: timeBox('when meetings must end') })
  .check((ctx) => {
    if (ctx.value.from >= ctx.value.until)
      ctx.issues.push({ code: 'custom', path: ['until'], message: BEFORE_IT_ENDS, input: ctx.value })
  })

export type AllHoursForm = z.output<typeof allHoursForm>

const optionalTime = z
  .string()
  .default('')
  .transform((typed, ctx): number | null => {
    const { time, problem } = timeTyped(typed)
    if (problem) ctx.issues.push({ code: 'custom', input: typed, message: problem })
    return time === null ? null : minutesOf(time)
  })

const oneDay = z.object({ from: optionalTime, until: optionalTime }).check((ctx) => {
  const { from, until } = ctx.value
  const say = (message: string) =>
    ctx.issues.push({ code: 'custom', path: ['until'], message, input: ctx.value })
  if ((from === null) !== (until === null)) say('Enter both times, or leave both empty for a day away')
  else if (from !== null && until !== null && from >= until) say(BEFORE_IT_ENDS)
})

/** When one person is there, day by day; a day left empty is a day away. */
export const hoursForm = z.object({ days: z.record(z.iso.date(), oneDay).default({}) })

export type HoursForm = z.output<typeof hoursForm>

/** The rooms that can be used. */
export const roomsForm = z.object({ rooms })

export type RoomsForm = z.output<typeof roomsForm>

const level = (constraint: Constraint) => chooseOne(levelsOf(constraint), 'how much it matters')

/** How much each constraint matters, and the numbers that go with them. */
export const constraintsForm = z.object({
  levels: z.object({
    due: level('due'),
    'own-teacher': level('own-teacher'),
    siblings: level('siblings'),
    prefers: level('prefers'),
    seats: level('seats'),
    travel: level('travel'),
    pause: level('pause'),
    'fair-loads': level('fair-loads'),
    'behind-first': level('behind-first'),
  } satisfies Record<Constraint, unknown>),
  travelMinutes: wholeNumber('minutes between buildings', 0, 60),
  runMinutes: wholeNumber('minutes without a pause', 15, 480),
  mostADay: wholeNumber('meetings a day', 1, 40),
})

export type ConstraintsForm = z.output<typeof constraintsForm>

/** What one pupil's meeting needs: who leads, who else, and the times of day that suit the family. */
export const needsForm = z.object({
  leadId: fromListOrNobody('who leads'),
  alsoThereId: fromListOrNobody('who sits in'),
  prefers: chooseAny(TIMES_OF_DAY, 'times of day from the list'),
})

export type NeedsForm = z.output<typeof needsForm>

/** A meeting placed by hand; it stays there when a timetable is proposed again. */
export const placeForm = z.object({
  day: z.iso.date('Select the day'),
  at: timeBox('the time the meeting starts'),
  placedLeadId: fromList('who leads'),
  roomId: fromListOrNobody('the room'),
  stays: ticked(),
})

export type PlaceForm = z.output<typeof placeForm>

/** How a round is published. */
export const publishForm = z
  .object({ way: chooseOne(WAYS, 'how to publish the round'), chooseUntil: optionalText('day', 10) })
  .check((ctx) => {
    const { way, chooseUntil } = ctx.value
    if (way === 'choose' && !z.iso.date().safeParse(chooseUntil).success)
      ctx.issues.push({
        code: 'custom',
        path: ['chooseUntil'],
        message: 'Select the last day on which families can choose',
        input: ctx.value,
      })
  })
export type PublishForm = z.output<typeof publishForm>

/** The time a family chooses: a day and a time in one answer. */
export const chooseForm = z.object({
  time: z.string('Select a time').regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, 'Select a time'),
})

export type ChooseForm = z.output<typeof chooseForm>
