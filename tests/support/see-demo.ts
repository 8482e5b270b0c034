// Loads the demo as it stands on the day given and prints, as JSON, what can be seen in it: run by tests/integration/demo.test.ts.
import { isoDate } from '@/lib/calendar/iso-date'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import { asActor, beforeAnySchool } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/actor'
import { everyone } from '@/lib/sen-register/filter.rules'
import { listRegister } from '@/lib/sen-register/queries'
import { notAfter, on } from '@/prisma/demo/demo-days'
import { loadDemo, OAKFIELD, SEAVIEW } from '@/prisma/demo/demo-schools'
import { currentYear, type DemoYear, yearToShowEverything } from '@/prisma/demo/demo-year'

const today = isoDate(process.argv[2] ?? '')
const accounts = await loadDemo(process.env.DATABASE_OWNER_URL ?? '', today, { toldOnly: true })

const sencoOf = async (urn: string): Promise<Actor> => {
  const [found] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<{ school_id: string; membership_id: string }[]>`SELECT * FROM app.command_line_of(${urn})`,
  )
  return { role: 'senco', schoolId: found?.school_id ?? '', membershipId: found?.membership_id ?? '' }
}

/** Meetings, sessions and reviews that fall on a day without school. */
async function withoutSchool(actor: Actor, year: DemoYear): Promise<string[]> {
  const { meetings, notes, cycles, reviews } = await asActor(actor, async (tx) => ({
    meetings: await tx.parentMeeting.findMany({ select: { heldOn: true } }),
    notes: await tx.doNote.findMany({ select: { happenedOn: true }, distinct: ['happenedOn'] }),
    cycles: await tx.cycle.findMany({ select: { reviewDue: true, startedOn: true } }),
    reviews: await tx.review.findMany({ select: { heldOn: true } }),
  }))
  const days = [
    ...meetings.map(({ heldOn }) => heldOn),
    ...notes.map(({ happenedOn }) => happenedOn),
    ...cycles.flatMap(({ reviewDue, startedOn }) => [reviewDue, startedOn]),
    ...reviews.map(({ heldOn }) => heldOn),
  ].flatMap((day) => (day ? [isoDate(day.toISOString().slice(0, 10))] : []))
  return [...new Set(days)].filter((day) => notAfter(year, day) !== day).sort()
}

const seen = async (urn: string, year: DemoYear) => {
  const actor = await sencoOf(urn)
  const { lines } = await listRegister(actor, everyone, on(today))
  const rest = await asActor(actor, async (tx) => ({
    concernsOpen: await tx.concern.count({ where: { answeredOn: null } }),
    reviewsLate: (await tx.review.findMany({ select: { dueOn: true, heldOn: true } })).filter(
      ({ dueOn, heldOn }) => heldOn > dueOn,
    ).length,
    youngPeople: (await tx.pupil.findMany({ select: { dateOfBirth: true } })).filter(
      ({ dateOfBirth }) => compulsorySchoolAgeEnds(isoDate(dateOfBirth.toISOString().slice(0, 10))) < today,
    ).length,
    parentsWithAccount: await tx.membership.count({ where: { role: 'parent' } }),
    restricted: await tx.pupilContact.count({ where: { restrictedFrom: { not: null } } }),
    importsWithProblems: await tx.registerImport.count(),
  }))
  return {
    pupils: lines.length,
    states: [...new Set(lines.map(({ standing }) => standing.state))].sort(),
    stages: [...new Set(lines.map(({ stage }) => stage))].sort(),
    overdue: lines.filter(({ daysOverdue }) => daysOverdue > 0).length,
    withoutSchool: await withoutSchool(actor, year),
    ...rest,
  }
}

process.stdout.write(
  JSON.stringify({
    accounts: accounts.map(({ role, school }) => `${school}: ${role}`),
    oakfield: await seen(OAKFIELD.urn, currentYear(today)),
    seaview: await seen(SEAVIEW.urn, yearToShowEverything(today)),
  }),
)
process.exit(0)
