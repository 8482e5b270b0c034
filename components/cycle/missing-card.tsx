import { Card } from '@/components/look/card'
import type { MissingItem } from '@/lib/cycle/activation.rules'

type Props = { missing: readonly MissingItem[]; base: string }

// Where each missing thing is put right; `base` is the address of the plan.
function hrefOf({ item }: MissingItem, base: string): string {
  const [part, id] = item.split('.')
  if (part === 'outcomes' || part === 'provisions') return `${base}/${part}/${id ?? 'add'}`
  if (part === 'suggestions') return `${base}/suggestions/${id ?? ''}`
  if (part === 'agreement')
    return id === 'nobody' ? `${base}#agreement` : `${base}/agreement/${id ?? 'pupil'}`
  return `${base}/responsible`
}

/** What must still be written before a plan can come into force, each with its paragraph and the page for it (6.48). */
export function MissingCard({ missing, base }: Props) {
  if (missing.length === 0) return null
  return (
    <Card heading={missing.length === 1 ? 'One thing is missing' : `${missing.length} things are missing`}>
      <p>Before the plan can come into force:</p>
      <ul>
        {missing.map((item) => (
          <li key={item.item} id={item.item} tabIndex={-1}>
            <a href={hrefOf(item, base)}>{item.message}</a>{' '}
            <span className="soft small">Code {item.paragraph}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
