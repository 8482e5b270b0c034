import type { ReactNode } from 'react'
import type { Fact } from './card'
import { type Span, SpanPicture } from './span-picture'

type Props = {
  /** What the pupil will do, by when, in one sentence. */
  sentence: ReactNode
  heading?: 'h3' | 'h4'
  /** Start, now, target: each with its day and its measure in words. */
  points?: readonly Fact[]
  /** The same as numbers, where they are numbers. */
  span?: Span | null
  tag?: ReactNode
  /** What is given for it: what, how long, how often, who, from, until, given n of m. */
  given?: readonly { key: string; line: ReactNode }[]
  children?: ReactNode
}

/** An outcome first, and under it the provision that is there for its sake (9.66). */
export function Outcome({
  sentence,
  heading: Heading = 'h3',
  points = [],
  span,
  tag,
  given = [],
  children,
}: Props) {
  return (
    <article className="outcome">
      <Heading>{sentence}</Heading>
      {(points.length > 0 || tag) && (
        <div className="span">
          {span && <SpanPicture span={span} />}
          {points.length > 0 && (
            <dl>
              {points.map(({ term, is }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{is}</dd>
                </div>
              ))}
            </dl>
          )}
          {tag}
        </div>
      )}
      {children}
      {given.map(({ key, line }) => (
        <p className="given small" key={key}>
          {line}
        </p>
      ))}
    </article>
  )
}
