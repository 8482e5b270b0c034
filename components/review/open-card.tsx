import { ToneWord } from '@/components/look/state-tag'
import type { ReviewPart } from '@/lib/review/open.rules'

function State({ part: { lacks, isBegun } }: { part: ReviewPart }) {
  if (lacks.length === 0) return <ToneWord tone="met">Written</ToneWord>
  if (!isBegun) return <ToneWord tone="none">Not begun</ToneWord>
  return (
    <>
      <ToneWord tone="part">In part</ToneWord>
      <span className="soft small">. Still open: {lacks.join(', ')}</span>
    </>
  )
}

/** What is still open in a review, as it was last saved: each part with the way to it, to be written in pieces (6.54). */
export function OpenCard({ parts }: { parts: readonly ReviewPart[] }) {
  const done = parts.filter(({ lacks }) => lacks.length === 0).length
  return (
    <nav className="card" aria-labelledby="still-open">
      <h2 id="still-open">What is still open</h2>
      <p className="soft small">
        {done} of {parts.length} parts are written, as last saved. You need not finish today: save any part as
        you go, and go on when you can.
      </p>
      <ol className="lines">
        {parts.map((part) => (
          <li key={part.id}>
            <a href={`#${part.id}`}>{part.label}</a> <State part={part} />
          </li>
        ))}
      </ol>
    </nav>
  )
}
