import type { IsoDate } from '@/lib/calendar/iso-date'
import { timeOfDay } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'
import { CONSTRAINTS, type Levels, type Limits } from '@/lib/meeting-round/constraints.rules'
import { type RoomLine, roomsText, timeAt } from '@/lib/meeting-round/rules'
import type { Hours, TimeOfDay } from '@/lib/meeting-round/timetable.rules'

const inBoxes = (name: string, day: IsoDate): FormValues => ({
  [`${name}.day`]: String(Number(day.slice(8))),
  [`${name}.month`]: String(Number(day.slice(5, 7))),
  [`${name}.year`]: day.slice(0, 4),
})

/** A time as people read it; nothing where there is none. */
const typed = (minutes: number | undefined) => (minutes === undefined ? '' : timeOfDay(timeAt(minutes)))

type Starting = {
  firstOn: IsoDate
  lastOn: IsoDate
  minutes: number
  termName: string
  behind: number
  rooms: readonly RoomLine[]
  formKey: string
}

/** What the form that starts a round begins with: the ordinary case, so that little is left to fill in. */
export const startValues = (start: Starting): FormValues => ({
  name: start.termName ? `${start.termName} round` : '',
  who: start.behind > 0 ? 'behind' : 'all',
  ...inBoxes('firstOn', start.firstOn),
  ...inBoxes('lastOn', start.lastOn),
  minutes: String(start.minutes),
  purpose: 'review',
  format: 'in-person',
  from: '3:30pm',
  until: '6pm',
  senco: 'none',
  rooms: roomsText(start.rooms),
  formKey: start.formKey,
})

/** The hours of one person, day by day. */
export const hoursValues = (days: readonly IsoDate[], hours: readonly Hours[]): FormValues =>
  Object.fromEntries(
    days.flatMap((day) => {
      const own = hours.find((one) => one.day === day)
      return [
        [`days.${day}.from`, typed(own?.from)],
        [`days.${day}.until`, typed(own?.until)],
      ]
    }),
  )

/** How much each constraint matters, and the numbers that go with them. */
export const constraintsValues = (levels: Levels, limits: Limits): FormValues => ({
  ...Object.fromEntries(CONSTRAINTS.map((constraint) => [`levels.${constraint}`, levels[constraint]])),
  travelMinutes: String(limits.travelMinutes),
  runMinutes: String(limits.runMinutes),
  mostADay: String(limits.mostADay),
})

type Row = {
  leadId: string | null
  alsoThereId: string | null
  prefers: readonly TimeOfDay[]
  day: IsoDate | null
  start: number | null
  placedLeadId: string | null
  roomId: string | null
  isLocked: boolean
}

/** What one pupil's meeting needs. */
export const needsValues = ({ leadId, alsoThereId, prefers }: Row): FormValues => ({
  leadId: leadId ?? '',
  alsoThereId: alsoThereId ?? '',
  prefers: [...prefers],
})

/** Where one pupil's meeting is. */
export const placeValues = ({ day, start, placedLeadId, leadId, roomId, isLocked }: Row): FormValues => ({
  day: day ?? '',
  at: typed(start ?? undefined),
  placedLeadId: placedLeadId ?? leadId ?? '',
  roomId: roomId ?? '',
  stays: day === null || isLocked ? 'yes' : '',
})
