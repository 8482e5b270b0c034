import { type Figure, Strip } from '@/components/look/strip'
import type { Figures } from '@/lib/oversight/rules'
import { daysWords, pupilsWords } from '@/lib/oversight/words'

/** The four duties at a glance, each a link to the pupils behind it (6.65, 6.53; section 68). */
export function LeaderStrip({ school, figures }: { school: string; figures: Figures }) {
  const { held, needed, expectedByNow, states, meetingsShort, reviews, told } = figures
  const register = `${school}/sen-register`
  const short =
    meetingsShort > 0 ? `, ${meetingsShort} ${meetingsShort === 1 ? 'meeting' : 'meetings'} short` : ''
  const longest = reviews.overdue > 0 ? `, the longest by ${daysWords(reviews.longest)}` : ''
  const strip: Figure[] = [
    {
      href: register,
      figure: `${held} of ${needed}`,
      says: `parent meetings held; ${expectedByNow} were expected by now`,
    },
    {
      href: `${register}?state=at-risk`,
      figure: states['at-risk'],
      says: `${states['at-risk'] === 1 ? 'pupil' : 'pupils'} at risk${short}`,
      ...(states['at-risk'] > 0 ? { tone: 'risk' as const } : {}),
    },
    {
      href: `${register}?overdue=1&sort=urgent`,
      figure: reviews.overdue,
      says: `of ${reviews.agreed} agreed reviews overdue${longest}`,
      ...(reviews.overdue > 0 ? { tone: 'miss' as const } : {}),
    },
    {
      href: `${school}?show=parents-not-told`,
      figure: told.missing,
      says: `of ${pupilsWords(told.asked)} whose parents have not all been told of SEN support`,
      ...(told.missing > 0 ? { tone: 'miss' as const } : {}),
    },
  ]
  return <Strip label="The duties at a glance" figures={strip} />
}
