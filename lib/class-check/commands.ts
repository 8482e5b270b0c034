import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { classLines } from '@/lib/class/reads'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { classCheckPolicy } from './policy'
import { pupilsToCheck } from './reads'
import { unanswered } from './rules'
import type { CheckForm } from './schema'

/** Keeps a check of a whole class: every pupil of it has an answer; sent twice, it is there once (6.17, P02). */
export function checkClass(
  actor: Actor,
  classId: string,
  form: CheckForm,
  now: Date,
): Promise<Outcome<{ checkId: string }>> {
  return asActor(actor, async (tx) => {
    const { schoolId, membershipId: checkedById } = actor
    const today = schoolDay(now)
    const line = (await classLines(tx, checkedById, today)).find(({ id }) => id === classId)
    const subject = { schoolId, isOwn: line?.isOwn ?? false }
    if (!line || !classCheckPolicy.read(actor, subject)) throw new NotFound(`class ${classId}`)
    if (!classCheckPolicy.make(actor, subject)) throw new NotAllowed(`check class ${classId}`)
    const ids = (await pupilsToCheck(tx, classId, today)).map(({ pupilId }) => pupilId)
    const missing = unanswered(ids, form.pupils)
    if (missing.length > 0)
      return {
        ok: false,
        problems: missing.map((id) => ({
          field: `pupils.${id}.progress`,
          message: 'Select how this pupil is getting on',
        })),
      }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${form.formKey}, 17))`
    const known = await tx.classCheck.findFirst({ where: { formKey: form.formKey }, select: { id: true } })
    if (known) return { ok: true, value: { checkId: known.id } }
    const { id } = await tx.classCheck.create({
      data: {
        schoolId,
        classId,
        checkedOn: toDateColumn(today),
        checkedById,
        checkedAt: now,
        formKey: form.formKey,
      },
      select: { id: true },
    })
    const said = form.pupils.filter(({ pupilId }) => ids.includes(pupilId))
    await tx.classCheckPupil.createMany({ data: said.map((pupil) => ({ schoolId, checkId: id, ...pupil })) })
    await audit(
      tx,
      actor,
      { action: 'class-check.made', subjectId: classId, details: { pupils: said.length } },
      now,
    )
    return { ok: true, value: { checkId: id } }
  })
}
