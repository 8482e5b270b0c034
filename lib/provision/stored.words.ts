import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { storedParts } from '@/lib/cycle/section.words'

type Stored = {
  what: string
  deliverer: string | null
  place: string | null
  minutes: number | null
  perWeek: number | null
  groupSize: number | null
  from: IsoDate | null
  until: IsoDate | null
  serves: readonly string[]
}

const dated = (day: IsoDate | null) => day && longDate(day)

/** A provision as somebody else saved it, part by part, under the names of its form. */
export const provisionParts = (provision: Stored) =>
  storedParts({
    'What will be done': provision.what,
    'Who gives it': provision.deliverer,
    Place: provision.place,
    Minutes: provision.minutes,
    'Times a week': provision.perWeek,
    'Pupils in the group': provision.groupSize,
    From: dated(provision.from),
    Until: dated(provision.until),
    For: provision.serves.join('; '),
  })
