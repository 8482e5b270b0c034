import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Plan } from '@/lib/cycle/plan.reads'
import type { Actor, Role } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { pupilHeader, type PupilHeader } from '@/lib/pupil/reads'
import { familyPolicy } from './policy'
import {
  aimOf,
  type Child,
  type Help,
  parentsDecidedUntil,
  type SchoolPeople,
  type SchoolPerson,
  type SharedPlan,
  supportOf,
} from './rules'

/** A child as the head of a family's page, with the trace of who looked; another family's child is not there. */
export async function openChild(
  tx: SchoolTx,
  actor: Actor,
  opened: { pupilId: string; page: string; today: IsoDate; now: Date },
): Promise<Child> {
  const { pupilId, page, today, now } = opened
  const header = await pupilHeader(tx, pupilId, today)
  if (!header || !familyPolicy.read(actor, { schoolId: header.schoolId, pupilId: header.id }))
    throw new NotFound(`pupil ${pupilId}`)
  await audit(tx, actor, { action: 'pupil.opened', subjectId: pupilId, pupilId, details: { page } }, now)
  return childOf(header, today)
}

// What a census code without a need would say is nothing about the child.
const NOT_YET_KNOWN = 'NSA'

/** The head of the page from the pupil's, without what only staff need. */
export const childOf = (header: PupilHeader, today: IsoDate): Child => ({
  id: header.id,
  name: header.name,
  givenName: header.givenName,
  yearGroup: header.yearGroup,
  className: header.className,
  status: header.status,
  statusFrom: header.statusFrom,
  findsHard: header.needs.filter(({ code }) => code !== NOT_YET_KNOWN).map(({ name }) => name),
  leftOn: header.onRollUntil !== null && header.onRollUntil < today ? header.onRollUntil : null,
  decidesSince: parentsDecidedUntil(header.dateOfBirth, today),
})

type PersonRow = {
  id: string
  title: string | null
  given_name: string
  family_name: string
  role: Role
  job_title: string | null
  teaches: boolean
  is_here: boolean
}

const personOf = (row: PersonRow): SchoolPerson => ({
  id: row.id,
  name: row.title ? `${row.title} ${row.family_name}` : `${row.given_name} ${row.family_name}`,
  fullName: [row.title, row.given_name, row.family_name].filter(Boolean).join(' '),
  role: row.role,
  jobTitle: row.job_title,
})

/** Those whom the plan names, the child's class teachers, the SENCO and the headteacher, in one statement (P31, P90). */
export async function schoolPeople(
  tx: SchoolTx,
  pupilId: string,
  plan: Plan | null,
  today: IsoDate,
): Promise<SchoolPeople & { byId: ReadonlyMap<string, SchoolPerson> }> {
  const givers = (plan?.provisions ?? []).flatMap(({ deliveredById }) => deliveredById ?? [])
  const named = [...givers, ...(plan?.responsible ? [plan.responsible.membershipId] : [])]
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT found.* FROM (
      SELECT m.id::text, m.title, m.given_name, m.family_name, m.role, m.job_title,
        m.role = 'class-teacher' AND EXISTS (SELECT FROM class_staff s
          JOIN pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
          WHERE p.id = ${pupilId}::uuid AND s.membership_id = m.id AND s.from_on <= ${today}::date
            AND (s.until_on IS NULL OR s.until_on >= ${today}::date)) AS teaches,
        m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date) AS is_here
      FROM memberships m WHERE m.role NOT IN ('parent', 'system')) found
    WHERE found.id = ANY (${named}) OR (found.is_here AND (found.teaches OR found.role IN ('senco', 'headteacher')))
    ORDER BY found.family_name, found.given_name, found.id`
  const here = (fits: (row: PersonRow) => boolean) =>
    rows.filter((row) => row.is_here && fits(row)).map(personOf)
  return {
    byId: new Map(rows.map((row) => [row.id, personOf(row)])),
    teachers: here(({ teaches }) => teaches),
    sencos: here(({ role }) => role === 'senco'),
    heads: here(({ role }) => role === 'headteacher'),
  }
}

/** The plan as a family reads it: names as families say them, no codes, and no note that may be one parent's. */
export const sharedPlanOf = (plan: Plan, people: ReadonlyMap<string, SchoolPerson>): SharedPlan => ({
  number: plan.number,
  activatedOn: plan.activatedOn,
  closedOn: plan.closedOn,
  reviewDue: plan.reviewDue,
  responsible: (plan.responsible && people.get(plan.responsible.membershipId)) ?? null,
  aspirations: plan.aspirations,
  inEveryLesson: plan.inEveryLesson,
  atHome: plan.atHome,
  consultation: plan.parentConsultation,
  pupilViews: plan.pupilViews,
  aims: plan.outcomes.map(aimOf),
  support: plan.provisions.map((provision) => supportOf(provision, people)),
})

/** Whom a family can turn to, as the school has set it; one statement. */
export async function helpOf(tx: SchoolTx, schoolId: string): Promise<Help> {
  const school = await tx.school.findUniqueOrThrow({
    where: { id: schoolId },
    select: {
      name: true,
      officePhone: true,
      adviceName: true,
      adviceUrl: true,
      advicePhone: true,
      localOfferUrl: true,
    },
  })
  const { name, ...help } = school
  return { schoolName: name, ...help }
}
