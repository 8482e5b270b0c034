import { type IsoDate, isoDate, plusDays } from '@/lib/calendar/iso-date'
import { schoolYearOf } from '@/lib/calendar/school-year'
import { addContact } from '@/lib/contact/commands'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { DEFAULT_STANDING_SETTINGS, parentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { Actor } from '@/lib/platform/actor'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { addPupil } from '@/lib/pupil/commands'
import { endStatus, startSenSupport } from '@/lib/sen-status/commands'
import { asActor } from '@/lib/platform/db'
import { arrange, type DemoPupil, forEach, hold, missed, must, pupilsOf } from './demo-acts'
import { runCycle, reviewCycle } from './demo-cycles'
import { ago, ahead, eachWeek, on, spread, type DemoYear, weeksBefore } from './demo-days'
import { isToBeTold } from './demo-oakfield'
import { addStaff, beginning, type DemoAccount, DEMO_PASSWORD, letParentIn } from './demo-people'

const DOMAIN = 'seaview.example'

const forms = (...years: number[]) =>
  years.flatMap((year) => ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => `${year}${letter}`))

const PEOPLE = [
  { role: 'headteacher', givenName: 'Kofi', familyName: 'Marsden', title: 'Mr', withAccount: true },
  { role: 'governor', givenName: 'Helen', familyName: 'Strand', withAccount: true },
  {
    role: 'class-teacher',
    givenName: 'Amara',
    familyName: 'Dell',
    title: 'Ms',
    classes: ['8F'],
    withAccount: true,
  },
  {
    role: 'teaching-assistant',
    givenName: 'Piotr',
    familyName: 'Lis',
    title: 'Mr',
    classes: ['8F'],
    withAccount: true,
  },
  { role: 'class-teacher', givenName: 'Ines', familyName: 'Okoro', title: 'Mrs', classes: forms(7) },
  {
    role: 'class-teacher',
    givenName: 'Rhys',
    familyName: 'Cowan',
    title: 'Mr',
    classes: forms(8).filter((form) => form !== '8F'),
  },
  { role: 'class-teacher', givenName: 'Bea', familyName: 'Lindqvist', title: 'Ms', classes: forms(9) },
  { role: 'class-teacher', givenName: 'Samir', familyName: 'Haddad', title: 'Mr', classes: forms(10) },
  { role: 'class-teacher', givenName: 'Nell', familyName: 'Byrne', title: 'Mrs', classes: forms(11) },
] as const

type Setting = {
  actor: Actor
  year: DemoYear
  today: IsoDate
  senco: string
  teacherOf: (pupil: DemoPupil) => string
}

/** The secondary: a school year in which every state of 6.65 can be seen today, and a young person. */
export async function tellSeaview(
  actor: Actor,
  senco: { id: string; email: string },
  { year, today, toldOnly }: { year: DemoYear; today: IsoDate; toldOnly: boolean },
): Promise<DemoAccount[]> {
  const { staff, emails } = await addStaff(actor, PEOPLE, DOMAIN, beginning(today))
  const teacherOf = (pupil: DemoPupil) =>
    staff.find(
      ({ role, classes }) => role === 'class-teacher' && classes.some((name) => name === pupil.className),
    )?.id ?? senco.id
  const setting: Setting = { actor, year, today, senco: senco.id, teacherOf }
  await forEach(
    (await pupilsOf(actor)).filter(({ status }) => status !== null),
    (pupil, index) => addParent(actor, pupil, index, today),
  )

  const pupils = await pupilsOf(actor)
  const onRegister = pupils.filter(({ status }) => status !== null)
  const longOnSupport = onRegister.filter(
    ({ status, statusFrom, className }) =>
      status === 'sen-support' &&
      statusFrom !== null &&
      statusFrom < year.year.firstDay &&
      className !== '8F',
  )
  const states = longOnSupport.slice(0, 6)
  await tellStates(
    setting,
    states,
    pupils.filter(({ status, className }) => status === null && className !== '8F').slice(0, 2),
  )
  await tellYoungPerson(setting)
  const others = toldOnly ? [] : onRegister.filter((pupil) => !states.includes(pupil))
  await forEach(others, (pupil, index) => tellOne(setting, pupil, index))
  const inForm = onRegister.find(({ className, contacts }) => className === '8F' && contacts.length > 0)
  if (inForm?.contacts[0]) await letParentIn(actor, inForm.contacts[0].id, beginning(today))

  const emailOf = (name: string) => emails.get(staff.find((person) => person.name === name)?.id ?? '') ?? ''
  const account = (role: string, email: string) => ({
    role,
    email,
    password: DEMO_PASSWORD,
    school: 'Seaview Academy',
  })
  return [
    account('SENCO', senco.email),
    account('Headteacher', emailOf('Kofi Marsden')),
    account('Class teacher', emailOf('Amara Dell')),
    account('Teaching assistant', emailOf('Piotr Lis')),
    account('Governor', emailOf('Helen Strand')),
    ...(inForm ? [account('Parent', inForm.contacts[0]?.email ?? '')] : []),
  ]
}

const FIRST_NAMES = ['Farah', 'Elena', 'Marcus', 'Yusra', 'Colm', 'Ngozi', 'Irene', 'Teo', 'Wanda', 'Ishaan']

/** The secondary's export names no parents, so each pupil gets one; most were told of SEN support. */
async function addParent(actor: Actor, pupil: DemoPupil, index: number, today: IsoDate): Promise<void> {
  const given = FIRST_NAMES[index % FIRST_NAMES.length] ?? 'Farah'
  const email = `${given}.${pupil.familyName}.${index}@parents.example`
    .toLowerCase()
    .replace(/[^a-z0-9.@-]/g, '')
  const { contactId } = await must(
    addContact(
      actor,
      pupil.id,
      {
        title: null,
        fullName: `${given} ${pupil.familyName}`,
        relationship: index % 3 === 2 ? 'Father' : 'Mother',
        hasParentalResponsibility: true,
        caresForPupil: true,
        email,
        phone: null,
        address: null,
        language: null,
      },
      on(today),
    ),
  )
  if (pupil.status === 'sen-support' && !isToBeTold(pupil, index, today)) {
    const recipient = isOverCompulsorySchoolAge(pupil.dateOfBirth, today) ? null : contactId
    await must(
      recordParentTold(actor, pupil.id, { recipient, method: 'before-import', toldOn: null }, on(today)),
    )
  }
}

/** One pupil in each state of 8.3, whatever the day. */
async function tellStates(
  setting: Setting,
  [met, onTrack, atRisk, notMet, ended, third]: readonly DemoPupil[],
  [late, brief]: readonly DemoPupil[],
): Promise<void> {
  const { actor, year, today, teacherOf } = setting
  if (!met || !onTrack || !atRisk || !notMet || !ended || !third || !late || !brief)
    throw new Error('the school of the story is too small')
  const meetings = async (pupil: DemoPupil, count: number) => {
    for (const day of spread(year, today, count)) await meet(setting, pupil, day)
  }
  const expected = standing(setting, year.year.firstDay).expectedByNow
  await meetings(met, 3)
  await meetings(onTrack, Math.min(expected, 2))
  await meetings(third, Math.min(expected, 2))
  await arrange(
    actor,
    third.id,
    {
      on: ahead(year, today, 4),
      parents: third.contacts.slice(0, 1).map(({ id }) => id),
      leader: teacherOf(third),
    },
    today,
  )
  await meetings(atRisk, Math.max(Math.min(expected, 2) - 1, 0))
  await missed(
    actor,
    atRisk.id,
    {
      on: ago(year, today, 7),
      parents: atRisk.contacts.slice(0, 1).map(({ id }) => id),
      leader: teacherOf(atRisk),
    },
    'parent',
  )
  // Support ended before enough were held: it can no longer be met.
  await endSupport(setting, notMet, ago(year, today, 4))
  await meetings(ended, 1)
  await endSupport(setting, ended, ago(year, today, 2))
  await tellLate(setting, late)
  // On SEN support for two weeks only: nothing was asked.
  await startSupport(setting, brief, year.schoolDays[2] ?? today)
  await endSupport(setting, brief, year.schoolDays[11] ?? today)
}

/** On the register late in the year: as many meetings as the rest of it asks for, and no more. */
async function tellLate(setting: Setting, pupil: DemoPupil): Promise<void> {
  const { year, today } = setting
  for (let back = 12; back < 60; back++) {
    const from = ago(year, today, back)
    const { required } = standing(setting, from)
    if (required === 0 || required === 3 || required > back - 2) continue
    await startSupport(setting, pupil, from)
    for (let meeting = 0; meeting < required; meeting++)
      await meet(setting, pupil, ago(year, today, 2 + meeting * 3))
    return
  }
  throw new Error('no day on which a pupil could have come onto the register for part of the year')
}

/** What the rule asks of someone on the register from this day on who has had no meeting. */
const standing = ({ year, today }: Setting, from: IsoDate) =>
  parentMeetingStanding({
    today,
    year: year.year,
    terms: year.terms,
    closedDays: year.closures.map(({ day }) => day),
    inScope: [{ from, until: null }],
    compulsorySchoolAgeEnds: null,
    meetings: [],
    settings: DEFAULT_STANDING_SETTINGS,
  })

async function meet(
  { actor, teacherOf }: Setting,
  pupil: DemoPupil,
  day: IsoDate,
  format: 'in-person' | 'video' | 'phone' = 'in-person',
): Promise<void> {
  const parents = (await parentsOf(actor, pupil)).slice(0, 1)
  await hold(
    actor,
    pupil.id,
    { on: day, parents, leader: teacherOf(pupil), format },
    { pupil: pupil.givenName, came: parents, copiesOn: day },
  )
}

const parentsOf = async (actor: Actor, pupil: DemoPupil) =>
  (
    await asActor(actor, (tx) =>
      tx.pupilContact.findMany({
        where: { pupilId: pupil.id },
        orderBy: { priority: 'asc' },
        select: { contactId: true },
      }),
    )
  ).map(({ contactId }) => contactId)

const versionOf = (actor: Actor, id: string) =>
  asActor(
    actor,
    async (tx) =>
      (
        await tx.pupil.findUniqueOrThrow({
          where: { schoolId_id: { schoolId: actor.schoolId, id } },
          select: { version: true },
        })
      ).version,
  )

async function startSupport({ actor, today }: Setting, pupil: DemoPupil, from: IsoDate): Promise<void> {
  await addParent(actor, { ...pupil, status: null }, pupil.familyName.length, today)
  await must(
    startSenSupport(
      actor,
      pupil.id,
      await versionOf(actor, pupil.id),
      {
        fromOn: from,
        reasons: ['less-than-expected-progress'],
        note: 'Two terms of teaching aimed at it did not close the gap.',
        mainNeed: 'SPLD',
        broadArea: null,
      },
      on(today),
    ),
  )
}

async function endSupport({ actor, today }: Setting, pupil: DemoPupil, lastDay: IsoDate): Promise<void> {
  await must(
    endStatus(
      actor,
      pupil.id,
      await versionOf(actor, pupil.id),
      { lastDay, reason: 'needs-met', note: null },
      on(today),
    ),
  )
}

/** A young person in the sixth form, past compulsory school age, who came to the meeting alone. */
async function tellYoungPerson(setting: Setting): Promise<void> {
  const { actor, year, today, senco } = setting
  const born = isoDate(`${schoolYearOf(today) - 17}-11-14`)
  const { pupilId } = await must(
    addPupil(
      actor,
      {
        givenName: 'Rowan',
        familyName: 'Ellery',
        preferredName: null,
        dateOfBirth: born,
        upn: null,
        sex: null,
        yearGroup: 12,
        className: '12A',
        homeLanguage: null,
      },
      on(today),
    ),
  )
  const rowan: DemoPupil = {
    id: pupilId,
    givenName: 'Rowan',
    familyName: 'Ellery',
    dateOfBirth: born,
    className: '12A',
    yearGroup: 12,
    status: null,
    statusFrom: null,
    need: 'SPLD',
    version: 1,
    contacts: [],
  }
  await startSupport(setting, rowan, plusDays(year.year.firstDay, -300))
  await must(
    recordParentTold(
      actor,
      pupilId,
      { recipient: null, method: 'in-person', toldOn: plusDays(year.year.firstDay, -299) },
      on(today),
    ),
  )
  await runCycle(actor, rowan, {
    startedOn: weeksBefore(today, 6),
    reviewDue: plusDays(today, 28),
    until: 'do',
    responsible: senco,
    deliverer: senco,
    noteDays: [ago(year, today, 3)],
  })
}

const STAGES = ['do', 'do', 'assess', 'do', 'do', 'plan', 'do', 'review'] as const

/** One of the others, more quickly told than at the primary. */
async function tellOne(setting: Setting, pupil: DemoPupil, index: number): Promise<void> {
  const { actor, year, today, teacherOf } = setting
  const from = pupil.statusFrom ?? today
  const isNew = from > weeksBefore(today, 26)
  const until = isNew ? (STAGES[index % STAGES.length] ?? 'do') : index % 8 === 7 ? 'review' : 'do'
  const startedOn = from < weeksBefore(today, 9) ? weeksBefore(today, 9) : plusDays(from, 1)
  if (startedOn < weeksBefore(today, 1) && index % 40 !== 9) {
    const isOld = startedOn < weeksBefore(today, 4)
    const reviewDue =
      isOld && (until === 'review' || index % 23 === 4)
        ? plusDays(today, -(index % 6))
        : plusDays(today, 5 + (index % 7) * 7)
    const cycle = await runCycle(actor, pupil, {
      startedOn,
      reviewDue,
      until: until === 'review' && !isOld ? 'do' : until,
      responsible: teacherOf(pupil),
      deliverer: teacherOf(pupil),
      noteDays: eachWeek(year, startedOn, today, index % 9 === 4 ? 3 : 1),
      isWeekly: true,
      isBrief: index % 4 !== 0,
    })
    if (index % 29 === 6 && until === 'do')
      await reviewCycle(actor, cycle, {
        heldOn: today,
        rating: 0,
        decision: 'continue',
        nextReviewDue: plusDays(today, 80),
      })
  }
  const count = [1, 2, 1, 0, 2, 1, 3][index % 7] ?? 1
  for (let meeting = 0; meeting < count; meeting++) {
    const day = spread(year, today, 3, index % 11)[2 - meeting]
    if (day && day > from)
      await meet(
        setting,
        pupil,
        day,
        (['in-person', 'video', 'in-person', 'phone'] as const)[(index + meeting) % 4],
      )
  }
  if (index % 8 === 3 && pupil.contacts[0])
    await arrange(
      actor,
      pupil.id,
      { on: ahead(year, today, 1 + (index % 9)), parents: [pupil.contacts[0].id], leader: teacherOf(pupil) },
      today,
    )
}
