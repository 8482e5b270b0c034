import type { SheetLine } from '@/lib/class/rules'
import { restWords } from '@/lib/class/words'
import type { TapAction } from './sheet-actions'

type Props = { lines: readonly (SheetLine & { formKey: string })[]; action: TapAction }

/** At the foot of the sheet: everyone else of the groups that have met, in one tap. */
export function Dock({ lines, action }: Props) {
  const words = restWords(lines)
  if (!words) return null
  return (
    <form action={action} className="dock">
      {lines.map(({ id, formKey }) => (
        <input type="hidden" name="rest[]" value={`${id}.${formKey}`} key={id} />
      ))}
      {words.names === null ? (
        <p className="small soft">{words.who}</p>
      ) : (
        <details className="small">
          <summary>{words.who}</summary>
          {words.names}
        </details>
      )}
      <button className="govuk-button">{words.act}</button>
    </form>
  )
}
