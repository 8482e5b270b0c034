import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { schoolYearBounds } from '@/lib/calendar/school-year'
import { standingInput } from '@/lib/parent-meeting/facts.rules'
import { meetingFacts } from '@/lib/parent-meeting/reads'
import { parentMeetingStanding } from '@/lib/parent-meeting/rules'
import { asActor } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { median, toTenth } from './bench-measure'
import { type BenchSchool, makeBenchSchool } from './bench-school'

/** All schools of a large trust or a small county: 109 schools, 13,700 pupils, 100,000 meetings and more (issue 4). */
const SCHOOLS = 109
const EACH = { pupils: 126, years: 3 }
const WARMING = 5
const MEASURED = 25

/** Makes the 109 schools; a few minutes, because each is a whole school with its years, cycles and families. */
export async function makeManySchools(superuserUrl: string, now: Date): Promise<BenchSchool[]> {
  const schools: BenchSchool[] = []
  for (let n = 1; n <= SCHOOLS; n++)
    schools.push(await makeBenchSchool(superuserUrl, now, EACH, `bench-${n}`))
  return schools
}

/** The standings of one school in the year of a day, as the app works them out: its own reads, its own rule. */
const standingsOf = ({ id, sencoMembershipId }: BenchSchool, on: IsoDate) =>
  asActor({ schoolId: id, membershipId: sencoMembershipId }, async (tx) => {
    const calendar = await schoolYearCalendar(tx, id, on)
    const facts = [...(await meetingFacts(tx, null, calendar)).values()]
    for (const pupil of facts) parentMeetingStanding(standingInput(pupil, calendar, on))
    return {
      pupils: facts.length,
      meetings: facts.reduce((sum, { meetings }) => sum + meetings.length, 0),
    }
  })

/** The same transaction with nothing in it but the calendar: what a school and a year cost before any pupil. */
const floorOf = ({ id, sencoMembershipId }: BenchSchool, on: IsoDate) =>
  asActor({ schoolId: id, membershipId: sencoMembershipId }, (tx) => schoolYearCalendar(tx, id, on))

/** The last days of the school years before this one, and today. */
function daysOf(today: IsoDate): IsoDate[] {
  const days = [today]
  for (let year = 1; year < EACH.years; year++)
    days.unshift(plusDays(schoolYearBounds(days[0] ?? today).firstDay, -1))
  return days
}

async function timed<Done>(work: () => Promise<Done>): Promise<{ ms: number; done: Done }> {
  const began = performance.now()
  const done = await work()
  return { ms: performance.now() - began, done }
}

/** Every standing of every school, in each of its years, one school after another; and the floor in the same run. */
export async function timeAllStandings(schools: readonly BenchSchool[], today: IsoDate) {
  const days = daysOf(today)
  const [first] = schools
  if (first) await standingsOf(first, today)
  const all = await timed(async () => {
    const found = { standings: 0, meetings: 0 }
    for (const school of schools)
      for (const day of days) {
        const { pupils, meetings } = await standingsOf(school, day)
        found.standings += pupils
        found.meetings += meetings
      }
    return found
  })
  const floor = await timed(async () => {
    for (const school of schools) for (const day of days) await floorOf(school, day)
  })
  return {
    schools: schools.length,
    ...all.done,
    seconds: toTenth(all.ms / 1000),
    floorSeconds: toTenth(floor.ms / 1000),
  }
}

/** One large school with its query, again and again, and the floor between. */
export async function timeOneSchool(school: BenchSchool, today: IsoDate) {
  const seen: number[] = []
  const floor: number[] = []
  let pupils = 0
  for (let round = 0; round < WARMING + MEASURED; round++) {
    const one = await timed(() => standingsOf(school, today))
    const less = await timed(() => floorOf(school, today))
    pupils = one.done.pupils
    if (round >= WARMING) {
      seen.push(one.ms)
      floor.push(less.ms)
    }
  }
  return { pupils, p50Ms: toTenth(median(seen)), floorP50Ms: toTenth(median(floor)) }
}
