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
  /** The area's own label: four stand on one page. */
  areaLabel: string
  hint?: string
  areaHint?: string
}

/** The types that have no area of their own, in words: with them an area has to be chosen (domain.md 1.2). */
export const withoutArea = (choices: readonly NeedChoice[]): string =>
  choices
    .filter(({ broadArea }) => broadArea === null)
    .map(({ name }) => name)
    .join('; ')

/** One need, and the area for a type that has none of its own. */
export function NeedFields({ code, area, choices, label, areaLabel, hint, areaHint }: Props) {
  return (
    <div className="pair">
      <Select
        field={code}
        label={label}
        hint={hint}
        options={choices.map(({ code: value, name }) => ({ value, label: name }))}
        empty="Select a need"
      />
      <Select field={area} label={areaLabel} hint={areaHint} options={areas} empty="Goes with the need" />
    </div>
  )
}
