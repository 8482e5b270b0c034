import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { changeSpecialist, recordSpecialist } from '@/lib/specialist/commands'
import { getSpecialist } from '@/lib/specialist/queries'
import { specialistsOf } from '@/lib/specialist/reads'
import type { SpecialistForm } from '@/lib/specialist/schema'
import { aMember, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aFamily } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-12-04T09:00:00Z')
const form: SpecialistForm = {
  service: 'speech-and-language',
  personRole: 'Speech and language therapist',
  askedFor: 'How to help with word finding',
  parentsInvolvedOn: isoDate('2026-11-30'),
  parentsSaid: 'Please ask her',
  requestedOn: isoDate('2026-12-01'),
  firstSeenOn: null,
  reportReceivedOn: null,
  sharedWithParentsOn: null,
  sharedWithStaffOn: null,
  agreed: null,
}

describe('a specialist', () => {
  it('is recorded with the parents’ part, who can read it, and goes on', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const made = await recordSpecialist(teacher.actor, pupil.id, form, now)
    const specialistId = made.ok ? made.value.specialistId : ''
    expect(await asActor(mother.actor, (tx) => specialistsOf(tx, pupil.id))).toEqual([
      { ...form, id: specialistId, version: 1, recordedBy: teacher.name },
    ])
    const at = { pupilId: pupil.id, specialistId, version: 1 }
    const seen = { ...form, firstSeenOn: isoDate('2026-12-03'), agreed: 'Look again in March' }
    expect(await changeSpecialist(school.senco, at, seen, now)).toEqual({ ok: true, value: null })
    await expect(changeSpecialist(teacher.actor, at, form, now)).rejects.toThrow(ChangedElsewhere)
    expect(await getSpecialist(teacher.actor, { pupilId: pupil.id, specialistId }, now)).toMatchObject({
      specialist: { firstSeenOn: '2026-12-03', version: 2, agreed: 'Look again in March' },
    })
    expect(await auditOf(school)).toEqual(['specialist.recorded', 'specialist.changed', 'pupil.opened'])
  })

  it('is refused before the parents took part in the decision, and nothing is kept (6.47, 6.59)', async () => {
    const { school, pupil, teacher } = await aFamily()
    const over = { ...form, parentsInvolvedOn: isoDate('2026-12-02') }
    expect(await recordSpecialist(teacher.actor, pupil.id, over, now)).toMatchObject({
      problems: [{ field: 'parentsInvolvedOn' }],
    })
    expect(await look(`SELECT 1 FROM specialist_involvements WHERE pupil_id = $1`, [pupil.id])).toEqual([])
    expect(await auditOf(school)).toEqual([])
  })

  it('is recorded by those who teach the pupil, and found only with its own pupil', async () => {
    const family = await aFamily()
    const { school, pupil, teacher, assistant, mother } = family
    const made = await recordSpecialist(teacher.actor, pupil.id, form, now)
    const at = { pupilId: pupil.id, specialistId: made.ok ? made.value.specialistId : '', version: 1 }
    const rest = [
      [assistant.actor, NotAllowed],
      [mother.actor, NotFound],
      [(await aMember(school, 'class-teacher')).actor, NotFound],
      [(await aMember(school, 'governor')).actor, NotFound],
      [(await aSchool()).senco, NotFound],
    ] as const
    for (const [actor, error] of rest) {
      await expect(recordSpecialist(actor, pupil.id, form, now)).rejects.toThrow(error)
      await expect(changeSpecialist(actor, at, form, now)).rejects.toThrow(error)
      await expect(getSpecialist(actor, at, now)).rejects.toThrow(error)
    }
    const other = await aPupil(school)
    await expect(changeSpecialist(school.senco, { ...at, pupilId: other.id }, form, now)).rejects.toThrow(
      NotFound,
    )
    await expect(
      getSpecialist(school.senco, { pupilId: pupil.id, specialistId: newId() }, now),
    ).rejects.toThrow(NotFound)
  })
})
