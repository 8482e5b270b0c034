import { ToneWord } from '@/components/look/state-tag'
import { isQuiet } from '@/lib/provision/rules'

/** Asks about a provision nobody has noted for too long (R12); silent otherwise. */
export function QuietWord({ schoolDays }: { schoolDays: number | null }) {
  if (!isQuiet(schoolDays)) return null
  return (
    <p className="small">
      <ToneWord tone="risk">Nothing noted for {schoolDays} school days</ToneWord>
    </p>
  )
}
