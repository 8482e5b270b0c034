import type { ReactNode } from 'react'
import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { PlanProvision } from '@/lib/provision/rules'

const times = (perWeek: number) =>
  perWeek === 1 ? 'once a week' : perWeek === 2 ? 'twice a week' : `${perWeek} times a week`

const group = (size: number) => (size === 1 ? 'one to one' : `group of ${size}`)

/** "10 minutes, 4 times a week, with Joan Pickering, in the library": what is settled of it. */
function particulars({ minutes, perWeek, deliverer, place, from, until }: PlanProvision): string {
  return [
    minutes && `${minutes} minutes`,
    perWeek && times(perWeek),
    deliverer && `with ${deliverer}`,
    place,
    from && until ? `${dayAndMonth(from)} to ${dayAndMonth(until)}` : from && `from ${dayAndMonth(from)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const sessions = (count: number) => (count === 1 ? 'session' : 'sessions')

/** "Given 17 of 20 sessions (170 of 200 minutes)", with what was not: planned against delivered (6.52). */
function Delivered({ provision: { delivery } }: { provision: PlanProvision }): ReactNode {
  const { planned, plannedMinutes, given, partly, notGiven, minutes } = delivery
  if (given + partly + notGiven === 0)
    return planned === null || planned === 0
      ? 'Nothing noted yet.'
      : `Nothing noted yet of ${planned} ${sessions(planned)} planned.`
  const share = planned === null ? `${given + partly}` : `${given + partly} of ${planned}`
  const time = minutes === 0 ? '' : ` (${minutes}${plannedMinutes ? ` of ${plannedMinutes}` : ''} minutes)`
  const less = [partly > 0 && `${partly} in part`, notGiven > 0 && `${notGiven} not given`]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      Given <b>{share}</b> {sessions(planned ?? given + partly)}
      {time}
      {less && `; ${less}`}.
    </>
  )
}

/** One provision in a line: what, how, who, from and until, and, once it is more than a draft, how much was given. */
export function provisionLine(provision: PlanProvision, isDraft = false): ReactNode {
  const how = particulars(provision)
  const besides = [
    provision.alsoGivenBy.length > 0 &&
      `Also given by ${provision.alsoGivenBy.map(({ name }) => name).join(', ')}.`,
    !provision.additional && 'Ordinary teaching.',
    provision.equipment &&
      `${provision.equipment}: ${provision.inPlaceOn ? `in place since ${dayAndMonth(provision.inPlaceOn)}` : 'not in place yet'}.`,
    provision.care &&
      'Personal care: only those who give it, the SENCO, the headteacher and the family see this.',
  ].filter((part) => part !== false && part !== null)
  return (
    <>
      <b>{provision.what}</b>
      {provision.groupSize !== null && `, ${group(provision.groupSize)}`}
      {how && `: ${how}`}. {!isDraft && <Delivered provision={provision} />}
      {besides.length > 0 && ` ${besides.join(' ')}`}
    </>
  )
}
