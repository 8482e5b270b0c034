import { Card } from '@/components/look/card'
import { linesByKind, type PlanLine } from '@/lib/plan-line/rules'
import { kindForFamily, lineWords } from '@/lib/plan-line/words'

type Props = { lines: readonly PlanLine[]; givenName: string }

/** What bends, what teachers do, where it is quiet and what home does, as a family reads it; what was shared (P27, P45, P46, 6.51). */
export function FamilyLines({ lines, givenName }: Props) {
  if (lines.length === 0) return null
  const headings = kindForFamily(givenName)
  return (
    <Card heading="Every day">
      {linesByKind(lines).map(({ kind, lines: own }) => (
        <section key={kind}>
          <h3>{headings[kind]}</h3>
          <ul>
            {own.map((line) => (
              <li key={line.id} className="pre">
                {lineWords(line)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
