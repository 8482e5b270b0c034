import type { FormValues } from '@/lib/platform/form-state'
import { specifiedFindings } from '@/lib/provision/specified'
import { typedProvision } from '@/lib/provision/specified.words'

type Props = { values: FormValues }

/** What is still to be said before a provision is specified and quantified, read out as it changes; it stops nothing. */
export function SpecifiedNotes({ values }: Props) {
  const typed = typedProvision(values)
  const findings = typed.what === '' ? [] : specifiedFindings(typed)
  return (
    <div aria-live="polite">
      {findings.length > 0 && (
        <div role="group" className="smart risk" aria-label="Specified and quantified">
          <p>
            <b>Specified and quantified</b>
          </p>
          <ul>
            {findings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p className="small">This never stops you saving a draft.</p>
        </div>
      )}
    </div>
  )
}
