import type { ReactNode } from 'react'
import { Icon } from './icon'

/** `next` has not begun, `open` is where the pupil is now, `closed` has been reviewed. */
export type CycleKind = 'next' | 'open' | 'closed'

export type TimelineEntry = { key: string; kind: CycleKind; heading: ReactNode; lines: ReactNode }

/** A pupil's cycles, newest first; a late review stays written for ever. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="cycles">
      {entries.map(({ key, kind, heading, lines }) => (
        <li key={key}>
          <Icon name={`cycle-${kind}`} className="spot" />
          <p>{kind === 'closed' ? heading : <b>{heading}</b>}</p>
          <div className="small">{lines}</div>
        </li>
      ))}
    </ol>
  )
}
