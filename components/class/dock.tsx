import type { SheetLine } from '@/lib/class/rules'
import type { TapAction } from './tap-row'

type Props = { lines: readonly (SheetLine & { formKey: string })[]; action: TapAction }

/** At the foot of the sheet: everyone else of the groups that have met, in one tap, by name. */
export function Dock({ lines, action }: Props) {
  if (lines.length === 0) return null
  return (
    <form action={action} className="dock">
      {lines.map(({ id, formKey }) => (
        <input type="hidden" name="rest[]" value={`${id}.${formKey}`} key={id} />
      ))}
      <p className="small soft">{lines.map(({ name, what }) => `${name}, ${what}`).join('; ')}</p>
      <button className="govuk-button">
        {lines.length === 1 ? 'Mark the other 1 as given' : `Mark the other ${lines.length} as given`}
      </button>
    </form>
  )
}
