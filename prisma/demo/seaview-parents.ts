import type { IsoDate } from '@/lib/calendar/iso-date'
import { addContact } from '@/lib/contact/commands'
import { recordParentTold } from '@/lib/parent-notification/commands'
import type { Actor } from '@/lib/platform/actor'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { type DemoPupil, must } from './demo-acts'
import { on } from './demo-days'
import { isToBeTold } from './demo-setting'

const PARENTS = [
  ['Farah', 'Mother'],
  ['Elena', 'Mother'],
  ['Marcus', 'Father'],
  ['Yusra', 'Mother'],
  ['Colm', 'Father'],
  ['Ngozi', 'Mother'],
  ['Irene', 'Grandmother'],
  ['Teo', 'Father'],
  ['Wanda', 'Mother'],
  ['Ishaan', 'Father'],
] as const

/** The secondary's export names no parents, so each pupil gets one; most were told of SEN support. */
export async function addParent(
  actor: Actor,
  pupil: DemoPupil,
  index: number,
  today: IsoDate,
): Promise<void> {
  const [given, relationship] = PARENTS[index % PARENTS.length] ?? PARENTS[0]
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
        relationship,
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
