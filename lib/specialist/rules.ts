import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** The services a school asks most (6.60, 6.61). */
export const SERVICES = [
  'educational-psychology',
  'mental-health',
  'speech-and-language',
  'occupational-therapy',
  'physiotherapy',
  'specialist-teacher',
  'hearing-or-vision',
  'paediatrics',
  'other',
] as const

export type Service = (typeof SERVICES)[number]

/** The days of an involvement, from the parents' part in the decision to the report being shared (6.59). */
export type InvolvementDays = {
  readonly parentsInvolvedOn: IsoDate
  readonly requestedOn: IsoDate
  readonly firstSeenOn: IsoDate | null
  readonly reportReceivedOn: IsoDate | null
  readonly sharedWithParentsOn: IsoDate | null
  readonly sharedWithStaffOn: IsoDate | null
}

/** One specialist asked about a pupil, as pages show it. */
export type SpecialistLine = InvolvementDays & {
  readonly id: string
  readonly version: number
  readonly service: Service
  readonly personRole: string | null
  readonly askedFor: string
  readonly parentsSaid: string
  readonly agreed: string | null
  readonly recordedBy: string
}

type DayProblem = { field: keyof InvolvementDays; message: string }

const NAMES: Record<keyof InvolvementDays, string> = {
  parentsInvolvedOn: 'The day the parents took part in the decision',
  requestedOn: 'The day the specialist was asked',
  firstSeenOn: 'The day the pupil was first seen',
  reportReceivedOn: 'The day the report came',
  sharedWithParentsOn: 'The day the report was shared with the parents',
  sharedWithStaffOn: 'The day the report was shared with staff',
}

/**
 * Why the days of an involvement cannot be right: none lies ahead, the parents took part before the specialist was asked
 * (6.47, 6.59), and a report is shared once it is there.
 */
export function dayProblems(days: InvolvementDays, today: IsoDate): DayProblem[] {
  const problems: DayProblem[] = []
  const add = (field: keyof InvolvementDays, says: string) =>
    problems.push({ field, message: `${NAMES[field]} must be ${says}` })
  for (const field of Object.keys(NAMES) as (keyof InvolvementDays)[])
    if ((days[field] ?? today) > today) add(field, 'today or in the past')
  const { parentsInvolvedOn, requestedOn, firstSeenOn, reportReceivedOn } = days
  if (parentsInvolvedOn > requestedOn)
    problems.push({
      field: 'parentsInvolvedOn',
      message: `Parents are part of the decision: the day must be on or before ${longDate(requestedOn)}, when the specialist was asked`,
    })
  if (firstSeenOn !== null && firstSeenOn < requestedOn)
    add('firstSeenOn', `on or after ${longDate(requestedOn)}`)
  if (reportReceivedOn !== null && reportReceivedOn < requestedOn)
    add('reportReceivedOn', `on or after ${longDate(requestedOn)}`)
  for (const field of ['sharedWithParentsOn', 'sharedWithStaffOn'] as const) {
    const shared = days[field]
    if (shared === null) continue
    if (reportReceivedOn === null)
      problems.push({ field: 'reportReceivedOn', message: 'Enter the day the report came' })
    else if (shared < reportReceivedOn) add(field, `on or after ${longDate(reportReceivedOn)}`)
  }
  return problems.filter(({ field }, place) => problems.findIndex((each) => each.field === field) === place)
}

/** Where an involvement stands, worst first: a report that parents or staff have not seen, then what is waited for. */
export type InvolvementState = 'to-share' | 'waiting' | 'seen' | 'shared'

/** Where an involvement stands (6.59). */
export function involvementState(days: InvolvementDays): InvolvementState {
  if (days.reportReceivedOn !== null)
    return days.sharedWithParentsOn === null || days.sharedWithStaffOn === null ? 'to-share' : 'shared'
  return days.firstSeenOn === null ? 'waiting' : 'seen'
}
