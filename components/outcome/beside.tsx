import type { ReactNode } from 'react'
import type { GentleNote } from '@/lib/outcome/rules'

type Props = { notes: readonly GentleNote[]; parts: readonly string[]; children: ReactNode }

/** Fields with what to think about again beside them; a note speaks, and never stops a save. */
export function Beside({ notes, parts, children }: Props) {
  const said = notes.filter(({ part }) => parts.includes(part))
  return (
    <div className="field">
      <div>{children}</div>
      {said.length > 0 && (
        <aside className="smart risk" aria-label="To think about">
          <p>
            <b>To think about</b>
          </p>
          {said.map(({ part, message }) => (
            <p key={part + message}>{message}.</p>
          ))}
        </aside>
      )}
    </div>
  )
}
