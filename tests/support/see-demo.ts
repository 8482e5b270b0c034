// Loads the demo as it stands on the day given and prints, as JSON, what can be seen in it: run by tests/integration/demo.test.ts.
import { isoDate } from '@/lib/calendar/iso-date'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import { asActor, beforeAnySchool } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/actor'
import { everyone } from '@/lib/sen-register/filter.rules'
import { listRegister } from '@/lib/sen-register/queries'
import { on } from '@/prisma/demo/demo-days'
import { loadDemo, OAKFIELD, SEAVIEW } from '@/prisma/demo/demo-schools'

const today = isoDate(process.argv[2] ?? '')
const accounts = await loadDemo(process.env.DATABASE_OWNER_URL ?? '', today, { toldOnly: true })

const sencoOf = async (urn: string): Promise<Actor> => {
  const [found] = await beforeAnySchool(
    (db) =>
      db.$queryRaw<{ school_id: string; membership_id: string }[]>`SELECT * FROM app.command_line_of(${urn})`,
  )
  return { role: 'senco', schoolId: found?.school_id ?? '', membershipId: found?.membership_id ?? '' }
}

const seen = async (urn: string) => {
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
    ...rest,
  }
}

process.stdout.write(
  JSON.stringify({
    accounts: accounts.map(({ role, school }) => `${school}: ${role}`),
    oakfield: await seen(OAKFIELD.urn),
    seaview: await seen(SEAVIEW.urn),
  }),
)
process.exit(0)
