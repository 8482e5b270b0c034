'use client'

import type { Field } from '@/components/govuk/field'
import { Checkbox, Checkboxes, DateInput, Radios, Select, TextInput } from '@/components/govuk/fields'
import { WAVES } from '@/lib/catalogue/rules'
import { additionalWords, waveWords } from '@/lib/catalogue/words'

export type Choice = { value: string; label: string }

type FieldOf = (
  name: 'form' | 'wave' | 'additional' | 'alsoGivenBy' | 'equipment' | 'inPlaceOn' | 'care',
) => Field

type Props = { field: FieldOf; forms: readonly string[]; staff: readonly Choice[]; isOpen: boolean }

/** What kind of support a provision is, who else gives it, what it needs, and whether it is private (P01, P34 to P47). */
export function MoreAbout({ field, forms, staff, isOpen }: Props) {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Kind of support, who else gives it, equipment, personal care
        </span>
      </summary>
      <div className="govuk-details__text">
        <Select
          field={field('form')}
          label="What kind of support is it?"
          options={forms.map((form) => ({ value: form, label: form }))}
          empty="None of these, or not said"
        />
        <Select
          field={field('wave')}
          label="Who is this kind for?"
          options={WAVES.map((wave) => ({ value: wave, label: waveWords[wave] }))}
          empty="Not said"
        />
        <Radios
          field={field('additional')}
          legend="Is it beyond what others get?"
          hint="SEN support is help beyond, or unlike, what pupils of the same age ordinarily get"
          options={[
            { value: 'additional', label: additionalWords(true) },
            { value: 'ordinary', label: additionalWords(false) },
          ]}
        />
        {staff.length > 0 && (
          <Checkboxes
            field={field('alsoGivenBy')}
            legend="Who else gives it?"
            hint="They are told of it as their part"
            options={staff}
          />
        )}
        <TextInput
          field={field('equipment')}
          label="What has to be made or bought for it?"
          hint="For example a writing slope. Leave it empty where nothing has to"
        />
        <DateInput
          field={field('inPlaceOn')}
          legend="When was it in place?"
          hint="Leave it empty until it is"
        />
        <Checkbox
          field={field('care')}
          label="This is personal care"
          hint="Meals, moving about, toilet, clothes. Only those who give it, the SENCO, the headteacher and the family see it"
        />
      </div>
    </details>
  )
}
