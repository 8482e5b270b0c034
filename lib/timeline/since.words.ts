import { actWords } from '@/lib/audit/words'
import { dayAndMonth, type IsoDate, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'
import { type Change, type ChangesSince, TIMELINE_KINDS } from './kinds.rules'
import { KINDS, kindOfAct } from './kinds.words'

const when = (at: Date) => `${dayAndMonth(schoolDay(at))} at ${timeOfDay(schoolTime(at))}`

/** Since when: "Since you last looked on 3 November at 10:42am". */
export const sinceWords = (since: Date): string => `Since you last looked on ${when(since)}`

/** What has changed, in one line: "2 in Do notes, 1 in Plan"; null where nothing a timeline tells of has. */
export function changedWords(found: ChangesSince): string | null {
  const kinds = (found?.changes ?? []).map(({ action }) => kindOfAct(action))
  const said = TIMELINE_KINDS.flatMap((kind) => {
    const entries = kinds.filter((one) => one === kind).length
    return entries > 0 ? [`${entries} in ${KINDS[kind].name}`] : []
  })
  return said.length > 0 ? said.join(', ') : null
}

/** One line of what has changed: who did what, and how often on that day. */
export type ChangeLine = { on: IsoDate; key: string; words: string }

/** What has changed, day by day, the same act of the same person once a day with how often. */
export function changeLines(changes: readonly Change[]): ChangeLine[] {
  const lines = new Map<string, ChangeLine & { act: string; times: number }>()
  for (const { at, action, by } of changes) {
    if (kindOfAct(action) === null) continue
    const on = schoolDay(at)
    const key = [on, by, action].join()
    const act = `${by ?? 'Somebody'} ${actWords(action, {})}`
    const times = (lines.get(key)?.times ?? 0) + 1
    lines.set(key, { on, key, act, times, words: times === 1 ? act : `${act}, ${times} times` })
  }
  return [...lines.values()].map(({ on, key, words }) => ({ on, key, words }))
}
