import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import { schoolYearOf } from '@/lib/calendar/school-year'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { addPupil } from '@/lib/pupil/commands'
import { type DemoPupil, must } from './demo-acts'
import { runCycle } from './demo-cycles'
import { ago, notBefore, on, weeksAgo } from './demo-days'
import { type Seaview, startSupport } from './seaview-acts'

/** A young person in the sixth form, past compulsory school age, who came to the meeting alone. */
export async function tellYoungPerson(setting: Seaview): Promise<void> {
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
    year,
    startedOn: weeksAgo(year, today, 6),
    reviewDue: notBefore(year, plusDays(today, 28)),
    until: 'do',
    responsible: senco,
    deliverer: senco,
    notedUntil: ago(year, today, 1),
    isWeekly: true,
  })
}
