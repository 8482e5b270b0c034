import type { ReactNode } from 'react'
import { Facts } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { daysBetween, type IsoDate, longDate, timeOfDay } from '@/lib/calendar/iso-date'
import type { Delivered } from '@/lib/do-note/rules'
import { deliveredWords, laterWords } from '@/lib/do-note/words'
import { withUnit } from '@/lib/outcome/words'

type Signed = { by: string; on: IsoDate; at: string }

/** A Do note at one time: as it is now, or as it was. */
export type Says = {
  provisionId: string | null
  outcomeId: string | null
  happenedOn: IsoDate
  delivered: Delivered
  reason: string | null
  minutes: number | null
  givenBy: string | null
  observation: string | null
  measured: string | null
  isShared: boolean
  written: Signed
}

export type Names = {
  provisions: readonly { id: string; label: string }[]
  outcomes: readonly { id: string; label: string; unit: string | null }[]
}

const TONES = { given: 'met', partly: 'part', 'not-given': 'none' } as const

/** "Joan Pickering, 20 November 2026 at 3:20pm". */
export const signedWords = ({ by, on, at }: Signed) => `${by}, ${longDate(on)} at ${timeOfDay(at)}`

/** What a note says, part by part; what was left is left out. */
export function NoteSays({ says, names }: { says: Says; names: Names }) {
  const about = names.provisions.find(({ id }) => id === says.provisionId)?.label ?? 'In every lesson'
  const outcome = names.outcomes.find(({ id }) => id === says.outcomeId)
  const later = laterWords(Math.max(0, daysBetween(says.happenedOn, says.written.on)))
  const facts: [string, ReactNode][] = [
    ['Day', [longDate(says.happenedOn), later].filter(Boolean).join(', ')],
    ['About', about],
    [
      'Given',
      <ToneWord key="given" tone={TONES[says.delivered]}>
        {[deliveredWords[says.delivered], says.reason].filter(Boolean).join(': ')}
      </ToneWord>,
    ],
    ['Minutes', says.minutes],
    ['Given by', says.givenBy],
    ['Measured', says.measured && outcome && withUnit(says.measured, outcome.unit)],
    ['Of the outcome', says.measured && outcome?.label],
    ['Who may read it', says.isShared ? 'Staff and the pupil’s parents' : 'Staff only'],
    ['Written', signedWords(says.written)],
  ]
  return (
    <>
      <Facts
        facts={facts.flatMap(([term, is]) =>
          is === null || is === undefined || is === '' ? [] : [{ term, is }],
        )}
      />
      {says.observation && <p className="pre">{says.observation}</p>}
    </>
  )
}
