import { broadAreaWords } from '@/lib/sen-status/words'
import type { PupilNeed } from '@/lib/pupil/header.rules'
import { Card } from '@/components/look/card'

/** The needs of the pupil as the register has them, the main one first, with their broad areas (6.28 to 6.35). */
export function NeedsCard({ needs, href }: { needs: readonly PupilNeed[]; href: string | null }) {
  return (
    <Card heading="Needs on the register">
      {needs.length === 0 ? (
        <p>None recorded.</p>
      ) : (
        <ol>
          {needs.map(({ code, name, broadArea }) => (
            <li key={code}>
              {name}
              {broadArea && <span className="soft small">, {broadAreaWords[broadArea].toLowerCase()}</span>}
            </li>
          ))}
        </ol>
      )}
      {href && (
        <p className="small last">
          <a href={href}>Change the needs, or their order</a>
        </p>
      )}
    </Card>
  )
}
