import { dayAndMonth, daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import { notToldOfResponsible, type ResponsibleChange } from '@/lib/plan/told.rules'
import { addresses } from './addresses.rules'
import { whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A family that has not been told who answers for the support now (P31). */
export function responsibleFlag(change: ResponsibleChange, today: IsoDate): Flag | null {
  const toTell = notToldOfResponsible(change, today)
  if (toTell.length === 0) return null
  const { pupilId, pupil, className, publishedOn } = change
  const isYoungPerson = toTell.some(({ contactId }) => contactId === null)
  return {
    kind: 'responsible-not-told',
    group: 'at-risk',
    ruleId: 'P31',
    weight: daysBetween(publishedOn, today),
    pupilId,
    act: isYoungPerson
      ? `Tell ${pupil.name} who is responsible for the support now`
      : `Tell ${pupil.name}’s parents who is responsible now`,
    path: addresses.responsibleTold(pupilId),
    who: whoWords([className], `${toTell.map(({ name }) => name).join(', ')} not told`),
    since: `Since ${dayAndMonth(publishedOn)}`,
    source: 'Promised to parents',
  }
}
