import { moveReview } from '@/lib/review/date.commands'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import { type ClassSetting, openCycle } from './setting'

type Who = { moved: DemoPupil; passed: DemoPupil }

/** A review agreed for another day before it passed, and one that has passed and is expected on a day to come (R15). */
export async function tellReviewDates(
  { senco, ago, ahead }: ClassSetting,
  { moved, passed }: Who,
): Promise<void> {
  const move = async ({ id }: DemoPupil, to: number, reason: string, daysAgo: number) => {
    const cycle = await openCycle(senco, id)
    await must(moveReview(senco, cycle.id, cycle.version, { to: ahead(to), reason }, on(ago(daysAgo))))
  }
  await move(moved, 24, 'Both parents can come together a week later.', 5)
  await move(passed, 3, 'Mr Whitfield was away ill on the agreed day.', 2)
}
