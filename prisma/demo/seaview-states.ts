import type { IsoDate } from '@/lib/calendar/iso-date'
import { DEFAULT_STANDING_SETTINGS, parentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { DemoPupil } from './demo-acts'
import { ago, ahead, spread } from './demo-days'
import { arrange, missed } from './demo-meetings'
import { teacherOf } from './demo-setting'
import { endSupport, meet, type Seaview, startSupport } from './seaview-acts'

/** One pupil in each state of 8.3, whatever the day. */
export async function tellStates(
  setting: Seaview,
  [met, onTrack, atRisk, notMet, ended, third]: readonly DemoPupil[],
  [late, brief]: readonly DemoPupil[],
): Promise<void> {
  const { actor, year, today } = setting
  if (!met || !onTrack || !atRisk || !notMet || !ended || !third || !late || !brief)
    throw new Error('the school of the story is too small')
  const meetings = async (pupil: DemoPupil, count: number) => {
    for (const day of spread(year, today, count)) await meet(setting, pupil, day)
  }
  const expected = standing(setting, year.year.firstDay).expectedByNow
  await meetings(met, 3)
  await meetings(onTrack, Math.min(expected, 2))
  await meetings(third, Math.min(expected, 2))
  await arrange(
    actor,
    third.id,
    {
      on: ahead(year, today, 4),
      parents: third.contacts.slice(0, 1).map(({ id }) => id),
      leader: teacherOf(setting, third),
    },
    ago(year, today, 0),
  )
  await meetings(atRisk, Math.max(Math.min(expected, 2) - 1, 0))
  await missed(
    actor,
    atRisk.id,
    {
      on: ago(year, today, 7),
      parents: atRisk.contacts.slice(0, 1).map(({ id }) => id),
      leader: teacherOf(setting, atRisk),
    },
    'parent',
  )
  // Support ended before enough were held: it can no longer be met.
  await endSupport(setting, notMet, ago(year, today, 4))
  await meetings(ended, 1)
  await endSupport(setting, ended, ago(year, today, 2))
  await tellLate(setting, late)
  // On SEN support for two weeks only: nothing was asked.
  await startSupport(setting, brief, year.schoolDays[2] ?? today)
  await endSupport(setting, brief, year.schoolDays[11] ?? today)
}

/** On the register late in the year: as many meetings as the rest of it asks for, and no more. */
async function tellLate(setting: Seaview, pupil: DemoPupil): Promise<void> {
  const { year, today } = setting
  for (let back = 12; back < 60; back++) {
    const from = ago(year, today, back)
    const { required } = standing(setting, from)
    if (required === 0 || required === 3 || required > back - 2) continue
    await startSupport(setting, pupil, from)
    for (let meeting = 0; meeting < required; meeting++)
      await meet(setting, pupil, ago(year, today, 2 + meeting * 3))
    return
  }
  throw new Error('no day on which a pupil could have come onto the register for part of the year')
}

/** What the rule asks of someone on the register from this day on who has had no meeting. */
const standing = ({ year, today }: Seaview, from: IsoDate) =>
  parentMeetingStanding({
    today,
    year: year.year,
    terms: year.terms,
    closedDays: year.closures.map(({ day }) => day),
    inScope: [{ from, until: null }],
    compulsorySchoolAgeEnds: null,
    meetings: [],
    settings: DEFAULT_STANDING_SETTINGS,
  })
