import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Missed: a must, or a date that was agreed. At risk: there is still time. Coming up: to think about, no more. */
export type NeedsKind = 'missed' | 'at-risk' | 'coming-up'

export type Need = {
  href: string
  /** The one act, beginning with a verb: "Record Mason Clarke's review". */
  act: string
  who: ReactNode
  since: string
  /** The paragraph it comes from: "Code 6.53". */
  source: string
}

const KINDS = {
  missed: { tone: 'miss', icon: 'miss' },
  'at-risk': { tone: 'risk', icon: 'risk' },
  'coming-up': { tone: 'track', icon: 'prompt' },
} as const

type Props = { id: string; kind: NeedsKind; heading: string; note: string; needs: readonly Need[] }

/** What needs this person now, one act a line; the count is in the heading. */
export function Needs({ id, kind, heading, note, needs }: Props) {
  const { tone, icon } = KINDS[kind]
  return (
    <>
      <h2 className="sort" id={id}>
        {heading} <span>{note}</span>
      </h2>
      <ul className="needs" aria-labelledby={id}>
        {needs.map(({ href, act, who, since, source }) => (
          <li className={tone} key={href + act}>
            <Icon name={icon} />
            <div>
              <a href={href}>{act}</a>
              <p>{who}</p>
            </div>
            <div className="when">
              <b>{since}</b>
              <span>{source}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
