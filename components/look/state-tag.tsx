import type { ReactNode } from 'react'
import type { StandingState } from '@/lib/parent-meeting/rules'
import { stateWords } from '@/lib/parent-meeting/words'
import { Icon, type IconName, type Tone } from './icon'

/** The tone of each state against 6.65: six silhouettes, so that no state is told by colour alone. */
export const stateTones: Record<StandingState, Tone> = {
  met: 'met',
  'on-track': 'track',
  'at-risk': 'risk',
  'not-met': 'miss',
  'part-year-met': 'part',
  'not-applicable': 'none',
  'not-in-scope': 'none',
}

/** A word with the shape and colour of its tone; never a button. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <Icon name={tone} />
      {children}
    </span>
  )
}

/** Where a pupil stands against 6.65, as a tag; its reason goes in a sentence beside or beneath it. */
export function StateTag({ state }: { state: StandingState }) {
  return <ToneTag tone={stateTones[state]}>{stateWords[state]}</ToneTag>
}

/** The same inside a line of text, without the pill: "Overdue by 4 days". */
export function ToneWord({
  tone,
  icon = tone,
  children,
}: {
  tone: Tone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={`word ${tone}`}>
      <Icon name={icon} /> {children}
    </span>
  )
}
