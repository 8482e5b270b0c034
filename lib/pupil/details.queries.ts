import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ContactLine } from '@/lib/contact/line.rules'
import { contactsOf } from '@/lib/contact/reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { classesOf } from './classes.reads'
import type { ClassTime } from './classes.rules'
import type { PupilHeader, StaffChoice, StaffOfPupil } from './header.rules'
import { pupilPolicy } from './policy'
import { openPupil } from './reads'
import { staffOfPupil, staffToName } from './staff.reads'

const classNames = async (tx: SchoolTx) =>
  (await tx.schoolClass.findMany({ select: { name: true }, orderBy: { name: 'asc' } })).map(
    ({ name }) => name,
  )

/** The classes a new pupil can be put in. */
export function getNewPupilPage(actor: Actor): Promise<{ classNames: string[] }> {
  return asActor(actor, async (tx) => {
    if (!pupilPolicy.add(actor, actor)) throw new NotAllowed('add a pupil')
    return { classNames: await classNames(tx) }
  })
}

export type PupilToChange = {
  pupil: PupilHeader
  givenName: string
  familyName: string
  preferredName: string | null
  dateOfBirth: IsoDate
  upn: string | null
  sex: string | null
  yearGroup: number | null
  className: string | null
  homeLanguage: string | null
  onRollUntil: IsoDate | null
  classNames: string[]
}

/** What the roll says of a pupil, as those who may change it see it. */
export function getPupilToChange(actor: Actor, pupilId: string, now: Date): Promise<PupilToChange> {
  return asActor(actor, async (tx) => {
    const pupil = await openPupil(tx, actor, { pupilId, page: 'details', today: schoolDay(now), now })
    if (!pupilPolicy.change(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`change pupil ${pupilId}`)
    const row = await tx.pupil.findUnique({
      where: { schoolId_id: { schoolId: pupil.schoolId, id: pupilId } },
    })
    if (!row) throw new NotFound(`pupil ${pupilId}`)
    const { givenName, familyName, preferredName, upn, sex, yearGroup, homeLanguage } = row
    return {
      pupil,
      givenName,
      familyName,
      preferredName,
      dateOfBirth: fromDateColumn(row.dateOfBirth),
      upn,
      sex,
      yearGroup,
      className: pupil.className,
      homeLanguage,
      onRollUntil: fromDateColumnOrNull(row.onRollUntil),
      classNames: await classNames(tx),
    }
  })
}

export type PupilPeople = {
  pupil: PupilHeader
  contacts: ContactLine[]
  staff: StaffOfPupil[]
  choices: StaffChoice[]
  /** The classes so far, the latest first, with who taught or supported them then. */
  classes: ClassTime[]
}

/** Who is around a pupil: parents and carers, and the staff who teach or support; for those who may change either. */
export function getPupilPeople(actor: Actor, pupilId: string, now: Date): Promise<PupilPeople> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'people', today, now })
    if (!pupilPolicy.assignStaff(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`change who is around pupil ${pupilId}`)
    const staff = await staffOfPupil(tx, pupilId, today)
    const named = new Set(
      staff.flatMap(({ membershipId, pupilStaffId }) => (pupilStaffId ? [membershipId] : [])),
    )
    return {
      pupil,
      contacts: await contactsOf(tx, actor, pupilId, today),
      staff,
      classes: await classesOf(tx, pupilId),
      choices: (await staffToName(tx, today)).filter(({ membershipId }) => !named.has(membershipId)),
    }
  })
}
