import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { registerLines } from '@/lib/sen-register/reads'
import { type YearBurnUp, yearBurnUp } from './burn-up.rules'
import { governorFigures, type GovernorFigures } from './governor.rules'
import { oversightPolicy } from './policy'
import { governorQuality, type GovernorQuality, type Quality } from './quality.rules'
import { meetingQuality, needNames, oversightPupils, sencosOf } from './reads'
import { type Figures, figuresOf } from './rules'

/** A pupil of whom the year asks fewer than three meetings, and who has not had three: listed apart (8.3). */
export type PartYearPupil = {
  pupilId: string
  name: string
  className: string | null
  standing: ParentMeetingStanding
  sentence: string
}

type Year = { today: IsoDate; yearName: string; firstDay: IsoDate; lastDay: IsoDate }

/** The page of oversight: with pupils behind the figures, or figures only. */
export type OversightPage = Year & {
  sencos: string[]
  needs: Record<string, string>
  forGovernors: GovernorFigures
  qualityForGovernors: GovernorQuality
} & (
    | { kind: 'by-pupil'; figures: Figures; burnUp: YearBurnUp; partYear: PartYearPupil[]; quality: Quality }
    | { kind: 'figures' }
  )

/** Whether the school keeps its side: duty by duty for SENCO and head, suppressed figures for a governor (P127, P131, P132). */
export async function getOversight(actor: Actor, now: Date): Promise<OversightPage> {
  if (!oversightPolicy.read(actor, actor)) throw new NotFound('oversight')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const since = await withYearBefore(tx, actor.schoolId, calendar)
    const pupils = await oversightPupils(tx, { calendar, since, today })
    const figures = figuresOf(pupils)
    const burnUp = yearBurnUp(pupils, calendar, today)
    const quality = await meetingQuality(tx, calendar, today)
    const shared = {
      today,
      yearName: calendar.yearName,
      firstDay: calendar.year.firstDay,
      lastDay: calendar.terms.at(-1)?.lastDay ?? calendar.year.lastDay,
      sencos: await sencosOf(tx, today),
      needs: await needNames(tx),
      forGovernors: governorFigures(figures, burnUp, today),
      qualityForGovernors: governorQuality(quality),
    }
    if (!oversightPolicy.readByPupil(actor, actor)) return { kind: 'figures', ...shared }
    const lines = await registerLines(tx, calendar, today)
    const partYear = lines
      .filter(({ standing }) => standing.state !== 'not-in-scope')
      .filter(({ standing }) => standing.fewerThanThree && standing.required < standing.eachYear)
      .map(({ pupilId, name, className, standing, sentence }) => ({
        pupilId,
        name,
        className,
        standing,
        sentence,
      }))
    return { kind: 'by-pupil', ...shared, figures, burnUp, partYear, quality }
  })
}
