import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { recordParentTold } from '@/lib/parent-notification/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { asMember, type DemoPupil, forEach, must, pupilsOf } from './demo-acts'
import { runCycle } from './demo-cycles'
import { ago, notBefore, on, weeksAgo, weeksBefore } from './demo-days'
import { addStaff, beginning, type DemoAccount, DEMO_PASSWORD } from './demo-people'
import { isToBeTold, type Setting } from './demo-setting'
import { currentYear } from './demo-year'
import { tellAsh } from './oakfield-ash'
import { tellAshCycles } from './oakfield-ash-cycles'
import { tellOther } from './oakfield-others'
import { OAKFIELD_PEOPLE } from './oakfield-people'
import { tellCheck } from './stories/class-check'
import { tellInvitations } from './stories/invitations'
import { tellRecords } from './stories/records'
import { tellPreparing } from './stories/preparing'
import { shutOut } from './stories/restricted'
import { tellCatalogue, tellRead } from './stories/support'

const DOMAIN = 'oakfield.example'

/** The primary: its ordinary school year, one class told in full, the rest as a real register looks. */
export async function tellOakfield(
  actor: Actor,
  senco: { id: string; email: string },
  { today, toldOnly }: { today: IsoDate; toldOnly: boolean },
): Promise<DemoAccount[]> {
  const year = currentYear(today)
  const { staff, emails } = await addStaff(actor, OAKFIELD_PEOPLE, DOMAIN, beginning(today))
  const setting: Setting = { year, staff, senco: senco.id, today }
  const pupils = await pupilsOf(actor)
  const onRegister = pupils.filter(({ status }) => status !== null)
  const inAsh = onRegister.filter(({ className }) => className === '4Ash')
  await forEach(onRegister, (pupil, index) => tellParents(actor, pupil, index, today))
  await tellCatalogue(actor, on(today))
  const { parents } = await tellAshCycles(actor, inAsh, setting)
  const early = await tellEarlyStages(actor, onRegister, setting)
  const others = toldOnly ? [] : onRegister.filter((one) => !inAsh.includes(one) && !early.includes(one))
  await forEach(others, (pupil, index) => tellOther(actor, pupil, index, setting))
  await tellAsh(actor, pupils, setting)
  await tellReaders(actor, others, setting)
  await tellChecks(actor, pupils, setting)
  const shut = pupils.find(({ status, className, contacts }) => {
    return status === null && className !== '4Ash' && contacts.length > 1
  })
  if (shut) await shutOut(actor, shut, today)
  await tellInvitations(actor, today)
  await tellRecords(actor, today)
  await tellPreparing(actor, today)

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
    ...parents.map((email, index) => account(index === 0 ? 'Parent' : 'Parent, separated', email)),
  ]
}

/** Most parents were told, as the file does not say; a few still have to be. */
async function tellParents(actor: Actor, pupil: DemoPupil, index: number, today: IsoDate): Promise<void> {
  if (pupil.status !== 'sen-support' || isToBeTold(pupil, index, today)) return
  for (const { id } of pupil.contacts)
    await must(
      recordParentTold(actor, pupil.id, { recipient: id, method: 'before-import', toldOn: null }, on(today)),
    )
}

/** The other teachers have read the plans of their classes but the last; one has read none yet (6.49). */
async function tellReaders(
  actor: Actor,
  others: readonly DemoPupil[],
  { year, staff, today }: Setting,
): Promise<void> {
  const readers = staff.filter(({ role, name }) => role === 'class-teacher' && name !== 'Leah Novak')
  await forEach(readers, async ({ id, classes }) => {
    const own = others.filter(({ className }) => classes.some((name) => name === className))
    await tellRead(await asMember(actor, id, own), own.slice(0, -1), ago(year, today, 2))
  })
}

/** Most classes were checked this term, and each found nobody new (6.17). */
async function tellChecks(
  actor: Actor,
  pupils: readonly DemoPupil[],
  { year, staff, today }: Setting,
): Promise<void> {
  const teachers = staff.filter(({ role, name }) => role === 'class-teacher' && CHECKED_BY.includes(name))
  await forEach(teachers, async ({ id, classes }, index) => {
    const teacher = await asMember(actor, id, [])
    for (const className of classes) {
      const inClass = pupils.filter((pupil) => pupil.className === className)
      const { id: classId } = await asActor(actor, (tx) =>
        tx.schoolClass.findFirstOrThrow({ where: { name: className }, select: { id: true } }),
      )
      const day = ago(year, today, 19 + index)
      await tellCheck(teacher, {
        classId,
        pupils: inClass,
        found: [],
        tooEarly: inClass.slice(0, 1),
        on: day,
      })
    }
  })
}

const CHECKED_BY = ['Grace Adjei', 'Nuala Brennan', 'Owen Hale']

/** One pupil of 5Birch is being assessed, and one has a plan that is not agreed yet. */
async function tellEarlyStages(
  actor: Actor,
  onRegister: readonly DemoPupil[],
  { year, senco, today }: Setting,
): Promise<DemoPupil[]> {
  const [assessed, planned] = onRegister.filter(
    ({ className, statusFrom }) =>
      className === '5Birch' && statusFrom !== null && statusFrom < weeksBefore(today, 4),
  )
  if (!assessed || !planned) throw new Error('the school of the story is too small')
  const cycle = {
    year,
    startedOn: weeksAgo(year, today, 2),
    reviewDue: notBefore(year, plusDays(today, 60)),
    responsible: senco,
    deliverer: senco,
  }
  await runCycle(actor, assessed, { ...cycle, until: 'assess' })
  await runCycle(actor, planned, { ...cycle, until: 'plan' })
  return [assessed, planned]
}
