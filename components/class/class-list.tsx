import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { lastCheckedWords } from '@/lib/class-check/words'
import { pupilCountWords } from '@/lib/class/words'

type ClassLine = { id: string; name: string; pupils: number }

type Checked = { classId: string; lastCheckedOn: IsoDate | null; isChecked: boolean }

function CheckedLine({ href, name, checked }: { href: string; name: string; checked: Checked | undefined }) {
  const words = lastCheckedWords(checked?.lastCheckedOn ?? null)
  return (
    <p className="small">
      {checked?.isChecked ? words : <ToneWord tone="part">{words}, to be checked this term</ToneWord>}
      {'. '}
      <a href={href}>
        Check progress<span className="govuk-visually-hidden"> of {name}</span>
      </a>
    </p>
  )
}

/** The classes by name, each with how many pupils on the register this person works with. */
export function ClassList({
  schoolSlug,
  classes,
  checks,
}: {
  schoolSlug: string
  classes: readonly ClassLine[]
  checks: readonly Checked[]
}) {
  return (
    <Card label="Classes">
      <ul className="lines">
        {classes.map(({ id, name, pupils }) => (
          <li key={id}>
            <a className="act" href={`/schools/${schoolSlug}/classes/${id}`}>
              {name}
            </a>{' '}
            <span className="soft">{pupilCountWords(pupils)}</span>
            <CheckedLine
              href={`/schools/${schoolSlug}/classes/${id}/check`}
              name={name}
              checked={checks.find(({ classId }) => classId === id)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
