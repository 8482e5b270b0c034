import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { saveCalendar, saveSettings } from '@/lib/school/commands'
import { must } from './demo-acts'
import { on } from './demo-days'
import type { DemoYear } from './demo-year'

/** The school's settings and the terms and closed days of its year, as a SENCO enters them. */
export async function enterCalendar(actor: Actor, year: DemoYear, today: IsoDate): Promise<void> {
  const { version } = await asActor(actor, (tx) =>
    tx.school.findUniqueOrThrow({ where: { id: actor.schoolId }, select: { version: true } }),
  )
  await must(
    saveSettings(
      actor,
      version,
      {
        planName: 'SEN support plan',
        meetingMinutes: 30,
        reminderDays: 2,
        termSchoolDays: 75,
        yearBegins: year.begins,
        officePhone: '01632 960 100',
        adviceName: 'Millshire SENDIASS',
        adviceUrl: 'https://sendiass.example',
        advicePhone: '01632 960 200',
        localOfferUrl: 'https://local-offer.example',
      },
      on(today),
    ),
  )
  await must(
    saveCalendar(
      actor,
      year.starts,
      0,
      {
        terms: year.terms.map((term, row) => ({ row: String(row), ...term })),
        closures: year.closures.map(({ day, reason }, row) => ({
          row: String(row),
          from: day,
          until: null,
          reason,
        })),
      },
      on(today),
    ),
  )
}
