'use client'

import type { Field } from '@/components/govuk/field'
import { Select } from '@/components/govuk/fields'
import { BROAD_AREAS, type NeedChoice } from '@/lib/sen-status/needs.rules'
import { broadAreaWords } from '@/lib/sen-status/words'

const areas = BROAD_AREAS.map((value) => ({ value, label: broadAreaWords[value] }))

type Props = {
  code: Field
  area: Field
  choices: readonly NeedChoice[]
  label: string
  hint?: string
}

/** One need, and the area for a type that has none of its own. */
export function NeedFields({ code, area, choices, label, hint }: Props) {
  const without = choices.filter(({ broadArea }) => broadArea === null).map(({ name }) => name)
  return (
    <div className="pair">
      <Select
        field={code}
        label={label}
        hint={hint}
        options={choices.map(({ code: value, name }) => ({ value, label: name }))}
        empty="Select a need"
      />
      <Select
        field={area}
        label="Area"
        hint={`Only with: ${without.join('; ')}`}
        options={areas}
        empty="Goes with the need"
      />
    </div>
  )
}
