export type Span = { start: number; now: number; target: number }

const FROM = 10
const TO = 150

/** How far along the line from start to target, 0 to 1; a target below the start is walked downwards. */
export function shareOfSpan({ start, now, target }: Span): number {
  if (start === target) return now === target ? 1 : 0
  return Math.min(1, Math.max(0, (now - start) / (target - start)))
}

/** Start, now and target on a line; hidden from screen readers, because the three are written beside it. */
export function SpanPicture({ span }: { span: Span }) {
  const share = shareOfSpan(span)
  const now = FROM + Math.round((TO - FROM) * share)
  return (
    <svg className="noprint" width="164" height="24" viewBox="0 0 164 24" aria-hidden="true">
      <path className="span-line" d={`M${FROM} 12H${TO}`} strokeWidth="6" />
      <path className="span-done" d={`M${FROM} 12H${now}`} strokeWidth="6" />
      <circle className="span-end" cx={FROM} cy="12" r="5" strokeWidth="2" />
      <path
        className={share === 1 ? 'span-reached' : 'span-end'}
        d={`M${TO} 3l9 9-9 9-9-9z`}
        strokeWidth="2"
      />
      {share < 1 && <circle className="span-now" cx={now} cy="12" r="8" />}
    </svg>
  )
}
