import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { dateOfBirthProblem, lastDayHereProblem } from './details.rules'
import { onePupilAtATime } from './lock.commands'
import { movedOn } from './moved.commands'
import { pupilPolicy } from './policy'
import type { PupilChangeForm, PupilForm } from './schema'

type Refusal = { field: string; message: string }

const same = (text: string) => ({ equals: text, mode: 'insensitive' as const })

/** Another pupil here with this UPN, or with this name and birthday: two records of one child would split their story. */
async function whoIsHereAlready(
  tx: SchoolTx,
  form: PupilForm,
  besides: string | null,
): Promise<Refusal | null> {
  const others = besides === null ? {} : { id: { not: besides } }
  if (form.upn && (await tx.pupil.count({ where: { upn: form.upn, ...others } })) > 0)
    return {
      field: 'upn',
      message: 'Another pupil has this UPN: check the number, or look for them in the register',
    }
  const { givenName, familyName } = form
  const twin = {
    givenName: same(givenName),
    familyName: same(familyName),
    dateOfBirth: toDateColumn(form.dateOfBirth),
  }
  return (await tx.pupil.count({ where: { ...twin, ...others } })) > 0
    ? { field: 'givenName', message: 'A pupil with this name and date of birth is already here' }
    : null
}

/** The class of this name, made where there is none yet. */
async function classNamed(tx: SchoolTx, actor: Actor, name: string | null): Promise<string | null> {
  if (name === null) return null
  const known = await tx.schoolClass.findFirst({ where: { name: same(name) }, select: { id: true } })
  if (known) return known.id
  const made = await tx.schoolClass.create({ data: { schoolId: actor.schoolId, name }, select: { id: true } })
  return made.id
}

const columnsOf = ({
  givenName,
  familyName,
  preferredName,
  dateOfBirth,
  upn,
  sex,
  yearGroup,
  homeLanguage,
}: PupilForm) => ({
  givenName,
  familyName,
  preferredName,
  dateOfBirth: toDateColumn(dateOfBirth),
  upn,
  sex,
  yearGroup,
  homeLanguage,
})

/** Adds a pupil by hand: one who has just joined, before the next import brings them (domain.md 3.5). */
export function addPupil(actor: Actor, form: PupilForm, now: Date): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    if (!pupilPolicy.add(actor, actor)) throw new NotAllowed('add a pupil')
    const problem = dateOfBirthProblem(form.dateOfBirth, schoolDay(now))
    if (problem) return refuse('dateOfBirth', problem)
    // one new pupil at a time in a school, so that a form sent twice finds the first
    await onePupilAtATime(tx, actor.schoolId)
    const here = await whoIsHereAlready(tx, form, null)
    if (here) return refuse(here.field, here.message)
    const classId = await classNamed(tx, actor, form.className)
    await movedOn(tx, schoolDay(now))
    const { id } = await tx.pupil.create({
      data: { schoolId: actor.schoolId, ...columnsOf(form), classId, createdAt: now },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'pupil.added', subjectId: id, pupilId: id }, now)
    return { ok: true, value: { pupilId: id } }
  })
}

/** Puts right what the roll says of a pupil, or that they have left; the trail names the fields, not what they held. */
export function changePupil(
  actor: Actor,
  pupilId: string,
  version: number,
  form: PupilChangeForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    const before = await tx.pupil.findUnique({
      where: { schoolId_id: { schoolId, id: pupilId } },
      include: { schoolClass: { select: { name: true } } },
    })
    const subject = { schoolId, pupilId }
    if (!before || !pupilPolicy.open(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    if (!pupilPolicy.change(actor, subject)) throw new NotAllowed(`change pupil ${pupilId}`)
    const born = dateOfBirthProblem(form.dateOfBirth, schoolDay(now))
    if (born) return refuse('dateOfBirth', born)
    const left = form.onRollUntil && lastDayHereProblem(form.onRollUntil, form.dateOfBirth)
    if (left) return refuse('onRollUntil', left)
    await onePupilAtATime(tx, schoolId)
    const here = await whoIsHereAlready(tx, form, pupilId)
    if (here) return refuse(here.field, here.message)

    const classId = await classNamed(tx, actor, form.className)
    await movedOn(tx, schoolDay(now))
    const after = { ...columnsOf(form), classId, onRollUntil: toDateColumnOrNull(form.onRollUntil) }
    const changed = await tx.pupil.updateMany({
      where: { schoolId, id: pupilId, version },
      data: { ...after, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`pupil ${pupilId}`)
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => plain(before[field]) !== plain(after[field]),
    )
    await audit(tx, actor, { action: 'pupil.changed', subjectId: pupilId, pupilId, details: { fields } }, now)
    return { ok: true, value: null }
  })
}

const plain = (value: Date | string | number | null) =>
  value instanceof Date ? fromDateColumn(value) : value
