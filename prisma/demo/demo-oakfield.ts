import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { raiseConcern } from '@/lib/concern/commands'
import { restrictContact } from '@/lib/contact/restriction.commands'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { asActor } from '@/lib/platform/db'
import { arrange, type DemoPupil, forEach, hold, missed, must, pupilsOf } from './demo-acts'
import { tellChange } from './demo-change'
import { tellAims } from './demo-aims'
import { reviewCycle, carryOnCycle, runCycle } from './demo-cycles'
import { ago, ahead, currentYear, eachWeek, on, type DemoYear, weeksBefore } from './demo-days'
import { tellSupport } from './demo-support'
import { tellInvitations } from './demo-invitations'
import {
  addStaff,
  beginning,
  type DemoAccount,
  DEMO_PASSWORD,
  type DemoStaff,
  letParentIn,
} from './demo-people'

const DOMAIN = 'oakfield.example'

const PEOPLE = [
  { role: 'headteacher', givenName: 'Miriam', familyName: 'Castell', title: 'Mrs', withAccount: true },
  { role: 'governor', givenName: 'Priya', familyName: 'Raman', withAccount: true },
  {
    role: 'class-teacher',
    givenName: 'Tom',
    familyName: 'Whitfield',
    title: 'Mr',
    classes: ['4Ash'],
    withAccount: true,
  },
  {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
    title: 'Mrs',
    classes: ['4Ash'],
    withAccount: true,
  },
  {
    role: 'class-teacher',
    givenName: 'Grace',
    familyName: 'Adjei',
    title: 'Ms',
    classes: ['4Birch', '3Ash', '3Birch'],
  },
  {
    role: 'class-teacher',
    givenName: 'Leah',
    familyName: 'Novak',
    title: 'Ms',
    classes: ['RAsh', 'RBirch', '1Ash'],
  },
  {
    role: 'class-teacher',
    givenName: 'Daniel',
    familyName: 'Ferris',
    title: 'Mr',
    classes: ['1Birch', '2Ash', '2Birch'],
  },
  {
    role: 'class-teacher',
    givenName: 'Nuala',
    familyName: 'Brennan',
    title: 'Mrs',
    classes: ['5Ash', '5Birch'],
  },
  { role: 'class-teacher', givenName: 'Owen', familyName: 'Hale', title: 'Mr', classes: ['6Ash', '6Birch'] },
  {
    role: 'teaching-assistant',
    givenName: 'Sunita',
    familyName: 'Bose',
    title: 'Mrs',
    classes: ['5Ash', '5Birch', '6Ash', '6Birch'],
  },
] as const

/** The primary: its ordinary school year, one class told in full, the rest as a real register looks. */
export async function tellOakfield(
  actor: Actor,
  senco: { id: string; email: string },
  { today, toldOnly }: { today: IsoDate; toldOnly: boolean },
): Promise<DemoAccount[]> {
  const year = currentYear(today)
  const { staff, emails } = await addStaff(actor, PEOPLE, DOMAIN, beginning(today))
  const onRegister = (await pupilsOf(actor)).filter(({ status }) => status !== null)
  const inAsh = onRegister.filter(({ className }) => className === '4Ash')
  await forEach(onRegister, (pupil, index) => tellParents(actor, pupil, index, today))
  const told = await tellClass(actor, inAsh, { year, staff, senco: senco.id, today })
  const [assessed, planned] = onRegister.filter(
    ({ className, statusFrom }) =>
      className === '5Birch' && statusFrom !== null && statusFrom < weeksBefore(today, 4),
  )
  for (const [pupil, until] of [
    [assessed, 'assess'],
    [planned, 'plan'],
  ] as const) {
    if (!pupil) throw new Error('the school of the story is too small')
    await runCycle(actor, pupil, {
      startedOn: weeksBefore(today, 2),
      reviewDue: plusDays(today, 60),
      until,
      responsible: senco.id,
      deliverer: senco.id,
    })
  }
  const others = toldOnly
    ? []
    : onRegister.filter((pupil) => !inAsh.includes(pupil) && pupil !== assessed && pupil !== planned)
  await forEach(others, (pupil, index) =>
    tellOne(actor, pupil, index, { year, staff, senco: senco.id, today }),
  )
  await tellConcerns(actor, today)
  await tellSupport(actor, { inClass: inAsh, staff, today })
  await tellInvitations(actor, today)

  const account = (role: string, email: string) => ({
    role,
    email,
    password: DEMO_PASSWORD,
    school: 'Oakfield Primary',
  })
  const emailOf = (name: string) => emails.get(staff.find((person) => person.name === name)?.id ?? '') ?? ''
  return [
    account('SENCO', senco.email),
    account('Headteacher', emailOf('Miriam Castell')),
    account('Class teacher', emailOf('Tom Whitfield')),
    account('Teaching assistant', emailOf('Joan Pickering')),
    account('Governor', emailOf('Priya Raman')),
    ...told.parents.map((email, index) => account(index === 0 ? 'Parent' : 'Parent, separated', email)),
  ]
}

type Setting = { year: DemoYear; staff: DemoStaff[]; senco: string; today: IsoDate }

const teacherOf = ({ staff, senco }: Setting, pupil: DemoPupil) =>
  staff.find(
    ({ role, classes }) => role === 'class-teacher' && classes.some((name) => name === pupil.className),
  )?.id ?? senco

const assistantOf = ({ staff }: Setting, pupil: DemoPupil) =>
  staff.find(
    ({ role, classes }) => role === 'teaching-assistant' && classes.some((name) => name === pupil.className),
  )?.id

/** Some whose support began this term have not been told yet. */
export const isToBeTold = ({ statusFrom }: DemoPupil, index: number, today: IsoDate): boolean =>
  statusFrom !== null && statusFrom > weeksBefore(today, 12) && index % 3 === 1

/** Most parents were told, as the file does not say; a few still have to be. */
async function tellParents(actor: Actor, pupil: DemoPupil, index: number, today: IsoDate): Promise<void> {
  if (pupil.status !== 'sen-support' || isToBeTold(pupil, index, today)) return
  for (const { id } of pupil.contacts)
    await must(
      recordParentTold(actor, pupil.id, { recipient: id, method: 'before-import', toldOn: null }, on(today)),
    )
}

// So many pupils have a long-term outcome.
const FEW = 8

/** Tom Whitfield's class, in full: a late review, an overdue one, separated parents, a restricted parent. */
async function tellClass(
  actor: Actor,
  pupils: readonly DemoPupil[],
  setting: Setting,
): Promise<{ parents: string[] }> {
  const { year, today } = setting
  const [first, second, third, fourth] = pupils
  const dayBack = (weeks: number) => weeksBefore(today, weeks)
  if (!first || !second || !third || !fourth) throw new Error('the class of the story is too small')
  const aims = await tellAims(actor, pupils.slice(0, FEW), dayBack(35))
  const who = (pupil: DemoPupil) => ({
    aim: aims.get(pupil.id),
    responsible: teacherOf(setting, pupil),
    deliverer: assistantOf(setting, pupil) ?? setting.senco,
  })
  const recent = (days: number, step: number) =>
    Array.from({ length: days }, (_, n) => ago(year, today, (days - n) * step - 1))

  // Separated parents, each with an account; cycle 1 was reviewed 19 days late, cycle 2 is in Do.
  const separated =
    pupils.find(({ contacts }) => contacts.length > 1 && contacts.every(({ email }) => email)) ?? first
  for (const { id } of separated.contacts) await letParentIn(actor, id, beginning(today))

  for (const pupil of pupils) {
    const { contacts } = pupil
    const parents = contacts.map(({ id }) => id)
    if (pupil === separated) {
      const one = await runCycle(actor, pupil, {
        ...who(pupil),
        startedOn: dayBack(34),
        reviewDue: dayBack(20),
        until: 'do',
        noteDays: [dayBack(30), dayBack(26)],
      })
      const two = await reviewCycle(actor, one, {
        heldOn: plusDays(dayBack(20), 19),
        rating: -1,
        decision: 'change-support',
        nextReviewDue: plusDays(today, 21),
      })
      if (two)
        await carryOnCycle(actor, pupil, two, {
          ...who(pupil),
          startedOn: dayBack(14),
          reviewDue: plusDays(today, 21),
          until: 'do',
          noteDays: recent(9, 2),
        })
      const [mother, father] = parents
      if (mother && father) {
        if (two)
          await tellChange(actor, two, {
            ...{ mother, father, changedOn: ago(year, today, 9), again: ago(year, today, 1) },
          })
        const apart = await hold(
          actor,
          pupil.id,
          { on: ago(year, today, 14), parents: [mother], leader: who(pupil).responsible },
          { pupil: pupil.givenName, came: [mother], copiesOn: ago(year, today, 12) },
        )
        await hold(
          actor,
          pupil.id,
          {
            on: ago(year, today, 12),
            parents: [father],
            leader: who(pupil).responsible,
            format: 'video',
            roundWith: apart,
          },
          { pupil: pupil.givenName, came: [father], copiesOn: null },
        )
        await arrange(
          actor,
          pupil.id,
          { on: ahead(year, today, 6), parents: [father], leader: who(pupil).responsible },
          today,
        )
      }
    } else if (pupil === pupils.find((one) => one !== separated)) {
      // The agreed date has passed and nobody has held the review.
      await runCycle(actor, pupil, {
        ...who(pupil),
        startedOn: dayBack(12),
        reviewDue: plusDays(today, -8),
        until: 'do',
        noteDays: recent(5, 3),
      })
      await missed(
        actor,
        pupil.id,
        { on: ago(year, today, 5), parents, leader: who(pupil).responsible },
        'nobody-came',
      )
    } else {
      await runCycle(actor, pupil, {
        ...who(pupil),
        startedOn: dayBack(9),
        reviewDue: plusDays(today, pupil === pupils.at(-1) ? 0 : 30),
        until: pupil === pupils.at(-1) ? 'review' : 'do',
        noteDays: recent(6, 2),
      })
      if (parents[0])
        await hold(
          actor,
          pupil.id,
          { on: ago(year, today, 9), parents, leader: who(pupil).responsible, format: 'phone' },
          { pupil: pupil.givenName, came: [parents[0]], withRecord: pupil !== pupils.at(-1) },
        )
    }
  }
  return { parents: separated.contacts.flatMap(({ email }) => email ?? []) }
}

const STAGES = ['do', 'do', 'assess', 'do', 'plan', 'do', 'review', 'do'] as const

/** One of the others: a cycle at some stage and none, one or two meetings so far. */
async function tellOne(actor: Actor, pupil: DemoPupil, index: number, setting: Setting): Promise<void> {
  const { year, today } = setting
  const responsible = teacherOf(setting, pupil)
  const deliverer = assistantOf(setting, pupil) ?? responsible
  const started = pupil.statusFrom ?? today
  const startedOn = [weeksBefore(today, 10 - (index % 4)), plusDays(started, 1)].sort().at(-1) ?? today
  if (startedOn < today && index % 25 !== 7) {
    const until =
      started > weeksBefore(today, 26)
        ? (STAGES[index % STAGES.length] ?? 'do')
        : index % 8 === 6
          ? 'review'
          : 'do'
    const reviewDue =
      until === 'review' || index % 13 === 3
        ? plusDays(today, -(index % 5))
        : plusDays(today, 10 + (index % 6) * 6)
    await runCycle(actor, pupil, {
      startedOn,
      reviewDue: reviewDue > plusDays(startedOn, 7) ? reviewDue : plusDays(startedOn, 30),
      until: reviewDue > plusDays(startedOn, 7) || until !== 'review' ? until : 'do',
      responsible,
      deliverer,
      noteDays: eachWeek(year, startedOn, today, index % 9 === 4 ? 3 : 1),
      isWeekly: true,
    })
  }
  const [parent] = pupil.contacts
  if (!parent) return
  for (let meeting = 0; meeting < ([1, 2, 0, 1, 3][index % 5] ?? 0); meeting++) {
    const day = ago(year, today, 3 + meeting * 15 + (index % 6))
    if (day <= started) break
    if (meeting > 0 && day === ago(year, today, 3 + (meeting - 1) * 15 + (index % 6))) break
    await hold(
      actor,
      pupil.id,
      {
        on: day,
        parents: [parent.id],
        leader: responsible,
        format: (['in-person', 'video', 'phone'] as const)[(index + meeting) % 3] ?? 'in-person',
      },
      { pupil: pupil.givenName, came: [parent.id], copiesOn: index % 4 === 0 ? null : today },
    )
  }
  if (index % 6 === 2)
    await arrange(
      actor,
      pupil.id,
      { on: ahead(year, today, 2 + (index % 8)), parents: [parent.id], leader: responsible },
      today,
    )
}

/** Concerns: one of a parent, waiting too long for an answer; one of a teacher, new; for pupils who are not on the register. */
async function tellConcerns(actor: Actor, today: IsoDate): Promise<void> {
  const others = (await pupilsOf(actor)).filter(
    ({ status, contacts }) => status === null && contacts.length > 0,
  )
  const [one, two, three] = others
  const year = currentYear(today)
  if (one)
    await must(
      raiseConcern(
        actor,
        one.id,
        {
          raisedBy: 'parent',
          contactId: one.contacts[0]?.id ?? null,
          raisedOn: weeksBefore(today, 2),
          words: 'There is nobody to sit with at lunch, and reading ends in tears.',
          signs: [],
          checkedId: null,
        },
        on(weeksBefore(today, 2)),
      ),
    )
  if (two)
    await must(
      raiseConcern(
        actor,
        two.id,
        {
          raisedBy: 'staff',
          contactId: null,
          raisedOn: ago(year, today, 1),
          words: 'Falls behind when a lesson is only talk; fine with pictures.',
          signs: ['slower-than-peers'],
          checkedId: null,
        },
        on(ago(year, today, 1)),
      ),
    )
  if (three) await shutOut(actor, three, today)
}

/** A parent whom a court order shuts out. */
async function shutOut(actor: Actor, pupil: DemoPupil, today: IsoDate): Promise<void> {
  const contact = pupil.contacts.at(-1)
  if (!contact) return
  const tie = await asActor(actor, (tx) =>
    tx.pupilContact.findFirstOrThrow({
      where: { pupilId: pupil.id, contactId: contact.id },
      select: { version: true },
    }),
  )
  await must(
    restrictContact(
      actor,
      { pupilId: pupil.id, contactId: contact.id, tieVersion: tie.version },
      {
        restrictedFrom: weeksBefore(today, 30),
        restrictedUntil: null,
        restrictionReason: 'Order seen at the office',
      },
      on(today),
    ),
  )
}
