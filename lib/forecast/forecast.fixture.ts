import { isoDate } from '@/lib/calendar/iso-date'
import type { CountableMeeting } from '@/lib/parent-meeting/counting.rules'
import type { MeetingFacts } from '@/lib/parent-meeting/facts.rules'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import { yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import { aLine } from '@/lib/sen-register/register.fixture'
import { type ForecastPupil, forecastPupil } from './rules'

export const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, includeEhcPlan: true } }

/** A pupil of the forecast with these meetings, on SEN support since before the year, seen on a day. */
export function thePupil(
  pupilId: string,
  today: string,
  meetings: readonly CountableMeeting[],
  over: Partial<MeetingFacts> & { lastMet?: string | null } = {},
): ForecastPupil {
  const { lastMet = null, ...facts } = over
  return forecastPupil(
    aLine(pupilId, { pupilId }),
    {
      dateOfBirth: isoDate('2018-05-03'),
      statuses: [{ status: 'sen-support', from: isoDate('2025-09-01'), until: null }],
      meetings,
      ...facts,
    },
    { calendar, lastMet: lastMet === null ? null : isoDate(lastMet), today: isoDate(today) },
  )
}
