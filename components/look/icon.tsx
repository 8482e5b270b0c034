/** The shape of a state or a tone, which always stands with its word. */
export type Tone = 'met' | 'track' | 'risk' | 'miss' | 'part' | 'none'

export type IconName =
  | Tone
  | 'prompt'
  | 'to'
  | 'by'
  | 'down'
  | 'close'
  | 'held'
  | 'booked'
  | 'open'
  | 'cycle-next'
  | 'cycle-open'
  | 'cycle-closed'

/** A shape from the sheet; hidden from screen readers, because the word beside it says the same. */
export function Icon({ name, className = 'icon' }: { name: IconName; className?: string }) {
  return (
    <svg className={className} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
